#include "runner/report/check_text.hpp"

#include <fmt/format.h>

#include "runner/report/faults.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::size_t faults_in(const session::CheckReport& report) {
  std::size_t count = 0;
  for (const auto& point : report.points) count += point.faults.size();
  return count;
}

std::size_t skipped_in(const session::CheckReport& report) {
  std::size_t count = 0;
  for (const auto& point : report.points) count += point.skipped.size();
  return count;
}

// A point that proved nothing and skipped something was not tried: saying "ok" of it would be a lie.
std::string result_of(const session::CheckPoint& point, const Style& style) {
  if (!point.faults.empty()) return ink(style, Ink::red, counted(point.faults.size(), "fault"));
  if (!point.skipped.empty()) return ink(style, Ink::yellow, point.proven == 0 ? "skipped" : "in part");
  return ink(style, Ink::green, "ok");
}

std::string proven_in(const session::CheckPoint& point) {
  std::string text = fmt::format("{} proven", point.proven);
  if (!point.skipped.empty()) text += fmt::format(", {} skipped", point.skipped.size());
  return text;
}

Table table_of(const session::CheckReport& report, const Style& style) {
  Table rows{.heads = {"  #", "result", "facts", "what must hold"}, .rows = {}};
  for (const auto& point : report.points)
    rows.rows.push_back({fmt::format("  {}", point.number), result_of(point, style), proven_in(point),
                         one_line(point.title)});
  return rows;
}

std::string report_text(const session::CheckReport& report, const Style& style) {
  std::string out = paragraph(ink(style, Ink::bold, one_line(report.exercise)), {}, style);
  out += table(table_of(report, style), style);
  for (const auto& point : report.points)
    for (const auto& reason : point.skipped)
      out += labelled(fmt::format("  point {} skipped: ", point.number), one_line(reason), style);
  for (const auto& point : report.points) out += faults_text(point.faults, style);
  return out + '\n';
}

}  // namespace

std::string check_text(const std::vector<session::CheckReport>& reports, const Style& style) {
  std::string out;
  std::size_t faults = 0;
  std::size_t skipped = 0;
  for (const auto& report : reports) {
    out += report_text(report, style);
    faults += faults_in(report);
    skipped += skipped_in(report);
  }
  std::string total = fmt::format("{}: {}", counted(reports.size(), "exercise"),
                                  faults == 0 ? "no fault found" : counted(faults, "fault"));
  if (skipped > 0) total += fmt::format(", {} skipped", counted(skipped, "fact"));
  return out + paragraph(ink(style, faults == 0 ? Ink::green : Ink::red, total + '.'), {}, style);
}

std::string check_json(const std::vector<session::CheckReport>& reports) {
  Json out = Json::array();
  for (const auto& report : reports) {
    Json points = Json::array();
    for (const auto& point : report.points)
      points.push_back(Json{{"number", point.number},
                            {"title", point.title},
                            {"proven", point.proven},
                            {"faults", json(point.faults)},
                            {"skipped", point.skipped}});
    out.push_back(
        Json{{"exercise", report.exercise}, {"faults", faults_in(report)}, {"points", std::move(points)}});
  }
  return written(Json{{"schema", "seedfault.check/1"}, {"exercises", std::move(out)}});
}

}  // namespace runner::report
