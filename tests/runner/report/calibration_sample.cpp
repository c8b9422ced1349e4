#include "calibration_sample.hpp"

namespace runner::report {
namespace {

using session::Level;
using session::PackReview;
using session::RatedItem;

PackReview review(const std::string& code) {
  return {.code = code,
          .source = "payments-webhook/" + code,
          .title = "Payments & refunds",
          .defects = {"no-timeout", "card-in-log", "race"},
          .program = {Level::explained, Level::missed, Level::located},
          .gold = {Level::explained, Level::located, Level::missed},
          .program_band = review::Band::mixed,
          .anchor = code == "teal" ? "spring:wren" : "",
          .document = "{}"};
}

RatedItem item(const std::string& code, const std::string& defect, std::vector<std::optional<Level>> levels,
               double spread) {
  return {.review = code,
          .defect = defect,
          .levels = std::move(levels),
          .whys = {"says <b>so</b>", "", ""},
          .program = Level::located,
          .gold = Level::missed,
          .spread = spread};
}

session::RaterReport rater(const std::string& name, const std::vector<measure::RatedPair>& pairs) {
  const measure::Resampling how{.draws = 50};
  return {.name = name,
          .rung = measure::Rung::shadow,
          .late = false,
          .panel = measure::compare(pairs, how),
          .gold = measure::compare(pairs, how),
          .program = {}};
}

void add_sheets(session::Pack& pack) {
  for (const auto& person : pack.raters)
    for (const auto& each : pack.reviews)
      pack.sheets[person.name][each.code] = {.defects = std::vector<session::DefectRating>(3),
                                             .verdict = review::Band::meets,
                                             .why = "close to the bar"};
  pack.sheets["<cai>"]["teal"].verdict.reset();
}

}  // namespace

session::CalibrationReport calibration_sample() {
  session::CalibrationReport report;
  report.pack.id = "autumn";
  report.pack.made_by = "owner";
  report.pack.made_at = "2026-03-01T00:00:00Z";
  report.pack.tool_version = "0.1.0";
  report.pack.revealed_at = "2026-03-17T08:42:00Z";
  report.pack.reviews = {review("heron"), review("teal")};
  for (const auto* name : {"ana", "ben", "<cai>"})
    report.pack.raters.push_back({.name = name, .submitted_at = "2026-03-16T00:00:00Z"});
  add_sheets(report.pack);
  report.raters = {rater("ana", {{3, 3, 0}, {1, 0, 0}, {2, 1, 0}, {3, 3, 1}, {0, 0, 1}, {1, 0, 1}}),
                   rater("ben", {{3, 3, 0}, {0, 1, 0}, {1, 2, 0}, {3, 3, 1}, {0, 0, 1}, {0, 1, 1}}),
                   rater("<cai>", {{2, 2, 0}, {2, 2, 0}})};
  report.raters[2].late = true;
  report.items = {item("heron", "race", {Level::fixed, Level::missed, std::nullopt}, 8),
                  item("teal", "no-timeout", {Level::explained, Level::identified, Level::identified}, 0.33),
                  item("heron", "no-timeout", {Level::explained, Level::explained, Level::explained}, 0)};
  report.drift = {{.rater = "ana",
                   .points = {{.pack = "spring", .revealed_at = "2025-11-01", .items = 6, .bias = -0.25},
                              {.pack = "autumn", .revealed_at = "2026-03-17", .items = 6, .bias = 0.5}}},
                  {.rater = "<cai>", .points = {}}};
  report.anchors = {
      {.rater = "ana", .review = "teal", .earlier = "spring:wren", .distance = 0.67, .failed = true}};
  return report;
}

session::Pack panel_sample() {
  session::Pack pack{.id = "final",
                     .kind = session::PackKind::panel,
                     .made_by = "owner",
                     .made_at = "2026-03-01T00:00:00Z",
                     .tool_version = "0.1.0",
                     .revealed_at = "2026-03-17T08:42:00Z",
                     .reviews = {review("heron")},
                     .raters = {},
                     .sheets = {}};
  pack.reviews[0].source = "payments-webhook-1";
  for (const auto* name : {"ana", "ben"})
    pack.raters.push_back({.name = name, .submitted_at = "2026-03-16T00:00:00Z"});
  pack.raters.push_back({.name = "cai", .role = session::PackRole::adjudicator});
  pack.sheets["ana"]["heron"].defects = {
      {.level = Level::explained}, {.level = Level::fixed}, {.level = Level::located}};
  pack.sheets["ben"]["heron"].defects = {
      {.level = Level::explained}, {.level = Level::missed}, {.level = Level::missed}};
  pack.sheets["cai"]["heron"].defects = {{}, {.level = Level::identified, .why = "names <it>"}, {}};
  return pack;
}

}  // namespace runner::report
