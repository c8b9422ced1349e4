// The report of a revealed pack, and what a panel came to.
#include <fmt/format.h>

#include <algorithm>

#include "runner/review/band.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/pack_pairs.hpp"
#include "runner/session/pack_store.hpp"
#include "runner/session/panel.hpp"

namespace runner::session {
namespace {

Fault not_revealed(const Pack& pack) {
  std::vector<std::string> waiting;
  for (const auto& rater : pack.raters)
    if (rater.role == PackRole::rater && rater.submitted_at.empty() && rater.excused.empty())
      waiting.push_back(rater.name);
  return {pack.id,
          {},
          "is not revealed yet",
          waiting.empty()
              ? fmt::format("all have submitted: `seedfault calibrate reveal {}`", pack.id)
              : fmt::format("nobody sees the others' ratings before all have submitted; waiting for {}",
                            fmt::join(waiting, ", "))};
}

// A row a rater, a column an item of the pack, in the pack's order.
measure::Ratings ratings_of(const std::vector<RatedItem>& items, std::size_t raters) {
  measure::Ratings ratings(raters);
  for (const auto& item : items)
    for (std::size_t i = 0; i < raters; ++i)
      ratings[i].push_back(item.levels[i] ? std::optional(static_cast<double>(*item.levels[i]))
                                          : std::nullopt);
  return ratings;
}

std::vector<int> reviews_of(const std::vector<RatedItem>& items, const Pack& pack) {
  std::vector<int> reviews;
  for (const auto& item : items)
    reviews.push_back(static_cast<int>(review_of(pack, item.review) - pack.reviews.data()));
  return reviews;
}

Drift drift_of(const std::vector<Pack>& packs, const Pack& until, const std::string& rater) {
  Drift drift{.rater = rater, .points = {}};
  for (const auto& pack : packs) {
    if (pack.kind != PackKind::calibration || pack.revealed_at.empty()) continue;
    if (pack.revealed_at > until.revealed_at) continue;
    const auto* person = rater_of(pack, rater);
    if (person == nullptr || person->submitted_at.empty()) continue;
    const auto pairs = pairs_against(pack, rater, Reference::panel);
    if (pairs.empty()) continue;
    double apart = 0;
    for (const auto& pair : pairs) apart += pair.rater - pair.reference;
    drift.points.push_back({.pack = pack.id,
                            .revealed_at = pack.revealed_at,
                            .items = static_cast<int>(pairs.size()),
                            .bias = apart / static_cast<double>(pairs.size())});
  }
  std::ranges::stable_sort(drift.points, {}, &DriftPoint::revealed_at);
  return drift;
}

}  // namespace

Checked<CalibrationReport> calibration_report(const House& house, std::string_view id,
                                              const measure::Resampling& how) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto packs = read_packs(*store);
  if (!packs) return tl::make_unexpected(packs.error());
  auto pack = read_pack(*store, id);
  if (!pack) return tl::make_unexpected(pack.error());
  if (pack->revealed_at.empty()) return faulty(not_revealed(*pack));
  const auto policy = ladder_policy(house);
  if (!policy) return tl::make_unexpected(policy.error());
  CalibrationReport report{
      .pack = *pack, .raters = {}, .people = {}, .program = {}, .items = {}, .drift = {}, .anchors = {}};
  const auto names = raters_who_submitted(*pack);
  for (const auto& name : names) {
    const auto* rater = rater_of(*pack, name);
    const auto against = [&](Reference reference) {
      return measure::compare(pairs_against(*pack, name, reference), how);
    };
    report.raters.push_back({.name = name,
                             .rung = rater->rung,
                             .late = is_late(*pack, *rater),
                             .panel = against(Reference::panel),
                             .gold = against(Reference::gold),
                             .program = against(Reference::program)});
    report.drift.push_back(drift_of(*packs, *pack, name));
    for (auto& anchor : anchors_of(*pack, *packs, name, policy->anchor_distance))
      report.anchors.push_back(std::move(anchor));
  }
  report.items = items_of(*pack, names);
  report.people =
      measure::panel_agreement(ratings_of(report.items, names.size()), how, reviews_of(report.items, *pack));
  report.program = measure::compare(program_pairs(*pack), how);
  return report;
}

PanelResult panel_result(const Pack& pack, const review::Key& key, const review::Policy& policy) {
  PanelResult result;
  const auto& review = pack.reviews.front();
  std::vector<review::GradedDefect> by_program, by_result;
  for (std::size_t i = 0; i < review.defects.size(); ++i) {
    result.defects.push_back(panel_defect(pack, review, i));
    const auto& made = result.defects.back();
    if (!made.result) ++result.open;
    const auto planted = std::ranges::find(key.defects, made.id, &review::Defect::id);
    const double weight = planted == key.defects.end() ? 1 : planted->weight;
    by_program.push_back({.id = made.id, .weight = weight, .level = review.program[i]});
    by_result.push_back({.id = made.id, .weight = weight, .level = made.result.value_or(Level::missed)});
  }
  result.coverage_by_program = review::coverage_of(by_program, policy);
  if (result.open == 0) result.coverage = review::coverage_of(by_result, policy);
  return result;
}

}  // namespace runner::session
