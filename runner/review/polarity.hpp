// Does the sentence assert what a phrase says, or turn it round? Read from english/polarity.toml:
//
//   negators     "this is not a race": the phrase stands behind one, in its clause, within a few words
//                but "please don't hold it", "should not be swallowed" and "never log" forbid what is done
//   preventers   "the lock prevents the race": not so when they are negated ("nothing prevents") or proposed
//   all_clear    "no need for an index here", "the timeout is fine": unless limited ("fine for ten rows"),
//   asked
//                about ("how this is handled") or only what somebody is made to believe ("was told all is
//                fine", "so the caller thinks that it is fine"); a conclusion ("so I think it's right")
//                speaks of the whole sentence, whatever "but" stands in it
//   praise       "nice use of idempotency keys": unless wished for ("would be nice to have"); at the end, on
//                its own, of all that was said: "poison jobs get buried, good"
//   dismissals   "I first thought this is a race, but the row is locked"
//   contrast     between two of these ends their reach: "nice, but no timeout"
//   hypothetical "if there were no lock, two requests would race", past: "previously there was no timeout"
//
// A question asserts what it names, negated or not: "isn't this a race?".
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/phrase_book.hpp"

namespace runner::review {

enum class Stance { asserted, denied, praised, hypothetical };
[[nodiscard]] std::string_view to_string(Stance stance);

// The lists of polarity.toml, by the part that they play.
enum class Part {
  negators,
  no_negation,
  preventers,
  all_clear,
  limits,
  praise,
  praise_before,
  praise_after,
  contrast,
  clause_ends,
  hypothetical,
  would,
  past,
  proposals,
  asks_for,
  calls_for,
  problem,
  no_claim,
  prohibitions,
  conditions,
  imperatives,
  lacks,
  misses,
  clears_nothing,
  openers,
  opinions,
  dismissals,
  conclusions,
  harms,
  results,
  modals,
  urges,
  reasons,
  rehearsals,
  style
};
inline constexpr std::size_t part_count = 35;

using PartPhrases = std::vector<std::vector<Part>>;  // by phrase; phrases added later play no part
[[nodiscard]] PartPhrases add_parts(PhraseBook& book, const LanguageData& language);

struct Range {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

[[nodiscard]] inline bool nested(Range inner, Range outer) {
  return outer.first <= inner.first && inner.last <= outer.last;
}
[[nodiscard]] inline bool overlap(Range a, Range b) { return a.first < b.last && b.first < a.last; }

// Where each part was found in a text: by part, then sentence.
struct Marks {
  std::array<std::vector<std::vector<Range>>, part_count> ranges;
  [[nodiscard]] const std::vector<Range>& of(Part part, std::size_t sentence) const {
    return ranges[static_cast<std::size_t>(part)][sentence];
  }
};
[[nodiscard]] Marks marks(const Tokens& tokens, const std::vector<Hit>& hits, const PartPhrases& parts);

struct Reading {
  Stance stance = Stance::asserted;
  std::string because;  // the words that turn it round: "not", "no need"; "" when asserted
};

// Names what is meant to be wrong (a cause, an effect), or what is there or should be (a topic, a remedy)?
// Approval reaches across a comma only to the latter: "timeout is set, good", against "nice tests, no timeout
// on the call".
enum class Names { wrong, thing };
[[nodiscard]] Reading stance(const Tokens& tokens, const Marks& marks, std::size_t sentence, Range range,
                             Names names);

// How the sentence speaks of what could be done:
//   none    it only speaks of it: "raises an error"
//   named   it stands at the head of its clause or alone: "selectinload.", "rowcount?"
//   asked   it is asked whether it ought to be there: "don't we need a cap?", "should this be capped?"
//   lacked  it ought to be there: "needs a cap"
//   wanted  it is asked for: "please add a cap", "use selectinload"
enum class Wish { none, named, asked, lacked, wanted };
[[nodiscard]] Wish wish(const Tokens& tokens, const Marks& marks, std::size_t sentence, Range range);

// The sentence approves or gives the all-clear, whatever it is about; none when it does neither.
[[nodiscard]] std::string approval(const Tokens& tokens, const Marks& marks, std::size_t sentence);

}  // namespace runner::review
