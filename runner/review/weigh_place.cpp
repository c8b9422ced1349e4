#include "runner/review/weighing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/evidence.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {

void Weighing::weigh_place() {
  if (standing_.relation == Relation::none) {
    if (defect_.absence) add(EvidenceKind::place, weights::absence, "what is missing needs no line");
    return;
  }
  const bool lined = !claim_.anchors[standing_.anchor].lines.none();
  double weight = weight_of(standing_.relation);
  if (standing_.relation == Relation::file && !lined) weight = weights::whole_file;
  if (standing_.role == PlaceRole::neutral && standing_.relation >= Relation::block)
    weight += weights::neutral_zone;
  if (defect_.absence && weight < weights::function) return add_absence(lined);
  add(EvidenceKind::place, weight, place_sentence(standing_, claim_.anchors, target_.spots));
}

void Weighing::add_absence(bool lined) {
  const bool other_file = standing_.relation == Relation::elsewhere && !target_.spots.empty();
  const double weight = other_file ? weights::absence_elsewhere
                        : lined    ? weights::absence_in_file
                                   : weights::absence;
  add(EvidenceKind::place, weight,
      fmt::format("what is missing needs no line; {}",
                  place_sentence(standing_, claim_.anchors, target_.spots)));
}

void Weighing::weigh_subjects() {
  if (standing_.relation >= Relation::function || !says_.named()) return;
  if (standing_.relation == Relation::elsewhere && !defect_.absence) return;  // it points at another place
  std::vector<std::string> found;
  const auto& tokens = claim_.speech.tokens;
  for (std::size_t i = 0; i < tokens.tokens.size() && found.size() < 3; ++i) {
    if (names_cause(i)) continue;
    const auto& stem = tokens.tokens[i].stem;
    if (!target_.subjects.contains(stem) || std::ranges::find(found, stem) != found.end()) continue;
    const double weight = found.empty() ? weights::subject_first : weights::subject_more;
    add(EvidenceKind::place, weight,
        fmt::format("\"{}\" stands in the defect's place and in few others", words({i, i + 1})),
        words({i, i + 1}));
    found.push_back(stem);
  }
  if (found.empty()) weigh_hint();
  if (only_defect()) add(EvidenceKind::place, weights::only_one, "no other defect's cause is named");
}

void Weighing::weigh_hint() {
  const auto& tokens = claim_.speech.tokens.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (names_cause(i) || !target_.hints.contains(tokens[i].stem)) continue;
    return add(EvidenceKind::place, weights::subject_hint,
               fmt::format("\"{}\" stands in the defect's place and in some others", words({i, i + 1})),
               words({i, i + 1}));
  }
}

bool Weighing::names_cause(std::size_t token) const {
  if (says_.cause == nullptr || token < says_.cause->range.first || token >= says_.cause->range.last)
    return false;
  const auto& text = scene_.words->book.text(says_.cause->phrase);
  return token == says_.cause->range.first || token + 1 == says_.cause->range.last ||
         text.find(claim_.speech.tokens.tokens[token].word) != std::string::npos;
}

bool Weighing::only_defect() const {
  for (std::size_t other = 0; other < scene_.key->defects.size(); ++other) {
    if (other == number_) continue;
    for (const auto vocabulary : {scene_.words->of_defect(other), scene_.words->class_of_defect[other]})
      if (std::ranges::any_of(claim_.speech.of(vocabulary, Concept::cause), &Said::meant)) return false;
  }
  return true;
}

}  // namespace runner::review
