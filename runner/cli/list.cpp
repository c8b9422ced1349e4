#include "runner/cli/rows.hpp"
#include "runner/report/faults.hpp"
#include "runner/report/listing.hpp"

#include <fmt/format.h>

namespace runner::cli {
namespace {

Result run(const Arguments& arguments, const Context& context) {
  const auto bank = session::load_bank(context.house);
  if (!bank.faults.empty() && bank.exercises.empty()) return tl::make_unexpected(bank.faults);
  if (!bank.faults.empty()) fmt::print(stderr, "{}", report::faults_text(bank.faults, context.err));
  return print(arguments.has("--json")
                   ? report::exercises_json(bank.exercises, report::Answers::no)
                   : report::exercises_text(bank.exercises, report::Answers::no, context.out));
}

}  // namespace

Command list_command() {
  return {.name = "list",
          .summary = "The exercises of the bank",
          .description = "One line an exercise: language, level, suggested minutes. Nothing of any key.",
          .options = {json_option},
          .examples = {"seedfault list"},
          .run = run};
}

}  // namespace runner::cli
