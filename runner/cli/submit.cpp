#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/report/listing.hpp"
#include "runner/session/comment.hpp"

namespace runner::cli {
namespace {

Result run_submit(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto verdict = review::verdict_named(arguments.text("--verdict"));
  const auto submitted = session::submit(context.house, *attempt, verdict);
  if (!submitted) return tl::make_unexpected(submitted.error());
  if (arguments.has("--json")) return print(report::attempts_json({*submitted}));
  return print(fmt::format("{}: submitted with {} comment{}, verdict {}\n", submitted->id,
                           submitted->comment_count, submitted->comment_count == 1 ? "" : "s",
                           to_string(submitted->verdict)));
}

}  // namespace

Command submit_command() {
  return {
      .name = "submit",
      .summary = "Submit the review: drafts and REVIEW.md become final",
      .description =
          "Everything or nothing: an entry of REVIEW.md that cannot be placed is reported, and the "
          "attempt stays open.",
      .options =
          {{.name = "--verdict",
            .value = "VERDICT",
            .help = "your decision on the pull request; without it, the one under \"Verdict\" in REVIEW.md",
            .choices = {"approve", "request-changes", "comment"}},
           attempt_option,
           json_option},
      .examples = {"seedfault submit", "seedfault submit --verdict request-changes"},
      .run = run_submit};
}

}  // namespace runner::cli
