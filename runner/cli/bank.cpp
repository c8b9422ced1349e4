#include <fmt/format.h>

#include <charconv>

#include "runner/cli/rows.hpp"
#include "runner/report/health.hpp"
#include "runner/session/files.hpp"
#include "runner/session/health.hpp"

namespace runner::cli {
namespace {

using detectors::source::Line;
using session::Checked;

Result which(const Arguments&, const Context&) {
  return session::faulty({"seedfault bank",
                          {},
                          "needs one of its commands",
                          "health: how good the defects are; fairness: who is selected"});
}

Result health(const Arguments& arguments, const Context& context) {
  const auto exercise = arguments.text("EXERCISE");
  const auto report = session::bank_health(context.house, exercise, context.progress);
  context.progress("");
  if (!report) return tl::make_unexpected(report.error());
  if (report->exercises.empty() && !exercise.empty())
    if (const auto known = session::load_exercise(context.house, exercise); !known)
      return tl::make_unexpected(known.error());
  return print(arguments.has("--json") ? report::health_json(*report)
                                       : report::health_text(*report, context.out));
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\"");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1));
}

// -1 for what is no count.
int count_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return -1;
  return number;
}

// "group,total,selected": counts, never people.
Checked<std::vector<measure::Group>> groups_in(const std::string& path, const std::string& text) {
  std::vector<measure::Group> groups;
  session::Faults faults;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++number;
    const auto second = line.rfind(',');
    const auto first = second == std::string_view::npos || second == 0 ? second : line.rfind(',', second - 1);
    if (trimmed(line).empty()) continue;
    if (number == 1 && trimmed(line).starts_with("group")) continue;
    const bool split = first != std::string_view::npos && first != second;
    const int total = split ? count_in(trimmed(line.substr(first + 1, second - first - 1))) : -1;
    const int selected = split ? count_in(trimmed(line.substr(second + 1))) : -1;
    if (total < 0 || selected < 0)
      faults.push_back({path, Line{number}, "is no group with two counts", "write group,total,selected"});
    else if (selected > total)
      faults.push_back({path, Line{number}, "selects more than there are", "write group,total,selected"});
    else
      groups.push_back({.name = trimmed(line.substr(0, first)), .total = total, .selected = selected});
  }
  if (faults.empty() && groups.size() < 2)
    faults.push_back({path, {}, "holds fewer than two groups", "there is nothing to compare"});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return groups;
}

Result fairness(const Arguments& arguments, const Context& context) {
  const auto path = arguments.text("FILE");
  const auto text = path == "-" ? session::read_input() : session::read_file(path);
  if (!text) return tl::make_unexpected(text.error());
  const auto groups = groups_in(path, *text);
  if (!groups) return tl::make_unexpected(groups.error());
  const auto found = measure::impact(*groups);
  return print(arguments.has("--json") ? report::impact_json(found)
                                       : report::impact_text(found, context.out));
}

}  // namespace

Command bank_command() {
  return {.name = "bank",
          .summary = "How good the bank's defects are, and whom an exercise selects",
          .description = "docs/bank-health.md says what the figures mean.",
          .options = {},
          .examples = {"seedfault bank health"},
          .run = which};
}

Command bank_health_command() {
  return {.name = "bank health",
          .summary = "Item analysis: difficulty, discrimination, drift, leaks, unplanned defects",
          .description =
              "Of every attempt that was scored, by exercise and version: how many found each defect, how "
              "well that tells candidates apart, how many only point at the place, whether it is found more "
              "often than it was (it may have leaked), how reliable the whole is, and where candidates agree "
              "on a defect that nobody planted. Counts alone below 30 attempts.",
          .options = {{.name = "EXERCISE", .value = "", .help = "one exercise; all without it"}, json_option},
          .examples = {"seedfault bank health", "seedfault bank health payments-webhook --json"},
          .run = health};
}

Command bank_fairness_command() {
  return {
      .name = "bank fairness",
      .summary = "Selection rates and impact ratios from counts by group",
      .description =
          "FILE is CSV: group,total,selected, counts alone. Nothing of it is kept: protected attributes "
          "never enter the store. Each rate has its interval, each group its ratio to the highest rate and "
          "Fisher's exact test against it.",
      .options = {{.name = "FILE",
                   .value = "",
                   .help = "counts by group; - is standard input",
                   .count = Option::Count::required},
                  json_option},
      .examples = {"seedfault bank fairness groups.csv"},
      .run = fairness};
}

}  // namespace runner::cli
