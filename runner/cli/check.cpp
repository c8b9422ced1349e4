#include "runner/session/check.hpp"

#include <algorithm>

#include "runner/cli/rows.hpp"
#include "runner/cli/weak.hpp"
#include "runner/report/check_junit.hpp"
#include "runner/report/check_text.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

Result run_check(const Arguments& arguments, const Context& context) {
  auto ids = arguments.values("EXERCISE");
  if (ids.empty()) ids = session::exercise_ids(context.house);
  if (ids.empty())
    return session::faulty({session::bank_of(context.house).string(),
                            {},
                            "holds no exercise",
                            "add a folder with an exercise.toml"});
  std::vector<session::CheckReport> reports;
  for (const auto& id : ids)
    reports.push_back(session::check(context.house, id, context.progress, weak_allowed(arguments)));
  context.progress("");
  if (const auto file = arguments.value("--junit"))
    if (auto written = session::write_file(*file, report::check_junit(reports)); !written)
      return tl::make_unexpected(written.error());
  auto printed =
      print(arguments.has("--json") ? report::check_json(reports) : report::check_text(reports, context.out));
  if (!printed) return printed;
  return std::all_of(reports.begin(), reports.end(), session::all_proven) ? done : input_error;
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = "Prove everything that must hold of an exercise",
          .description =
              "Eight points: patches apply and every subset composes; proofs pass on sound code and fail on "
              "planted; a detector "
              "reports each defect; no decoy is reported; the exercise's own tests stay green; the "
              "candidate's repository leaks "
              "nothing; sample reviews get their levels; no stray file. All faults are reported at once.",
          .options = {{.name = "EXERCISE",
                       .value = "",
                       .help = "exercises of the bank; all of them without it",
                       .count = Option::Count::any},
                      {.name = "--junit",
                       .value = "FILE",
                       .help = "write the result there as JUnit XML too, for a CI server"},
                      weak_option,
                      json_option},
          .examples = {"seedfault check", "seedfault check payments-webhook --junit check.xml"},
          .run = run_check};
}

}  // namespace runner::cli
