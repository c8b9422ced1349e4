#include <fmt/format.h>

#include <algorithm>

#include "runner/cli/rows.hpp"
#include "runner/report/health.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/score_read.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/health.hpp"
#include "runner/session/recorded.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::faulty;

Checked<std::vector<session::Attempt>> chosen(const Arguments& arguments, const Context& context) {
  auto all = session::list_attempts(context.house);
  if (!all) return all;
  const auto names = arguments.values("ATTEMPT");
  if (arguments.has("--all") == !names.empty())
    return faulty({"seedfault rescore",
                   {},
                   names.empty() ? "does not say what" : "says both some and all",
                   "name attempts, or give --all"});
  if (names.empty()) {
    std::erase_if(*all, [](const auto& attempt) { return attempt.state == session::AttemptState::open; });
    return all;
  }
  std::vector<session::Attempt> some;
  for (const auto& name : names) {
    auto attempt = session::find_attempt(context.house, name, context.here);
    if (!attempt) return tl::make_unexpected(attempt.error());
    some.push_back(*std::move(attempt));
  }
  return some;
}

// One attempt's failure is told and stops nothing.
session::Rescored failed(const session::Attempt& attempt, const session::Faults& faults) {
  session::Rescored result;
  result.attempt = attempt.id;
  result.note = "cannot be scored: " + to_string(faults.front());
  return result;
}

session::Rescored rescored(const Context& context, const session::Attempt& attempt, bool keep) {
  const auto records = session::score_records(context.house, attempt);
  if (!records) return failed(attempt, records.error());
  const auto now = session::score(context.house, attempt);
  if (!now) return failed(attempt, now.error());
  if (keep)
    if (const auto kept = session::keep_score(context.house, *now, report::score_json(*now)); !kept)
      return failed(attempt, kept.error());
  if (records->empty()) {
    session::Rescored first;
    first.attempt = attempt.id;
    first.note = "had no score that was kept: there is nothing to compare with";
    return first;
  }
  const auto before = report::read_score(records->back().document);
  if (!before) return failed(attempt, before.error());
  return session::compared_scores(*before, *now);
}

Result run_rescore(const Arguments& arguments, const Context& context) {
  const auto attempts = chosen(arguments, context);
  if (!attempts) return tl::make_unexpected(attempts.error());
  std::vector<session::Rescored> all;
  for (const auto& attempt : *attempts) {
    context.progress(fmt::format("{} of {}: {}", all.size() + 1, attempts->size(), attempt.id));
    all.push_back(rescored(context, attempt, arguments.has("--keep")));
  }
  context.progress("");
  auto printed =
      print(arguments.has("--json") ? report::rescored_json(all) : report::rescored_text(all, context.out));
  if (!printed) return printed;
  const bool moved = std::ranges::any_of(all, [](const auto& each) { return !each.changes.empty(); });
  return moved ? findings_told : done;
}

}  // namespace

Command rescore_command() {
  return {
      .name = "rescore",
      .summary = "What this version of the program would change in scores that were given",
      .description =
          "Scores archived attempts again and lists each whose level of any defect is another than in its "
          "newest kept score, with the evidence before and after. Exit status 1 when there is one: a gate "
          "for a new version of the matcher. Nothing is changed without --keep.",
      .options = {{.name = "ATTEMPT", .value = "", .help = "some attempts", .count = Option::Count::any},
                  {.name = "--all", .value = "", .help = "every submitted attempt"},
                  {.name = "--keep", .value = "", .help = "keep the new scores beside the old ones"},
                  json_option},
      .examples = {"seedfault rescore --all", "seedfault rescore --all --json"},
      .run = run_rescore};
}

}  // namespace runner::cli
