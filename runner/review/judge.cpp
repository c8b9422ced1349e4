#include "runner/review/judge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runner/review/assign.hpp"
#include "runner/review/fate.hpp"
#include "runner/review/scene.hpp"
#include "runner/review/seats.hpp"
#include "runner/review/spray.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {
namespace {

bool same_problem(const Pair& pair) { return worth(pair) >= Level::identified; }

class Judging {
 public:
  Judging(const std::vector<ReadClaim>& claims, const Scene& scene, const CodeIndex& index,
          const std::vector<Decision>& decisions)
      : claims_(claims), scene_(scene), index_(index), decisions_(decisions), fate_decided_(claims.size()) {
    for (std::size_t i = 0; i < claims.size(); ++i)
      for (std::size_t d = 0; d < scene.key->defects.size(); ++d)
        if (auto pair = weigh(claims[i], i, d, scene)) pairs_.push_back(std::move(*pair));
    sprayed_ = sprayed(claims, pairs_, scene);
    decide();
    matched_.resize(claims.size());
    best_.resize(claims.size());
    best_on_it_.resize(claims.size());
    for (const auto& pair : pairs_) {
      if (same_problem(pair)) {
        matched_[pair.claim] = true;
        if (pair.on_it) best_on_it_[pair.claim] = std::max(best_on_it_[pair.claim], pair.score);
      }
      best_[pair.claim] = std::max(best_[pair.claim], pair.score);
    }
    find_repeats();
    choose();
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
    assessment.adrift = std::move(adrift_);
    return assessment;
  }

 private:
  // A person has read what the program only weighs: what they decided stands, even about a pair without any
  // evidence and about a claim that looks like a guess.
  void decide() {
    std::vector<Claim> claims;
    for (const auto& read : claims_) claims.push_back(read.claim);
    std::vector<std::string> defects;
    for (const auto& defect : scene_.key->defects) defects.push_back(defect.id);
    auto placement = place(decisions_, claims, *scene_.review, defects);
    adrift_ = std::move(placement.adrift);
    for (const auto& placed : placement.placed) {
      const auto& decision = decisions_[placed.decision];
      if (!placed.defect) {
        fate_decided_[placed.claim] = &decision;
        continue;
      }
      auto& pair = pair_for(placed.claim, *placed.defect);
      pair.decided = decision.level;
      pair.decision = decision.number;
      pair.ambiguous = false;
      if (decision.level > Level::missed) sprayed_[placed.claim].clear();
    }
  }

  Pair& pair_for(std::size_t claim, std::size_t defect) {
    for (auto& pair : pairs_)
      if (pair.claim == claim && pair.defect == defect) return pair;
    return pairs_.emplace_back(Pair{.claim = claim, .defect = defect});
  }

  // What crediting the pair is worth. A match before any remark in place; a higher level before a lower; then
  // a person's word, then the evidence. A claim that is about something else for sure is no vague remark
  // about this.
  double value(const Pair& pair) const {
    if (!sprayed_[pair.claim].empty() || worth(pair) == Level::missed) return 0;
    const double strength = pair.decided ? 1 : pair.score;
    if (!pair.decided && same_problem(pair) && outdone(pair)) return 0;
    if (same_problem(pair)) return 10 + static_cast<double>(worth(pair)) + strength;
    if (pair.decided) return 1 + strength;
    return matched_[pair.claim] || mistaken(pair.claim) ? 0 : pair.score;
  }

  // The claim is about another defect by far, what it says fits this one by the way; or it stands on the
  // other's very lines, and near this one's, and its words do not tell them apart.
  bool outdone(const Pair& pair) const {
    const auto odds = [](double score) { return std::log(score / (1 - score)); };
    if (odds(best_[pair.claim]) - odds(pair.score) > weights::rival_margin) return true;
    return !pair.on_it && best_on_it_[pair.claim] > 0 &&
           odds(pair.score) - odds(best_on_it_[pair.claim]) < weights::rival_margin;
  }

  bool mistaken(std::size_t claim) const {
    return decoy_hit(claims_[claim], scene_) || confirmed_extra(claims_[claim], scene_, index_);
  }

  void choose() {
    std::vector<Claim> claims;
    for (const auto& read : claims_) claims.push_back(read.claim);
    const auto seats = seats_of(claims, pairs_, *scene_.review);
    std::vector<std::vector<double>> values(scene_.key->defects.size(), std::vector<double>(seats.size(), 0));
    std::vector<std::vector<std::size_t>> of_claim(claims.size());
    for (std::size_t i = 0; i < seats.size(); ++i) of_claim[seats[i].claim].push_back(i);
    for (const auto& pair : pairs_)
      for (const auto seat : of_claim[pair.claim])
        if (stands_for(seats[seat], pair)) values[pair.defect][seat] = value(pair);
    for (const auto& seat : assign(values))
      chosen_.push_back(seat ? std::optional(seats[*seat].claim) : std::nullopt);
  }

  const Pair* pair_of(std::size_t claim, std::size_t defect) const {
    for (const auto& pair : pairs_)
      if (pair.claim == claim && pair.defect == defect) return &pair;
    return nullptr;
  }

  bool chosen(std::size_t claim) const {
    return std::ranges::find(chosen_, std::optional(claim)) != chosen_.end();
  }

