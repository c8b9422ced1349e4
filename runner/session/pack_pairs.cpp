#include "runner/session/pack_pairs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/measure/reliability.hpp"

namespace runner::session {
namespace {

using measure::RatedPair;

std::optional<int> level_by(const Pack& pack, std::string_view rater, const PackReview& review,
                            std::size_t defect) {
  const auto sheet = pack.sheets.find(std::string(rater));
  if (sheet == pack.sheets.end()) return std::nullopt;
  const auto rating = sheet->second.find(review.code);
  if (rating == sheet->second.end() || defect >= rating->second.defects.size()) return std::nullopt;
  const auto level = rating->second.defects[defect].level;
  return level ? std::optional(static_cast<int>(*level)) : std::nullopt;
}

std::vector<int> others(const Pack& pack, std::string_view rater, const PackReview& review,
                        std::size_t defect, bool certified_only) {
  std::vector<int> levels;
  for (const auto& other : pack.raters) {
    if (other.name == rater || other.role != PackRole::rater || other.submitted_at.empty()) continue;
    if (is_late(pack, other) || (certified_only && other.rung != measure::Rung::certified)) continue;
    if (const auto level = level_by(pack, other.name, review, defect)) levels.push_back(*level);
  }
  return levels;
}

// Of packs that are taken together none may share it.
int number_of(const Pack& pack, const PackReview& review) {
  return static_cast<int>(&review - pack.reviews.data());
}

// The middle one; of two the lower and the higher by turns: always the lower would make everybody look
// lenient beside an even number of others.
std::optional<int> middle(std::vector<int> levels, bool higher) {
  if (!higher) return measure::median_level(std::move(levels));
  for (int& level : levels) level = -level;
  const auto found = measure::median_level(std::move(levels));
  return found ? std::optional(-*found) : std::nullopt;
}

std::optional<int> known(const std::vector<Level>& levels, std::size_t defect) {
  return defect < levels.size() ? std::optional(static_cast<int>(levels[defect])) : std::nullopt;
}

std::optional<int> reference_level(const Pack& pack, std::string_view rater, const PackReview& review,
                                   std::size_t defect, Reference reference) {
  const bool higher = (number_of(pack, review) + static_cast<int>(defect)) % 2 == 1;
  switch (reference) {
    case Reference::panel:
      return middle(others(pack, rater, review, defect, false), higher);
    case Reference::gold:
      return known(review.gold, defect);
    case Reference::program:
      return known(review.program, defect);
    case Reference::experts:
      break;
  }
  if (const auto level = middle(others(pack, rater, review, defect, true), higher)) return level;
  if (const auto level = known(review.gold, defect)) return level;
  return middle(others(pack, rater, review, defect, false), higher);
}

}  // namespace

std::vector<RatedPair> pairs_against(const Pack& pack, std::string_view rater, Reference reference) {
  std::vector<RatedPair> pairs;
  for (const auto& review : pack.reviews)
    for (std::size_t defect = 0; defect < review.defects.size(); ++defect) {
      const auto own = level_by(pack, rater, review, defect);
      const auto other = reference_level(pack, rater, review, defect, reference);
      if (own && other)
        pairs.push_back({.rater = *own, .reference = *other, .review = number_of(pack, review)});
    }
  return pairs;
}

std::vector<RatedPair> program_pairs(const Pack& pack) {
  std::vector<RatedPair> pairs;
  for (const auto& review : pack.reviews)
    for (std::size_t defect = 0; defect < std::min(review.gold.size(), review.program.size()); ++defect)
      pairs.push_back({.rater = static_cast<int>(review.program[defect]),
                       .reference = static_cast<int>(review.gold[defect]),
                       .review = number_of(pack, review)});
  return pairs;
}

std::vector<AnchorResult> anchors_of(const Pack& pack, const std::vector<Pack>& all, std::string_view rater,
                                     double allowed) {
  std::vector<AnchorResult> results;
  for (const auto& review : pack.reviews) {
    const auto colon = review.anchor.find(':');
    const auto earlier = std::ranges::find(all, review.anchor.substr(0, colon), &Pack::id);
    if (colon == std::string::npos || earlier == all.end()) continue;
    const auto* then = review_of(*earlier, review.anchor.substr(colon + 1));
    if (then == nullptr) continue;
    std::vector<RatedPair> pairs;
    for (std::size_t defect = 0; defect < review.defects.size(); ++defect) {
      const auto now = level_by(pack, rater, review, defect);
      const auto before = level_by(*earlier, rater, *then, defect);
      if (now && before) pairs.push_back({.rater = *now, .reference = *before});
    }
    if (pairs.empty()) continue;
    const double distance = measure::anchor_distance(pairs);
    results.push_back({.rater = std::string(rater),
                       .review = review.code,
                       .earlier = review.anchor,
                       .distance = distance,
                       .failed = distance > allowed});
  }
  return results;
}

std::vector<std::string> raters_who_submitted(const Pack& pack) {
  std::vector<std::string> names;
  for (const auto& rater : pack.raters)
    if (rater.role == PackRole::rater && !rater.submitted_at.empty()) names.push_back(rater.name);
  return names;
}

std::vector<RatedItem> items_of(const Pack& pack, const std::vector<std::string>& raters) {
  std::vector<RatedItem> items;
  for (const auto& review : pack.reviews)
    for (std::size_t defect = 0; defect < review.defects.size(); ++defect) {
      RatedItem item{.review = review.code,
                     .defect = review.defects[defect],
                     .levels = {},
                     .whys = {},
                     .program = review.program[defect],
                     .gold = defect < review.gold.size() ? std::optional(review.gold[defect]) : std::nullopt};
      std::vector<double> said;
      for (const auto& rater : raters) {
        const auto level = level_by(pack, rater, review, defect);
        item.levels.push_back(level ? std::optional(static_cast<Level>(*level)) : std::nullopt);
        item.whys.push_back(level ? pack.sheets.at(rater).at(review.code).defects[defect].why : "");
        if (level) said.push_back(*level);
      }
      item.spread = measure::variance(said).value_or(0);
      items.push_back(std::move(item));
    }
  std::ranges::stable_sort(items, std::ranges::greater{}, &RatedItem::spread);
  return items;
}

}  // namespace runner::session
