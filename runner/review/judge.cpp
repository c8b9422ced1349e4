#include "runner/review/judge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/assign.hpp"
#include "runner/review/fate.hpp"
#include "runner/review/scene.hpp"
#include "runner/review/spray.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {
namespace {

bool same_problem(const Pair& pair) { return pair.level >= Level::identified; }

class Judging {
 public:
  Judging(const std::vector<ReadClaim>& claims, const Scene& scene, const CodeIndex& index)
      : claims_(claims), scene_(scene), index_(index) {
    for (std::size_t i = 0; i < claims.size(); ++i)
      for (std::size_t d = 0; d < scene.key->defects.size(); ++d)
        if (auto pair = weigh(claims[i], i, d, scene)) pairs_.push_back(std::move(*pair));
    sprayed_ = sprayed(claims, pairs_, scene);
    matched_.resize(claims.size());
    for (const auto& pair : pairs_)
      if (same_problem(pair)) matched_[pair.claim] = true;
    chosen_ = choose();
  }

  Assessment result() && {
    Assessment assessment;
    for (std::size_t d = 0; d < scene_.key->defects.size(); ++d)
      assessment.defects.push_back(defect_result(d));
    for (std::size_t i = 0; i < claims_.size(); ++i) assessment.claims.push_back(claim_result(i));
    std::ranges::stable_sort(pairs_, [](const Pair& a, const Pair& b) {
      if (a.defect != b.defect) return a.defect < b.defect;
      return a.score != b.score ? a.score > b.score : a.claim < b.claim;
    });
    assessment.pairs = std::move(pairs_);
    return assessment;
  }

 private:
  // What crediting the pair is worth. A match before any remark in place; a higher level before a lower; then
  // the evidence. A claim that is about something else for sure is no vague remark about this.
  double value(const Pair& pair) const {
    if (!sprayed_[pair.claim].empty()) return 0;
    if (same_problem(pair)) return 10 + static_cast<double>(pair.level) + pair.score;
    if (pair.level != Level::located || matched_[pair.claim] || mistaken(pair.claim)) return 0;
    return pair.score;
  }

  bool mistaken(std::size_t claim) const {
    return decoy_hit(claims_[claim], scene_) || confirmed_extra(claims_[claim], scene_, index_);
  }

  std::vector<std::optional<std::size_t>> choose() const {
    std::vector<std::vector<double>> values(scene_.key->defects.size(),
                                            std::vector<double>(claims_.size(), 0));
    for (const auto& pair : pairs_) values[pair.defect][pair.claim] = value(pair);
    return assign(values);
  }

  const Pair* pair_of(std::size_t claim, std::size_t defect) const {
    for (const auto& pair : pairs_)
      if (pair.claim == claim && pair.defect == defect) return &pair;
    return nullptr;
  }

  bool chosen(std::size_t claim) const {
    return std::ranges::find(chosen_, std::optional(claim)) != chosen_.end();
  }

  // The defect that an uncredited claim repeats: its best match.
  const Pair* repeats(std::size_t claim) const {
    const Pair* best = nullptr;
    for (const auto& pair : pairs_)
      if (pair.claim == claim && same_problem(pair) && (best == nullptr || pair.score > best->score))
        best = &pair;
    return best;
  }

  DefectResult defect_result(std::size_t defect) const {
    DefectResult result{.defect = scene_.key->defects[defect].id};
    if (chosen_[defect]) {
      const auto& pair = *pair_of(*chosen_[defect], defect);
      result.level = pair.level;
      result.claim = pair.claim;
      result.wrong_remedy = pair.wrong_remedy;
      result.ambiguous = pair.ambiguous;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (chosen(i) || !sprayed_[i].empty()) continue;
      if (const auto* pair = repeats(i); pair != nullptr && pair->defect == defect)
        result.duplicates.push_back(i);
    }
    if (result.level < Level::identified)
      for (const auto& pair : pairs_)
        if (pair.defect == defect && pair.ambiguous && !matched_[pair.claim] && sprayed_[pair.claim].empty())
          result.ambiguous = true;
    return result;
  }

  ClaimResult claim_result(std::size_t claim) const {
    ClaimResult result{.claim = claims_[claim].claim};
    for (std::size_t d = 0; d < chosen_.size(); ++d) {
      if (chosen_[d] != claim) continue;
      result.fate = Fate::credited;
      result.target = scene_.key->defects[d].id;
      result.reason = fmt::format("{} at level {}", result.target, to_string(pair_of(claim, d)->level));
      return result;
    }
    if (const auto* pair = repeats(claim); pair != nullptr && sprayed_[claim].empty()) {
      result.fate = Fate::duplicate;
      result.target = scene_.key->defects[pair->defect].id;
      result.reason = fmt::format("another claim about {} says more", result.target);
      return result;
    }
    auto other = fate_of(claims_[claim], scene_, index_, sprayed_[claim]);
    result.fate = other.fate;
    result.target = std::move(other.target);
    result.reason = std::move(other.reason);
    return result;
  }

  const std::vector<ReadClaim>& claims_;
  const Scene& scene_;
  const CodeIndex& index_;
  std::vector<Pair> pairs_;
  std::vector<std::string> sprayed_;                // by claim: why it earns nothing, or ""
  std::vector<bool> matched_;                       // by claim: it names some defect's problem
  std::vector<std::optional<std::size_t>> chosen_;  // by defect: the claim that earns it
};

}  // namespace

Assessment judge(const Review& review, const Key& key, const std::vector<SuggestionTrial>& trials,
                 const Language& language) {
  const auto words = compile(key, *language);
  const auto index = index_code(key);
  const auto claims = read_all(review, words, index, *language);
  const auto scene = set_scene(review, key, words, index, trials, *language);
  return Judging(claims, scene, index).result();
}

}  // namespace runner::review
