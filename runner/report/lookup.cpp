#include "runner/report/lookup.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>
#include <tuple>

namespace runner::report {
namespace {

// Broken invariant: the assessment holds a result for every defect of the key.
const review::DefectResult& without_result() {
  static const review::DefectResult missed;
  assert(false && "a defect of the key has no result");
  return missed;
}

}  // namespace

std::vector<std::size_t> by_severity(const review::Key& key) {
  std::vector<std::size_t> order(key.defects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& left = key.defects[a];
    const auto& right = key.defects[b];
    return std::tie(left.severity, left.weight) > std::tie(right.severity, right.weight);
  });
  return order;
}

std::size_t defect_index(const session::Scored& scored, std::string_view id) {
  const auto& defects = scored.key.defects;
  const auto found = std::find_if(defects.begin(), defects.end(), [id](const auto& d) { return d.id == id; });
  return static_cast<std::size_t>(std::distance(defects.begin(), found));
}

const review::DefectResult& result_of(const session::Scored& scored, std::size_t defect) {
  const auto& results = scored.assessment.defects;
  const std::string& id = scored.key.defects[defect].id;
  const auto found =
      std::find_if(results.begin(), results.end(), [&](const auto& r) { return r.defect == id; });
  return found == results.end() ? without_result() : *found;
}

const review::Decoy* decoy_named(const session::Scored& scored, std::string_view id) {
  const auto& decoys = scored.key.decoys;
  const auto found = std::find_if(decoys.begin(), decoys.end(), [id](const auto& d) { return d.id == id; });
  return found == decoys.end() ? nullptr : &*found;
}

std::vector<std::size_t> claims_of_fate(const session::Scored& scored, review::Fate fate) {
  std::vector<std::size_t> claims;
  for (std::size_t i = 0; i < scored.assessment.claims.size(); ++i)
    if (scored.assessment.claims[i].fate == fate) claims.push_back(i);
  return claims;
}

std::vector<std::size_t> claims_of_comment(const session::Scored& scored, std::size_t comment) {
  std::vector<std::size_t> claims;
  for (std::size_t i = 0; i < scored.assessment.claims.size(); ++i)
    if (scored.assessment.claims[i].claim.comment == comment) claims.push_back(i);
  return claims;
}

const review::Comment& comment_of(const session::Scored& scored, std::size_t claim) {
  return scored.review.comments[scored.assessment.claims[claim].claim.comment];
}

const review::Pair* pair_of(const session::Scored& scored, std::size_t claim, std::size_t defect) {
  const auto& pairs = scored.assessment.pairs;
  const auto found = std::find_if(pairs.begin(), pairs.end(),
                                  [&](const auto& p) { return p.claim == claim && p.defect == defect; });
  return found == pairs.end() ? nullptr : &*found;
}

std::vector<const review::Pair*> pairs_of_defect(const session::Scored& scored, std::size_t defect) {
  std::vector<const review::Pair*> found;
  for (const auto& pair : scored.assessment.pairs)
    if (pair.defect == defect) found.push_back(&pair);
  return found;
}

double credit(const session::Scored& scored, review::Level level) {
  return scored.policy.credit[static_cast<std::size_t>(level)];
}

std::vector<review::Place> main_places(const review::Defect& defect) {
  std::vector<review::Place> places;
  std::copy_if(defect.places.begin(), defect.places.end(), std::back_inserter(places),
               [](const auto& place) { return place.role == review::PlaceRole::primary; });
  return places.empty() ? defect.places : places;
}

}  // namespace runner::report
