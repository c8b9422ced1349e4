#include <fmt/format.h>

#include <algorithm>

#include "runner/report/calibration.hpp"
#include "runner/report/calibration_words.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using session::CalibrationReport;

std::string level_or_dash(const std::optional<review::Level>& level) {
  return level ? std::string(to_string(*level)) : "-";
}

std::string compared(std::string_view with, const std::vector<session::RaterReport>& raters,
                     measure::Comparison session::RaterReport::* which, const Style& style) {
  if (std::ranges::none_of(raters, [&](const auto& rater) { return (rater.*which).items > 0; })) return "";
  std::string out = heading(fmt::format("Against {}", with), style);
  Table figures{.heads = {"Statistic"}, .rows = {}};
  for (const auto& rater : raters) figures.heads.push_back(one_line(rater.name));
  auto& counts = figures.rows.emplace_back(std::vector<std::string>{"Ratings"});
  for (const auto& rater : raters) counts.push_back(fmt::format("{}", (rater.*which).items));
  for (const auto& statistic : statistics()) {
    std::vector<std::string> row{std::string(statistic.name)};
    for (const auto& rater : raters) row.push_back(figure((rater.*which).*statistic.estimate));
    figures.rows.push_back(std::move(row));
  }
  return out + table(figures, style);
}

std::string people(const CalibrationReport& report, const Style& style) {
  const auto& found = report.people;
  std::string out = heading("All raters together", style);
  const Table figures{.heads = {"Statistic", "Value"},
                      .rows = {{"Krippendorff's alpha, nominal", figure(found.nominal)},
                               {"Krippendorff's alpha, ordinal", figure(found.ordinal)},
                               {"Krippendorff's alpha, interval", figure(found.interval)},
                               {"ICC(2,1), one rater", figure(found.icc_one)},
                               {"ICC(2,k), their mean", figure(found.icc_mean)}}};
  return out + table(figures, style);
}

std::string confusion(const session::RaterReport& rater, const Style& style) {
  const auto& counts = rater.panel.table;
  if (counts.empty()) return "";
  std::string out =
      heading(fmt::format("{}'s levels (rows) against the panel's (columns)", one_line(rater.name)), style);
  Table cells{.heads = {""}, .rows = {}};
  for (int level = 0; level < measure::levels; ++level) {
    const std::string name(to_string(static_cast<review::Level>(level)));
    cells.heads.push_back(name);
    std::vector<std::string> row{name};
    for (const int count : counts[static_cast<std::size_t>(level)])
      row.push_back(count > 0 ? fmt::format("{}", count) : ".");
    cells.rows.push_back(std::move(row));
  }
  out += table(cells, style);
  return out + paragraph("Prevalence: " + prevalence(rater.panel.plain), {}, style);
}

std::string disagreements(const CalibrationReport& report, const Style& style) {
  std::string out = heading("Most disagreement first", style);
  int shown = 0;
  for (const auto& item : report.items) {
    if (item.spread <= 0 || shown == 10) break;
    ++shown;
    out += ink(style, Ink::bold, fmt::format("{}: {}", item.review, item.defect)) + "\n";
    for (std::size_t i = 0; i < report.raters.size(); ++i)
      out += labelled(fmt::format("  {} ", padded(one_line(report.raters[i].name), 12)),
                      fmt::format("{}{}{}", level_or_dash(item.levels[i]), item.whys[i].empty() ? "" : ": ",
                                  one_line(item.whys[i])),
                      style);
    out += fmt::format("  {} {}\n", padded("seedfault", 12), to_string(item.program));
    if (item.gold) out += fmt::format("  {} {}\n", padded("known", 12), to_string(*item.gold));
  }
  if (shown == 0) return out + "None: all raters gave every defect the same level.\n";
  return out;
}

std::string verdicts(const CalibrationReport& report, const Style& style) {
  std::string out = heading("Verdicts", style);
  Table cells{.heads = {"Review"}, .rows = {}};
  for (const auto& rater : report.raters) cells.heads.push_back(one_line(rater.name));
  cells.heads.insert(cells.heads.end(), {"seedfault", "Source"});
  for (const auto& review : report.pack.reviews) {
    std::vector<std::string> row{review.code};
    for (const auto& rater : report.raters) {
      const auto& rating = report.pack.sheets.at(rater.name).at(review.code);
      row.emplace_back(rating.verdict ? review::to_string(*rating.verdict) : "-");
    }
    row.emplace_back(review::to_string(review.program_band));
    row.push_back(one_line(review.source));
    cells.rows.push_back(std::move(row));
  }
  return out + table(cells, style);
}

std::string over_time(const CalibrationReport& report, const Style& style) {
  std::string out;
  for (const auto& drift : report.drift) {
    if (drift.points.size() < 2) continue;
    std::string line;
    for (const auto& point : drift.points)
      line += fmt::format("{}{} {}", line.empty() ? "" : ", ", point.pack, number(point.bias));
    out += labelled(fmt::format("  {} ", padded(one_line(drift.rater), 12)), line, style);
  }
  if (!out.empty()) out.insert(0, heading("Bias from pack to pack", style));
  std::string anchors;
  for (const auto& anchor : report.anchors)
    anchors += paragraph(
        fmt::format("{} rated {} as {} before: {} levels apart on average{}.", one_line(anchor.rater),
                    anchor.review, anchor.earlier, number(anchor.distance), anchor.failed ? ", too far" : ""),
        {.first = 2, .rest = 4}, style);
  if (!anchors.empty()) out += heading("Anchors", style) + anchors;
  return out;
}

}  // namespace

std::string calibration_text(const CalibrationReport& report, const Style& style) {
  std::string out = ink(style, Ink::bold, fmt::format("Calibration {}", report.pack.id)) +
                    fmt::format(": {}, {}, {}\n", counted(report.pack.reviews.size(), "review"),
                                counted(report.raters.size(), "rater"), state_of(report.pack));
  for (const auto& note : cautions(report)) out += paragraph("Note: " + note, {.first = 0, .rest = 6}, style);
  out += compared("the panel (the middle of the others)", report.raters, &session::RaterReport::panel, style);
  out += compared("the known levels", report.raters, &session::RaterReport::gold, style);
  out += compared("the program", report.raters, &session::RaterReport::program, style);
  out += people(report, style) + disagreements(report, style) + verdicts(report, style);
  out += over_time(report, style);
  for (const auto& rater : report.raters) out += confusion(rater, style);
  return out;
}

}  // namespace runner::report
