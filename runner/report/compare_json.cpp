#include "runner/report/compare.hpp"
#include "runner/report/comparison.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

const char* kind(const session::Attempt& attempt) {
  if (is_baseline(attempt)) return "baseline";
  return attempt.id.find('/') == std::string::npos ? "attempt" : "sample";
}

Json score_row(const session::Scored& scored, const std::string& name) {
  const auto& card = scored.card;
  return Json{{"id", scored.attempt.id},
              {"name", name},
              {"kind", kind(scored.attempt)},
              {"candidate", scored.attempt.candidate},
              {"verdict", identifier(review::to_string(scored.review.verdict))},
              {"exercise_version", scored.attempt.exercise_version},
              {"coverage", rounded(card.coverage)},
              {"coverage_interval", json(card.coverage_interval)},
              {"precision", json(card.precision)},
              {"score", rounded(card.score)},
              {"band", identifier(review::to_string(card.band))},
              {"found", card.counts.hits},
              {"defects", card.counts.defects},
              {"false_alarms", card.counts.noise + card.counts.decoy_claims}};
}

Json defect_row(const ComparedDefect& each) {
  Json levels = Json::array();
  for (const auto& level : each.levels)
    levels.push_back(level ? Json(identifier(review::to_string(*level))) : Json(nullptr));
  return Json{{"id", each.defect->id},
              {"title", each.defect->title},
              {"class", each.defect->class_id},
              {"severity", detectors::source::to_string(each.defect->severity)},
              {"levels", std::move(levels)}};
}

}  // namespace

std::string compare_json(const std::vector<session::Scored>& scores) {
  Json compared = Json::array();
  const auto names = names_of(scores);
  for (std::size_t i = 0; i < scores.size(); ++i) compared.push_back(score_row(scores[i], names[i]));
  Json defects = Json::array();
  for (const auto& each : compared_defects(scores)) defects.push_back(defect_row(each));
  return written(Json{{"schema", "seedfault.compare/1"},
                      {"exercise", scores.front().attempt.exercise},
                      {"compared", std::move(compared)},
                      {"defects", std::move(defects)},
                      {"notes", cautions(scores)}});
}

}  // namespace runner::report
