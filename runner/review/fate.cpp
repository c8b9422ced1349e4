#include "runner/review/fate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/finding.hpp"
#include "runner/review/label.hpp"

namespace runner::review {
namespace {

bool planted_there(const Scene& scene, const Sighting& sighting) {
  for (const auto& defect : scene.key->defects) {
    if (defect.class_id != sighting.class_id) continue;
    for (const auto& place : defect.places)
      if (place.path == sighting.path && overlap(place.lines, sighting.lines)) return true;
  }
  return false;
}

bool outside_change(const ReadClaim& claim, const Scene& scene) {
  if (claim.anchors.empty()) return false;
  return std::ranges::none_of(claim.anchors, [&](const Anchor& anchor) {
    return anchor.file != no_file && scene.key->code[anchor.file].in_change;
  });
}

bool placed(const ReadClaim& claim) {
  return std::ranges::any_of(claim.anchors, [](const Anchor& anchor) { return !anchor.lines.none(); });
}

std::string class_named(const ReadClaim& claim, const Scene& scene) {
  return claim.causes.empty() ? "something wrong" : scene.words->classes[claim.causes.front()];
}

}  // namespace

std::optional<std::string> confirmed_extra(const ReadClaim& claim, const Scene& scene,
                                           const CodeIndex& index) {
  for (const auto named : claim.causes) {
    for (const auto& sighting : scene.key->sightings) {
      if (sighting.class_id != scene.words->classes[named] || planted_there(scene, sighting)) continue;
      const auto spots = spots_of({Place{.path = sighting.path, .lines = sighting.lines}}, index);
      if (nearest(claim.anchors, spots).relation >= Relation::function) return sighting.class_id;
    }
  }
  return std::nullopt;
}

Uncredited fate_of(const ReadClaim& claim, const Scene& scene, const CodeIndex& index,
                   const std::string& sprayed) {
  if (claim.copied) return {Fate::neutral, "", "the words are copied from what the reviewer was given"};
  if (const auto extra = confirmed_extra(claim, scene, index); extra && sprayed.empty())
    return {Fate::valid_extra, *extra, fmt::format("the detectors report {} there too", *extra)};
  if (const auto decoy = decoy_hit(claim, scene))
    return {Fate::decoy_hit, scene.key->decoys[*decoy].id,
            fmt::format("the code there is right: {}", scene.key->decoys[*decoy].reason)};
  // Kind words and questions cost nothing, however often they are said.
  if (!claim.approval.empty())
    return {Fate::neutral, "", fmt::format("it approves (\"{}\")", claim.approval)};
  if (is_aside(claim.claim.label)) return {Fate::neutral, "", fmt::format("labelled {}", claim.claim.label)};
  const bool guesses = claim.asserts || claim.soup || !claim.causes.empty();
  if (!guesses)
    return {Fate::neutral, "", claim.only_asks ? "a question that claims nothing" : "it claims no defect"};
  if (!sprayed.empty()) return {Fate::noise, "", sprayed};
  if (claim.soup) return {Fate::noise, "", "a list of keywords is not a claim"};
  if (!claim.asserts)
    return {Fate::neutral, "", claim.only_asks ? "a question that claims nothing" : "it claims no defect"};
  if (outside_change(claim, scene))
    return {Fate::neutral, "", "it is about code that the change leaves alone"};
  if (auto finding = unplanned_finding(claim, scene))
    return {Fate::unjudged, *finding,
            fmt::format("it tells of {} closely, and nobody planned or judged it", *finding)};
  if (claim.causes.empty() && !placed(claim))
    return {Fate::neutral, "", "it names neither what is wrong nor where"};
  return {Fate::noise, "",
          fmt::format("it names {}, which nothing supports there", class_named(claim, scene))};
}

}  // namespace runner::review