  // For each claim the pair that it repeats when it is not credited: what a person found, else its best
  // match.
  void find_repeats() {
    repeats_.resize(claims_.size());
    const auto better = [](const Pair& a, const Pair& b) {
      return a.decided.has_value() != b.decided.has_value() ? a.decided.has_value() : a.score > b.score;
    };
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      auto& best = repeats_[pairs_[i].claim];
      if (same_problem(pairs_[i]) && (!best || better(pairs_[i], pairs_[*best]))) best = i;
    }
  }

  std::optional<std::size_t> repeated_defect(std::size_t claim) const {
    if (!repeats_[claim] || !sprayed_[claim].empty()) return std::nullopt;
    return pairs_[*repeats_[claim]].defect;
  }

  DefectResult defect_result(std::size_t defect) const {
    DefectResult result{.defect = scene_.key->defects[defect].id};
    if (chosen_[defect]) {
      const auto& pair = *pair_of(*chosen_[defect], defect);
      result.level = worth(pair);
      result.claim = pair.claim;
      result.wrong_remedy = pair.wrong_remedy;
      result.ambiguous = pair.ambiguous;
      result.decision = pair.decision;
    }
    for (std::size_t i = 0; i < claims_.size(); ++i)
      if (repeated_defect(i) == defect && !chosen(i)) result.duplicates.push_back(i);
    if (result.level < Level::identified)
      for (const auto& pair : pairs_)
        if (pair.defect == defect && pair.ambiguous && !matched_[pair.claim] && sprayed_[pair.claim].empty())
          result.ambiguous = true;
    return result;
  }

  ClaimResult claim_result(std::size_t claim) const {
    ClaimResult result{.claim = claims_[claim].claim};
    result.sprayed = !sprayed_[claim].empty();
    if (credit(claim, result)) return result;
    if (const auto defect = repeated_defect(claim)) {
      result.fate = Fate::duplicate;
      result.target = scene_.key->defects[*defect].id;
      result.reason = fmt::format("another claim about {} says more", result.target);
      return result;
    }
    if (const auto* decision = fate_decided_[claim]; decision != nullptr) {
      result.fate = decision->fate;
      result.reason = fmt::format("decided by a person: {}", decision->reason);
      result.decision = decision->number;
      return result;
    }
    auto other = fate_of(claims_[claim], scene_, index_, sprayed_[claim]);
    result.fate = other.fate;
    result.target = std::move(other.target);
    result.reason = std::move(other.reason);
    return result;
  }

  bool credit(std::size_t claim, ClaimResult& result) const {
    for (std::size_t d = 0; d < chosen_.size(); ++d) {
      if (chosen_[d] != claim) continue;
      const auto& pair = *pair_of(claim, d);
      const auto& id = scene_.key->defects[d].id;
      if (result.fate != Fate::credited) result.target = id;
      result.fate = Fate::credited;
      result.reason += fmt::format("{}{} at level {}{}", result.reason.empty() ? "" : "; ", id,
                                   to_string(worth(pair)), pair.decided ? ", as a person decided" : "");
    }
    return result.fate == Fate::credited;
  }

  const std::vector<ReadClaim>& claims_;
  const Scene& scene_;
  const CodeIndex& index_;
  const std::vector<Decision>& decisions_;
  std::vector<const Decision*> fate_decided_;  // by claim: what a person decided it is, or null
  std::vector<int> adrift_;
  std::vector<Pair> pairs_;
  std::vector<std::string> sprayed_;                 // by claim: why it earns nothing, or ""
  std::vector<bool> matched_;                        // by claim: it names some defect's problem
  std::vector<double> best_;                         // by claim: its highest score
  std::vector<double> best_on_it_;                   // of the defects on whose lines it stands; 0: none
  std::vector<std::optional<std::size_t>> repeats_;  // by claim: the pair that it repeats
  std::vector<std::optional<std::size_t>> chosen_;   // by defect: the claim that earns it
};

Assessment judged(const Review& review, const Key& key, const KeyWords& words, const CodeIndex& index,
                  const std::vector<SuggestionTrial>& trials, const LanguageData& language,
                  const std::vector<Decision>& decisions) {
  const auto claims = read_all(review, words, index, language);
  const auto scene = set_scene(review, key, words, index, trials, language);
  return Judging(claims, scene, index, decisions).result();
}

}  // namespace

struct ReadyKey {
  ReadyKey(Key of, Language in)
      : key(std::move(of)), language(std::move(in)), words(compile(key, *language)), index(index_code(key)) {}
  ReadyKey(const ReadyKey&) = delete;  // the index refers to the key
  ReadyKey& operator=(const ReadyKey&) = delete;
  Key key;
  Language language;
  KeyWords words;
  CodeIndex index;
};

std::shared_ptr<const ReadyKey> make_ready(Key key, Language language) {
  return std::make_shared<const ReadyKey>(std::move(key), std::move(language));
}

const Key& key_of(const ReadyKey& ready) { return ready.key; }

Assessment judge(const Review& review, const ReadyKey& ready, const std::vector<SuggestionTrial>& trials,
                 const std::vector<Decision>& decisions) {
  return judged(review, ready.key, ready.words, ready.index, trials, *ready.language, decisions);
}

Assessment judge(const Review& review, const Key& key, const std::vector<SuggestionTrial>& trials,
                 const Language& language, const std::vector<Decision>& decisions) {
  return judged(review, key, compile(key, *language), index_code(key), trials, *language, decisions);
}

}  // namespace runner::review
