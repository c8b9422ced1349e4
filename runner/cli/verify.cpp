#include "runner/session/verify.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/cli/weak.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/record.hpp"

namespace runner::cli {
namespace {

Result run(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("ATTEMPT"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto verified = session::verify(context.house, *attempt, context.progress, weak_allowed(arguments));
  if (!verified) return tl::make_unexpected(verified.error());
  std::string said;
  for (const auto& trial : verified->trials)
    said += fmt::format("{} against {}: {}{}{}\n", trial.comment, trial.defect,
                        session::to_string(trial.verdict), trial.detail.empty() ? "" : ": ", trial.detail);
  for (const auto& note : verified->notes) said += fmt::format("note: {}\n", note);
  if (said.empty()) said = fmt::format("{}: no suggestion to verify\n", attempt->id);
  return print(said);
}

}  // namespace

Command verify_command() {
  return {.name = "verify",
          .summary = "Run the proofs on the fixes that a candidate suggested, in the sandbox",
          .description =
              "Each ```suggestion is applied in memory to the code as the candidate saw it; the proof of the "
              "defect that it "
              "touches and the exercise's own tests then run on that tree. `seedfault score` reads what was "
              "found.",
          .options = {{.name = "ATTEMPT",
                       .value = "",
                       .help = "an attempt of `seedfault attempts`",
                       .count = Option::Count::required},
                      weak_option},
          .examples = {"seedfault verify payments-webhook-1"},
          .run = run};
}

}  // namespace runner::cli
