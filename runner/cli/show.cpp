#include "runner/cli/rows.hpp"
#include "runner/report/listing.hpp"

namespace runner::cli {
namespace {

Result run_show(const Arguments& arguments, const Context& context) {
  const auto exercise = session::load_exercise(context.house, arguments.text("EXERCISE"));
  if (!exercise) return tl::make_unexpected(exercise.error());
  const auto answers = arguments.has("--answers") ? report::Answers::yes : report::Answers::no;
  return print(arguments.has("--json") ? report::exercise_json(*exercise, answers)
                                       : report::exercise_text(*exercise, answers, context.out));
}

}  // namespace

Command show_command() {
  return {
      .name = "show",
      .summary = "One exercise: brief and pull request; with --answers, the key",
      .description =
          "Without --answers nothing of the key is printed, so that a candidate may look over your shoulder.",
      .options = {{.name = "EXERCISE",
                   .value = "",
                   .help = "an exercise of `seedfault list`",
                   .count = Option::Count::required},
                  {.name = "--answers",
                   .value = "",
                   .help = "the planted defects, why they matter, the decoys"},
                  json_option},
      .examples = {"seedfault show payments-webhook", "seedfault show payments-webhook --answers"},
      .run = run_show};
}

}  // namespace runner::cli
