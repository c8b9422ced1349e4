#include <fmt/format.h>

#include "runner/report/compare.hpp"
#include "runner/report/comparison.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

std::string who(const std::vector<session::Scored>& scores, const Style& style) {
  std::string out;
  for (std::size_t i = 0; i < scores.size(); ++i)
    out += labelled(fmt::format("  {}  ", letter_for(i)),
                    fmt::format("{} ({})", one_line(scores[i].attempt.id), described(scores[i])), style);
  return out;
}

std::vector<std::string> heads(const std::vector<session::Scored>& scores, std::string first) {
  std::vector<std::string> all{std::move(first)};
  for (std::size_t i = 0; i < scores.size(); ++i) all.push_back(letter_for(i));
  return all;
}

std::string numbers(const std::vector<session::Scored>& scores, const Style& style) {
  Table rows{.heads = heads(scores, " "), .rows = {}};
  for (const auto& figure : figures(scores)) {
    rows.rows.push_back({fmt::format("  {}", figure.name)});
    rows.rows.back().insert(rows.rows.back().end(), figure.values.begin(), figure.values.end());
  }
  return table(rows, style);
}

std::string defects(const std::vector<session::Scored>& scores, const Style& style) {
  Table rows{.heads = heads(scores, "  severity"), .rows = {}};
  rows.heads.emplace_back("defect");
  for (const auto& each : compared_defects(scores)) {
    std::vector<std::string> row{fmt::format("  {}", detectors::source::to_string(each.defect->severity))};
    for (const auto& level : each.levels)
      row.emplace_back(!level                            ? "not planted"
                       : *level == review::Level::missed ? "-"
                                                         : review::to_string(*level));
    row.push_back(one_line(each.defect->title));
    rows.rows.push_back(std::move(row));
  }
  return heading("Defect by defect, the most severe first (- is missed)", style) + table(rows, style);
}

}  // namespace

std::string compare_text(const std::vector<session::Scored>& scores, const Style& style) {
  std::string out = paragraph(
      ink(style, Ink::bold, one_line("seedfault comparison: " + scores.front().exercise_title)), {}, style);
  out += who(scores, style) + '\n' + numbers(scores, style) + defects(scores, style);
  for (const auto& finding : findings(scores)) {
    out += heading(finding.who, style);
    for (const auto& title : finding.titles)
      out += paragraph("- " + one_line(title), {.first = 2, .rest = 4}, style);
  }
  const auto notes = cautions(scores);
  if (!notes.empty()) out += heading("Notes", style);
  for (const auto& note : notes) out += paragraph("- " + one_line(note), {.first = 2, .rest = 4}, style);
  return out;
}

}  // namespace runner::report
