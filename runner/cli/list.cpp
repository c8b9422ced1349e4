#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/cli/wish.hpp"
#include "runner/report/coverage.hpp"
#include "runner/report/faults.hpp"
#include "runner/report/listing.hpp"

namespace runner::cli {
namespace {

Result coverage(const std::vector<exercise::Exercise>& bank, const Arguments& arguments,
                const Context& context) {
  const auto catalog = session::load_catalog(context.house);
  if (!catalog) return tl::make_unexpected(catalog.error());
  const auto rows = session::coverage_of(bank, *catalog);
  return print(arguments.has("--json") ? report::coverage_json(rows)
                                       : report::coverage_text(rows, context.out));
}

Result run_list(const Arguments& arguments, const Context& context) {
  const auto wish = read_wish(arguments);
  if (!wish) return tl::make_unexpected(wish.error());
  const auto bank = session::load_bank(context.house);
  if (!bank.faults.empty() && bank.exercises.empty()) return tl::make_unexpected(bank.faults);
  if (!bank.faults.empty()) fmt::print(stderr, "{}", report::faults_text(bank.faults, context.err));
  const auto exercises = session::fitting(bank.exercises, *wish);
  if (arguments.has("--coverage")) return coverage(exercises, arguments, context);
  return print(arguments.has("--json") ? report::exercises_json(exercises, report::Answers::no)
                                       : report::exercises_text(exercises, report::Answers::no, context.out));
}

}  // namespace

Command list_command() {
  return {
      .name = "list",
      .summary = "The exercises of the bank",
      .description =
          "One line an exercise: language, level, suggested minutes. Nothing of any key.\n\n"
          "With --coverage, for the bank's owner: how many plantable defects there are for each outage "
          "pattern, skill and instinct, in how many exercises, which languages and levels.",
      .options = {level_option,
                  minutes_option,
                  language_option,
                  {.name = "--coverage", .value = "", .help = "what the bank covers, instead of the list"},
                  json_option},
      .examples = {"seedfault list", "seedfault list --level L4 --minutes 20", "seedfault list --coverage"},
      .run = run_list};
}

}  // namespace runner::cli
