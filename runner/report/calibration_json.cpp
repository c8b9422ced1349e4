#include "runner/report/calibration.hpp"
#include "runner/report/calibration_words.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

Json level_json(const std::optional<review::Level>& level) {
  return level ? Json(to_string(*level)) : Json(nullptr);
}

Json estimate_json(const measure::Estimate& estimate) {
  return Json{{"value", json(estimate.value)},
              {"interval", estimate.interval ? json(*estimate.interval) : Json(nullptr)},
              {"method", word(estimate.method)}};
}

Json comparison_json(const measure::Comparison& found) {
  if (found.items == 0) return nullptr;
  Json prevalences = Json::array();
  for (const double share : found.plain.prevalence) prevalences.push_back(rounded(share));
  Json out{{"ratings", found.items}};
  for (const auto& statistic : statistics())
    out[std::string(statistic.key)] = estimate_json(found.*statistic.estimate);
  out["prevalence"] = std::move(prevalences);
  out["confusion"] = found.table;
  return out;
}

Json rater_json(const session::RaterReport& rater) {
  return Json{{"name", rater.name},
              {"rung", to_string(rater.rung)},
              {"late", rater.late},
              {"panel", comparison_json(rater.panel)},
              {"known", comparison_json(rater.gold)},
              {"program", comparison_json(rater.program)}};
}

Json item_json(const session::CalibrationReport& report, const session::RatedItem& item) {
  Json said = Json::array();
  for (std::size_t i = 0; i < report.raters.size(); ++i)
    said.push_back(
        Json{{"rater", report.raters[i].name}, {"level", level_json(item.levels[i])}, {"why", item.whys[i]}});
  return Json{{"review", item.review},
              {"defect", item.defect},
              {"variance", rounded(item.spread)},
              {"ratings", std::move(said)},
              {"program", to_string(item.program)},
              {"known", level_json(item.gold)}};
}

Json review_json(const session::CalibrationReport& report, const session::PackReview& review) {
  Json verdicts = Json::array();
  for (const auto& rater : report.raters) {
    const auto& rating = report.pack.sheets.at(rater.name).at(review.code);
    verdicts.push_back(
        Json{{"rater", rater.name},
             {"verdict", rating.verdict ? Json(review::to_string(*rating.verdict)) : Json(nullptr)},
             {"why", rating.why}});
  }
  return Json{{"code", review.code},
              {"source", review.source},
              {"title", review.title},
              {"program", identifier(review::to_string(review.program_band))},
              {"anchor_of", review.anchor.empty() ? Json(nullptr) : Json(review.anchor)},
              {"verdicts", std::move(verdicts)}};
}

Json drift_json(const session::Drift& drift) {
  Json points = Json::array();
  for (const auto& point : drift.points)
    points.push_back(Json{{"pack", point.pack},
                          {"revealed_at", point.revealed_at},
                          {"ratings", point.items},
                          {"bias", rounded(point.bias)}});
  return Json{{"rater", drift.rater}, {"points", std::move(points)}};
}

}  // namespace

std::string calibration_json(const session::CalibrationReport& report) {
  Json out{{"schema", "seedfault.calibration/1"},
           {"pack", report.pack.id},
           {"tool_version", report.pack.tool_version},
           {"made_at", report.pack.made_at},
           {"revealed_at", report.pack.revealed_at}};
  out["reviews"] = Json::array();
  for (const auto& review : report.pack.reviews) out["reviews"].push_back(review_json(report, review));
  out["raters"] = Json::array();
  for (const auto& rater : report.raters) out["raters"].push_back(rater_json(rater));
  const auto& people = report.people;
  out["together"] = Json{{"alpha_nominal", estimate_json(people.nominal)},
                         {"alpha_ordinal", estimate_json(people.ordinal)},
                         {"alpha_interval", estimate_json(people.interval)},
                         {"icc_one", estimate_json(people.icc_one)},
                         {"icc_mean", estimate_json(people.icc_mean)}};
  out["program"] = comparison_json(report.program);
  out["items"] = Json::array();
  for (const auto& item : report.items) out["items"].push_back(item_json(report, item));
  out["drift"] = Json::array();
  for (const auto& drift : report.drift) out["drift"].push_back(drift_json(drift));
  out["anchors"] = Json::array();
  for (const auto& anchor : report.anchors)
    out["anchors"].push_back(Json{{"rater", anchor.rater},
                                  {"review", anchor.review},
                                  {"earlier", anchor.earlier},
                                  {"distance", rounded(anchor.distance)},
                                  {"failed", anchor.failed}});
  out["notes"] = cautions(report);
  return written(out);
}

}  // namespace runner::report
