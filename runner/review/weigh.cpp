#include "runner/review/weigh.hpp"

#include <cmath>

#include "runner/review/weighing.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {

Weighing::Weighing(const ReadClaim& claim, std::size_t defect, const Scene& scene)
    : claim_(claim),
      scene_(scene),
      defect_(scene.key->defects[defect]),
      target_(scene.defects[defect]),
      number_(defect),
      own_(scene.words->of_defect(defect)),
      class_(scene.words->class_of_defect[defect]) {}

std::optional<Pair> Weighing::weigh(std::size_t claim_index) {
  standing_ = nearest(claim_.anchors, target_.spots);
  says_ = concepts_in(claim_.speech, own_, class_);
  weigh_words();
  weigh_told();
  weigh_suggestions();
  const bool placed = standing_.relation >= Relation::function;
  if (!placed && !says_.any() && !suggested_right_) return std::nullopt;
  weigh_place();
  weigh_subjects();
  weigh_against();
  return conclude(claim_index);
}

void Weighing::add(EvidenceKind kind, double weight, std::string text, std::string quoted) {
  sum_ += weight;
  pair_.evidence.push_back(
      {.kind = kind, .text = std::move(text), .quote = std::move(quoted), .weight = weight});
}

bool Weighing::located() const {
  if (denied_ || claim_.copied || claim_.soup || !claim_.approval.empty()) return false;
  if (claim_.speech.tokens.tokens.empty()) return suggested_wrong_ && standing_.relation >= Relation::block;
  if (standing_.relation < Relation::statement)
    return standing_.relation >= Relation::function &&
           (says_.effect != nullptr || says_.near_miss != nullptr || says_.cause != nullptr);
  const bool says = says_.topic != nullptr || says_.effect != nullptr || says_.near_miss != nullptr;
  const bool beside = standing_.role == PlaceRole::neutral || target_.spots[standing_.spot].untouched;
  if ((claim_.only_asks || beside) && !says) return false;
  const bool other = std::ranges::any_of(claim_.causes, [&](std::size_t cause) { return cause != class_; });
  return says_.any() || !other;
}

Level Weighing::level() const {
  if (pair_.score < weights::same_problem) return located() ? Level::located : Level::missed;
  if (!identifies()) return Level::identified;
  const int more = (says_.effect != nullptr || told_effect_ ? 1 : 0) + (remedied() ? 1 : 0);
  return static_cast<Level>(static_cast<int>(Level::identified) + more);
}

Pair Weighing::conclude(std::size_t claim_index) {
  const bool capped = says_.near_miss != nullptr;
  pair_.claim = claim_index;
  pair_.defect = number_;
  pair_.score = 1 / (1 + std::exp(-(sum_ + weights::bias)));
  if (capped) pair_.score = std::min(pair_.score, weights::capped);
  pair_.level = level();
  const bool helps = remedied();
  if (says_.wrong_remedy != nullptr && !helps) pair_.wrong_remedy = words(says_.wrong_remedy->range);
  if (suggested_wrong_ && !helps && pair_.wrong_remedy.empty()) pair_.wrong_remedy = "the suggestion";
  const bool close = std::abs(pair_.score - weights::same_problem) < weights::unsure;
  pair_.ambiguous = close && !denied_ && !capped;
  pair_.on_it = standing_.relation >= Relation::statement;
  return std::move(pair_);
}

std::optional<Pair> weigh(const ReadClaim& claim, std::size_t claim_index, std::size_t defect,
                          const Scene& scene) {
  return Weighing(claim, defect, scene).weigh(claim_index);
}

}  // namespace runner::review
