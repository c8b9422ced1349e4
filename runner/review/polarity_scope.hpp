// One sentence under the question what it does to one range of its words. Of polarity.cpp alone, which says
// what its parts come to.
#pragma once

#include "runner/review/polarity.hpp"

namespace runner::review {

inline constexpr std::size_t negation_reach = 4;  // other words between "not" and what it denies
inline constexpr std::size_t short_question = 3;  // words: "selectinload maybe?"

class Scope {
 public:
  Scope(const Tokens& tokens, const Marks& marks, std::size_t sentence);

  [[nodiscard]] const std::vector<Range>& of(Part part) const { return marks_.of(part, number_); }
  [[nodiscard]] std::string words(Range range) const { return quote(tokens_, range.first, range.last); }
  [[nodiscard]] bool any_between(Part part, std::size_t first, std::size_t last) const;
  // A clause ends at punctuation and at words such as "because".
  [[nodiscard]] bool clause_breaks(std::size_t first, std::size_t last) const;
  // The nearest negator that reaches `range`, or an empty range. "not" at the head of a question asks, it
  // does not deny.
  [[nodiscard]] Range negator_of(Range range, std::size_t reach, Names names = Names::wrong) const;
  // "I don't see a timeout" says that it is missing, "I don't see a race" that there is none.
  [[nodiscard]] bool looked_for(Range negator) const;
  // "without a lock two requests race": what "without" denies stands close behind it. "Nothing in this file
  // logs or counts it": what has no subject is denied to the clause's end, or nearly.
  [[nodiscard]] std::size_t reach_of(Range negator, std::size_t reach) const;
  // Any negator in the clause before, "not sure" included.
  [[nodiscard]] bool doubted(Range range) const;
  [[nodiscard]] bool excused(Range negator) const;
  // "don't swallow this", "please never log it": at the head of a clause, without a subject.
  [[nodiscard]] bool commands(Range negator) const;
  [[nodiscard]] bool heads_clause(std::size_t at) const;
  // Where the piece of code begins that goes on at `at`: "httpx" for "AsyncClient" in "httpx.AsyncClient".
  [[nodiscard]] std::size_t code_head(std::size_t at) const;
  // "read" in "Always read it under the lock", "count" in "just count it": a verb behind such words heads the
  // clause, and "always reads" tells what is done.
  [[nodiscard]] bool demands(Range verb) const;
  // A question asks what it names, negated or not, unless it only wants to be confirmed: "no race here,
  // right?"
  [[nodiscard]] bool asks(Range negator) const;
  [[nodiscard]] bool proposes() const;
  [[nodiscard]] bool is_question() const { return sentence_.question; }
  // "a ceiling" in "this wants a ceiling".
  [[nodiscard]] bool lacks(Range range) const;
  // "a Background() instead of r.Context()": what is not done, and not what should be done instead of it.
  [[nodiscard]] bool instead_of(Range range) const;
  // "don't we need to close it?", "should this wait for them?"; "shouldn't we add one?" proposes
  [[nodiscard]] bool asks_need() const;
  // "raises", "discarded": tells what is done, and asks for nothing.
  [[nodiscard]] bool told(std::size_t at) const;
  // "Where do we remember the id?" asks whether it is done at all.
  [[nodiscard]] bool wonders() const;
  [[nodiscard]] std::size_t size() const { return sentence_.last - sentence_.first; }
  [[nodiscard]] const Sentence& sentence() const { return sentence_; }
  [[nodiscard]] const std::string& stem_at(std::size_t at) const { return tokens_.tokens[at].stem; }
  // "how this is handled", "was told that all is fine": what stands behind the first words clears nothing.
  [[nodiscard]] bool only_told(Range clear) const;
  // "so the caller believes that it is fine": whose opinion it is. The reviewer's own one counts.
  [[nodiscard]] bool others_opinion(Range clear) const;
  // "…, but then it would stop half-way, so I think it is right": what the sentence comes to, behind `range`.
  [[nodiscard]] bool concludes(Range clear, Range range) const;
  // "poison jobs get buried, good": praise on its own at the end. Not of what is told to be missing.
  [[nodiscard]] bool closing(Range praise, Range range) const;
  // "X is fine" that is neither negated, asked, told nor limited.
  [[nodiscard]] bool clears(Range clear) const;
  // "no need for", "not required here": what follows them is what is not needed, not a limit.
  [[nodiscard]] bool needless(Range clear) const;
  // "double captures are handled": so it is with what is named by these very words.
  [[nodiscard]] bool handled(Range clear, Range range) const;
  [[nodiscard]] bool praises(Range praise) const;
  // "would be nice", "is it good", "how good": no approval. "a nice touch" is one.
  [[nodiscard]] bool before_wish(Range praise) const;
  // "be" comes from "is" too: only behind a modal does it wish.
  [[nodiscard]] bool modal_before(Range be) const;
  // A turn such as "but" between the two takes one out of the other's reach.
  [[nodiscard]] bool contrasted(Range a, Range b) const;
  // Any such turn; "instead of" is none.
  [[nodiscard]] bool turns() const;
  [[nodiscard]] bool same_clause(Range a, Range b) const;

 private:
  [[nodiscard]] bool same_code(std::size_t at) const;

  const Tokens& tokens_;
  const Marks& marks_;
  std::size_t number_;
  const Sentence& sentence_;
};

}  // namespace runner::review
