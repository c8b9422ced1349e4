// What a claim says of one defect, in the words of the defect and of its class: the evidence of words, before
// it is weighed.
#pragma once

#include "runner/review/said.hpp"

namespace runner::review {

// Null where nothing of the kind is said and meant.
struct Concepts {
  const Said* cause = nullptr;
  const Said* effect = nullptr;  // a consequence in words of its own, not those that name the cause
  const Said* remedy = nullptr;  // likewise
  const Said* topic = nullptr;
  const Said* wrong_remedy = nullptr;
  const Said* near_miss = nullptr;  // covers whatever cause is named
  const Said* asked = nullptr;      // the missing thing: "is there a timeout?", "this needs a timeout"
  Range asking;                     // the words that ask for it
  const Said* denied = nullptr;     // said and not meant, with nothing that outweighs it

  [[nodiscard]] bool named() const { return cause != nullptr || asked != nullptr; }
  [[nodiscard]] bool any() const;
};

// `own` and `known` are the vocabularies of the defect and of its class.
[[nodiscard]] Concepts concepts_in(const Speech& speech, std::size_t own, std::size_t known);

}  // namespace runner::review
