#include <fmt/format.h>

#include <algorithm>

#include "runner/report/compare.hpp"
#include "runner/report/comparison.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

using Heads = std::vector<std::string>;

// Beside "  false alarms" a figure takes up to 16 columns; beside "  severity" a level takes 11, and a
// title 24.
Heads heads_for(const std::vector<session::Scored>& scores, const Style& style) {
  auto names = names_of(scores);
  int figures = 14;
  int levels = 10 + 24;
  for (const auto& name : names) {
    figures += 2 + std::max(display_width(name), 16);
    levels += 2 + std::max(display_width(name), 11);
  }
  return std::max(figures, levels) <= columns(style) ? names : letters_for(scores.size());
}

std::string who(const std::vector<session::Scored>& scores, const Heads& heads, const Style& style) {
  int width = 0;
  for (const auto& head : heads) width = std::max(width, display_width(head));
  std::string out;
  for (std::size_t i = 0; i < scores.size(); ++i)
    out += labelled(fmt::format("  {}  ", padded(heads[i], width)),
                    fmt::format("{} ({})", one_line(scores[i].attempt.id), described(scores[i], heads[i])),
                    style);
  return out;
}

Heads behind(std::string first, const Heads& heads) {
  Heads all{std::move(first)};
  all.insert(all.end(), heads.begin(), heads.end());
  return all;
}

std::string numbers(const std::vector<session::Scored>& scores, const Heads& heads, const Style& style) {
  Table rows{.heads = behind(" ", heads), .rows = {}};
  for (const auto& figure : figures(scores)) {
    rows.rows.push_back({fmt::format("  {}", figure.name)});
    rows.rows.back().insert(rows.rows.back().end(), figure.values.begin(), figure.values.end());
  }
  return table(rows, style);
}

std::string defects(const std::vector<session::Scored>& scores, const Heads& heads, const Style& style) {
  Table rows{.heads = behind("  severity", heads), .rows = {}};
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
  const auto heads = heads_for(scores, style);
  out += who(scores, heads, style) + '\n' + numbers(scores, heads, style) + defects(scores, heads, style);
  for (const auto& finding : findings(scores, heads)) {
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
