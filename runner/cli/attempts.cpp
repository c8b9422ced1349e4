#include "runner/cli/rows.hpp"
#include "runner/report/listing.hpp"
#include "runner/session/comment.hpp"

namespace runner::cli {
namespace {

Result run_attempts(const Arguments& arguments, const Context& context) {
  const auto attempts = session::list_attempts(context.house);
  if (!attempts) return tl::make_unexpected(attempts.error());
  return print(arguments.has("--json") ? report::attempts_json(*attempts)
                                       : report::attempts_text(*attempts, context.out));
}

}  // namespace

Command attempts_command() {
  return {.name = "attempts",
          .summary = "Every attempt with its exercise and state",
          .description =
              "Attempts are kept in $XDG_DATA_HOME/seedfault/attempts.sqlite (~/.local/share without that "
              "variable).",
          .options = {json_option},
          .examples = {"seedfault attempts"},
          .run = run_attempts};
}

}  // namespace runner::cli
