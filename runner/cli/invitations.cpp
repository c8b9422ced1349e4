#include "runner/report/invitations.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/invite.hpp"

namespace runner::cli {
namespace {

Result list(const Arguments& arguments, const Context& context) {
  const auto all = session::list_invitations(context.house);
  if (!all) return tl::make_unexpected(all.error());
  const auto now = session::now_utc();
  return print(arguments.has("--json") ? report::invitations_json(*all, now)
                                       : report::invitations_text(*all, now, context.out));
}

Result revoke(const Arguments& arguments, const Context& context) {
  const auto revoked = session::revoke(context.house, arguments.text("INVITATION"), session::command_line);
  if (!revoked) return tl::make_unexpected(revoked.error());
  return print(fmt::format("{} opens nothing any more; what was written stays\n", revoked->id));
}

}  // namespace

Command invitations_command() {
  return {.name = "invitations",
          .summary = "Every invitation with its exercise and state",
          .description =
              "invited, expired (the deadline passed before it was begun), started, paused, "
              "submitted, revoked.",
          .options = {json_option},
          .examples = {"seedfault invitations"},
          .run = list};
}

Command invitations_revoke_command() {
  return {.name = "invitations revoke",
          .summary = "Take an invitation back: its link opens nothing any more",
          .description = "What was written stays.",
          .options = {{.name = "INVITATION",
                       .value = "",
                       .help = "an id of `seedfault invitations`",
                       .count = Option::Count::required}},
          .examples = {"seedfault invitations revoke i7"},
          .run = revoke};
}

}  // namespace runner::cli
