#include "runner/report/calibration_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "runner/report/html.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

// A name that fits beside a row.
std::string label(std::string_view name) {
  return escaped(name.size() > 16 ? std::string(name.substr(0, 15)) + "…" : std::string(name));
}

std::string text(double x, double y, std::string_view anchor, std::string_view words,
                 std::string_view kind = "lab") {
  return fmt::format("<text class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"{}\">{}</text>", kind, x, y,
                     anchor, words);
}

std::string framed(double width, double height, std::string_view name, const std::string& drawn) {
  return fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><svg class=\"plot\" "
      "viewBox=\"0 0 {1:.0f} "
      "{2:.0f}\" width=\"{1:.0f}\" height=\"{2:.0f}\" role=\"img\" aria-label=\"{0}\">{3}</svg></div>\n",
      escaped(name), width, height, drawn);
}

// A cell is filled from below as far as the level, and holds its number.
std::string heat_cell(double x, double y, const std::optional<review::Level>& level) {
  if (!level)
    return fmt::format("<rect class=\"none\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"24\" height=\"24\"/>", x, y);
  return fmt::format("<rect class=\"heat l{0}\" x=\"{1:.0f}\" y=\"{2:.0f}\" width=\"24\" height=\"24\"/>{3}",
                     static_cast<int>(*level), x, y,
                     text(x + 12, y + 17, "middle", fmt::format("{}", static_cast<int>(*level)),
                          fmt::format("h{}", static_cast<int>(*level))));
}

struct HeatRow {
  std::string name;
  std::vector<std::optional<review::Level>> levels;
};

std::vector<HeatRow> heat_rows(const session::CalibrationReport& report,
                               const std::vector<const session::RatedItem*>& items) {
  std::vector<HeatRow> rows;
  for (std::size_t rater = 0; rater < report.raters.size(); ++rater) {
    auto& row = rows.emplace_back(HeatRow{report.raters[rater].name, {}});
    for (const auto* item : items) row.levels.push_back(item->levels[rater]);
  }
  auto& program = rows.emplace_back(HeatRow{"seedfault", {}});
  for (const auto* item : items) program.levels.emplace_back(item->program);
  auto& gold = rows.emplace_back(HeatRow{"known", {}});
  for (const auto* item : items) gold.levels.push_back(item->gold);
  if (std::ranges::none_of(gold.levels, [](const auto& level) { return level.has_value(); })) rows.pop_back();
  return rows;
}

constexpr double left = 130;  // room for names

// A place on an axis from -low to +low levels.
double along(double value, double most, double width) {
  return left + (std::clamp(value, -most, most) + most) / (2 * most) * width;
}

}  // namespace

std::string heat_map(const session::CalibrationReport& report) {
  std::string out;
  for (const auto& review : report.pack.reviews) {
    std::vector<const session::RatedItem*> items;
    for (const auto& id : review.defects)
      for (const auto& item : report.items)
        if (item.review == review.code && item.defect == id) items.push_back(&item);
    std::string drawn;
    for (std::size_t i = 0; i < items.size(); ++i)
      drawn += text(left + 27.0 * static_cast<double>(i) + 12, 12, "middle", fmt::format("{}", i + 1));
    double y = 18;
    for (const auto& row : heat_rows(report, items)) {
      drawn += text(left - 8, y + 17, "end", label(row.name));
      for (std::size_t i = 0; i < row.levels.size(); ++i)
        drawn += heat_cell(left + 27.0 * static_cast<double>(i), y, row.levels[i]);
      y += 27;
    }
    std::string legend;
    for (std::size_t i = 0; i < items.size(); ++i)
      legend += fmt::format("{}{} {}", i == 0 ? "" : ", ", i + 1, escaped(items[i]->defect));
    out += fmt::format("<h3>{}: {}</h3>\n", escaped(review.code), escaped(review.title));
    out += framed(left + 27.0 * static_cast<double>(items.size()) + 10, y + 4,
                  fmt::format("Levels in {}: a row for each rater, a column for each defect", review.code),
                  drawn);
    out += fmt::format("<p class=\"legend\">{}</p>\n", legend);
  }
  return out;
}

std::string bias_chart(const session::CalibrationReport& report) {
  constexpr double most = 2, width = 420;
  std::string drawn;
  const double height = 30 + 30.0 * static_cast<double>(report.raters.size());
  for (const double tick : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
    drawn += fmt::format("<line class=\"{0}\" x1=\"{1:.0f}\" x2=\"{1:.0f}\" y1=\"4\" y2=\"{2:.0f}\"/>",
                         tick == 0 ? "zero" : "grid", along(tick, most, width), height - 24);
    drawn += text(along(tick, most, width), height - 8, "middle", fmt::format("{:+g}", tick));
  }
  double y = 18;
  for (const auto& rater : report.raters) {
    drawn += text(left - 8, y + 4, "end", label(rater.name));
    const auto& bias = rater.panel.bias;
    if (!bias.value) {
      drawn += text(left + 4, y + 4, "start", "n/a");
    } else {
      if (bias.interval)
        drawn +=
            fmt::format("<line class=\"reach\" x1=\"{0:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.0f}\" y2=\"{2:.0f}\"/>",
                        along(bias.interval->low, most, width), along(bias.interval->high, most, width), y);
      drawn += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.0f}\" r=\"5\"/>",
                           along(*bias.value, most, width), y);
      drawn += text(left + width + 44, y + 4, "end", number(*bias.value));
    }
    y += 30;
  }
  return framed(left + width + 50, height,
                "Bias of each rater against the panel in levels, with its 95% interval: right is lenient",
                drawn);
}

std::string drift_chart(const session::CalibrationReport& report) {
  constexpr double most = 2, width = 420, tall = 160;
  std::vector<std::string> packs;
  for (const auto& drift : report.drift)
    for (const auto& point : drift.points)
      if (std::ranges::find(packs, point.pack) == packs.end()) packs.push_back(point.pack);
  if (packs.size() < 2) return "";
  const auto x = [&](const std::string& pack) {
    const auto at = std::ranges::find(packs, pack) - packs.begin();
    return left + width * static_cast<double>(at) / static_cast<double>(packs.size() - 1);
  };
  const auto y = [&](double bias) { return 10 + tall * (most - std::clamp(bias, -most, most)) / (2 * most); };
  std::string drawn;
  for (const double tick : {-2.0, -1.0, 0.0, 1.0, 2.0}) {
    drawn += fmt::format("<line class=\"{0}\" x1=\"{1:.0f}\" x2=\"{2:.0f}\" y1=\"{3:.0f}\" y2=\"{3:.0f}\"/>",
                         tick == 0 ? "zero" : "grid", left, left + width, y(tick));
    drawn += text(left - 8, y(tick) + 4, "end", fmt::format("{:+g}", tick));
  }
  for (const auto& pack : packs) drawn += text(x(pack), tall + 30, "middle", label(pack));
  for (const auto& drift : report.drift) {
    if (drift.points.empty()) continue;
    std::string path;
    for (const auto& point : drift.points) {
      path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "" : " ", x(point.pack), y(point.bias));
      drawn += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>", x(point.pack),
                           y(point.bias));
    }
    drawn += fmt::format("<polyline class=\"trend\" points=\"{}\"/>", path);
    drawn +=
        text(x(drift.points.back().pack) + 8, y(drift.points.back().bias) + 4, "start", label(drift.rater));
  }
  return framed(left + width + 130, tall + 40, "Bias of each rater against the panel, from pack to pack",
                drawn);
}

}  // namespace runner::report
