#include "runner/review/weighing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/weights.hpp"

namespace runner::review {

void Weighing::weigh_against() {
  if (const auto* said = says_.denied; said != nullptr) {
    denied_ = true;
    add(EvidenceKind::polarity, weights::denied,
        fmt::format("\"{}\" is {} (\"{}\")", words(said->range), to_string(said->reading.stance),
                    said->reading.because),
        words(said->range));
  }
  if (claim_.claim.label == "praise") {
    denied_ = true;
    add(EvidenceKind::label, weights::denied, "labelled as praise");
  }
  if (says_.near_miss != nullptr) add_said(*says_.near_miss, weights::near_miss);
  if (says_.cause == nullptr && !suggested_right_) weigh_other_problem();
  if (decoy_closer())
    add(EvidenceKind::mechanism, weights::decoy_place, "it stands on code that looks like this and is right");
  if (claim_.copied)
    add(EvidenceKind::mechanism, weights::denied, "the words are copied from what the reviewer was given");
  if (claim_.soup) add(EvidenceKind::mechanism, weights::denied, "a list of keywords is not a claim");
}

bool Weighing::own_words(const Said& cause) const {
  const auto meets = [&](const Said* own) {
    return own != nullptr && own->range.first < cause.range.last && cause.range.first < own->range.last;
  };
  return standing_.relation >= Relation::near && (meets(says_.effect) || (remedied() && meets(says_.remedy)));
}

bool Weighing::asserts_another(std::size_t other) const {
  return std::ranges::any_of(claim_.speech.said, [&](const Said& said) {
    return said.owner.kind == Concept::cause && said.meant() &&
           scene_.words->class_of(said.owner.vocabulary) == other && !own_words(said);
  });
}

void Weighing::weigh_other_problem() {
  if (says_.remedy == nullptr && says_.topic == nullptr && says_.effect == nullptr && says_.asked == nullptr)
    return;
  for (const auto other : claim_.causes) {
    if (other == class_ || scene_.words->kin[other][class_] || !asserts_another(other)) continue;
    return add(EvidenceKind::mechanism, weights::other_problem,
               fmt::format("the claim is about another problem: {}", scene_.words->classes[other]));
  }
}

bool Weighing::decoy_closer() const {
  const auto decoy = decoy_hit(claim_, scene_);
  if (!decoy) return false;
  const auto there = nearest(claim_.anchors, scene_.decoys[*decoy].spots);
  if (there.relation != standing_.relation) return there.relation > standing_.relation;
  return there.distance < standing_.distance;
}

}  // namespace runner::review
