// The phrases of a key, compiled once: of each class, each defect, each decoy, and those that turn sentences
// round.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "runner/review/key.hpp"
#include "runner/review/phrase_book.hpp"
#include "runner/review/polarity.hpp"

namespace runner::review {

// What a phrase says about what it belongs to. lackable: a topic T whose absence is a cause ("{absent} T",
// "no_T").
enum class Concept { topic, lackable, cause, effect, remedy, wrong_remedy, near_miss, false_alarm };

// Whose phrase it is: vocabularies are numbered, classes first, then defects, then decoys.
struct Owner {
  std::size_t vocabulary = 0;
  Concept kind = Concept::topic;
  friend auto operator<=>(const Owner&, const Owner&) = default;
};

struct KeyWords {
  PhraseBook book;
  PartPhrases parts;
  std::vector<std::string> classes;          // ids: those of Key::classes, then those that only defects bring
  std::vector<std::size_t> class_of_defect;  // index into `classes`
  std::vector<std::size_t> class_of_decoy;   // classes.size() when the decoy names none that is known
  std::vector<std::vector<Owner>> owners;    // by phrase
  std::vector<bool>
      at_stake;  // by class: a defect, a decoy or a sighting of the key is of it; one more for none

  std::vector<std::vector<bool>> kin;  // by class and class: one phrase names the cause of both

  [[nodiscard]] std::size_t of_defect(std::size_t defect) const { return classes.size() + defect; }
  [[nodiscard]] std::size_t of_decoy(std::size_t decoy) const {
    return classes.size() + class_of_defect.size() + decoy;
  }
  // The class that a vocabulary speaks of; classes.size() when none.
  [[nodiscard]] std::size_t class_of(std::size_t vocabulary) const;
};

[[nodiscard]] KeyWords compile(const Key& key, const LanguageData& language);

}  // namespace runner::review
