#include "runner/report/health.hpp"
#include "runner/report/health_words.hpp"
#include "runner/report/json_values.hpp"

namespace runner::report {
namespace {

using measure::Direction;

Json alarm_json(Direction direction, const std::optional<std::size_t>& at) {
  if (direction == Direction::none) return nullptr;
  return Json{{"direction", direction == Direction::up ? "up" : "down"}, {"attempt", at.value_or(0) + 1}};
}

const char* sample_name(measure::Sample sample) {
  switch (sample) {
    case measure::Sample::counts_only:
      return "counts-only";
    case measure::Sample::wide:
      return "wide";
    case measure::Sample::full:
      return "full";
  }
  return "full";
}

Json item_json(const measure::ItemHealth& item) {
  const auto& discrimination = item.discrimination;
  return Json{
      {"id", item.info.id},
      {"position", item.info.position < 0 ? Json(nullptr) : Json(item.info.position)},
      {"seen", item.seen},
      {"found", item.found},
      {"located", item.located},
      {"sample", sample_name(item.sample)},
      {"share_found", json(item.difficulty)},
      {"share_found_interval", item.difficulty_interval ? json(*item.difficulty_interval) : Json(nullptr)},
      {"discrimination", json(discrimination.value)},
      {"discrimination_interval", discrimination.interval ? json(*discrimination.interval) : Json(nullptr)},
      {"located_share", json(item.located_share)},
      {"cusum", json(item.drift)},
      {"alarm", alarm_json(item.alarm, item.alarm_at)},
      {"exposed", item.exposed}};
}

Json unknown_json(const std::optional<measure::Unknown>& unknown) {
  if (!unknown) return nullptr;
  return Json{{"first", unknown->capture.first},
              {"second", unknown->capture.second},
              {"both", unknown->capture.both},
              {"lincoln_petersen", json(unknown->population.lincoln_petersen)},
              {"chapman", rounded(unknown->population.chapman)},
              {"chapman_interval", json(unknown->population.interval)},
              {"mills", json(unknown->mills)},
              {"assumes", population_assumptions}};
}

Json exercise_json(const session::BankHealth& each) {
  const auto& health = each.health;
  Json items = Json::array(), clusters = Json::array(), variants = Json::array(), times = Json::array();
  for (const auto& item : health.items) items.push_back(item_json(item));
  for (const auto& cluster : health.clusters)
    clusters.push_back(Json{{"class", cluster.class_id},
                            {"path", cluster.path},
                            {"lines", Json::array({cluster.first_line, cluster.last_line})},
                            {"attempts", cluster.attempts},
                            {"judged", cluster.judged}});
  for (const auto& variant : health.variants)
    variants.push_back(Json{{"planted", variant.planted},
                            {"attempts", variant.attempts},
                            {"share_found", json(variant.mean)},
                            {"ability", json(variant.ability)},
                            {"equated", json(variant.equated)}});
  for (const auto& group : health.time_groups)
    times.push_back(
        Json{{"factor", group.factor}, {"attempts", group.attempts}, {"coverage", json(group.coverage)}});
  return Json{{"exercise", each.exercise},
              {"version", each.version},
              {"attempts", health.attempts},
              {"sample", sample_name(health.sample)},
              {"items", std::move(items)},
              {"common_items", health.common_items},
              {"kr20", json(health.reliability.alpha)},
              {"standard_error", json(health.reliability.standard_error)},
              {"position_effect", json(health.position_effect)},
              {"time_effect", json(health.time_effect)},
              {"time_factors", std::move(times)},
              {"alarm", alarm_json(health.alarm, health.alarm_at)},
              {"clusters", std::move(clusters)},
              {"variants", std::move(variants)},
              {"unknown", unknown_json(health.unknown)}};
}

}  // namespace

std::string health_json(const session::HealthReport& report) {
  Json exercises = Json::array();
  for (const auto& each : report.exercises) exercises.push_back(exercise_json(each));
  return written(Json{{"schema", "seedfault.bank-health/1"},
                      {"exercises", std::move(exercises)},
                      {"not_scored", report.not_scored}});
}

std::string impact_json(const measure::Impact& impact) {
  Json groups = Json::array();
  for (const auto& each : impact.groups)
    groups.push_back(Json{{"group", each.group.name},
                          {"total", each.group.total},
                          {"selected", each.group.selected},
                          {"rate", rounded(each.rate)},
                          {"interval", json(each.interval)},
                          {"ratio", json(each.ratio)},
                          {"fisher_p", json(each.p)},
                          {"under_four_fifths", each.under_four_fifths},
                          {"too_few", each.few}});
  return written(Json{
      {"schema", "seedfault.fairness/1"}, {"reference", impact.reference}, {"groups", std::move(groups)}});
}

std::string rescored_json(const std::vector<session::Rescored>& all) {
  Json attempts = Json::array();
  for (const auto& each : all) {
    Json changes = Json::array();
    for (const auto& change : each.changes)
      changes.push_back(Json{{"defect", change.defect},
                             {"before", to_string(change.before)},
                             {"after", to_string(change.after)},
                             {"evidence_before", change.evidence_before},
                             {"evidence_after", change.evidence_after}});
    attempts.push_back(Json{{"attempt", each.attempt},
                            {"version_before", each.version_before},
                            {"version_after", each.version_after},
                            {"score_before", rounded(each.score_before)},
                            {"score_after", rounded(each.score_after)},
                            {"changes", std::move(changes)},
                            {"note", each.note}});
  }
  return written(Json{{"schema", "seedfault.rescore/1"}, {"attempts", std::move(attempts)}});
}

}  // namespace runner::report
