#include <algorithm>

#include "runner/review/weigh.hpp"

namespace runner::review {

std::optional<std::size_t> decoy_hit(const ReadClaim& claim, const Scene& scene) {
  if (!claim.approval.empty()) return std::nullopt;
  const auto says = [&](std::size_t vocabulary, std::initializer_list<Concept> kinds) {
    return std::ranges::any_of(kinds, [&](Concept kind) {
      return std::ranges::any_of(claim.speech.of(vocabulary, kind), &Said::meant);
    });
  };
  // "joinedload, so it is one query" speaks of the remedy that is there; "use joinedload" misses it.
  const auto wants_remedy = [&](std::size_t vocabulary) {
    return std::ranges::any_of(claim.speech.of(vocabulary, Concept::remedy),
                               [](const Said& said) { return said.meant() && said.wish >= Wish::lacked; });
  };
  std::optional<std::size_t> found;
  Standing closest{.relation = Relation::type};
  for (std::size_t i = 0; i < scene.decoys.size(); ++i) {
    const auto standing = nearest(claim.anchors, scene.decoys[i].spots);
    const bool closer = standing.relation > closest.relation ||
                        (standing.relation == closest.relation && standing.distance < closest.distance);
    if (standing.relation < Relation::function || !closer) continue;
    const auto known = scene.words->class_of_decoy[i];
    const bool mistaken =
        says(scene.words->of_decoy(i), {Concept::false_alarm}) ||
        (known < scene.words->classes.size() && (says(known, {Concept::cause}) || wants_remedy(known)));
    if (!mistaken) continue;
    found = i;
    closest = standing;
  }
  return found;
}

}  // namespace runner::review
