#include "runner/review/polarity.hpp"

#include <algorithm>

namespace runner::review {
namespace {

constexpr std::size_t negation_reach = 4;    // other words between "not" and what it denies
constexpr std::size_t prevention_reach = 5;  // and between "avoids" and what it avoids
constexpr std::size_t lack_reach = 3;        // and between "needs" and what is lacking
constexpr std::size_t short_question = 3;    // words: "selectinload maybe?"

bool within(Range outer, Range inner) { return outer.first <= inner.first && inner.last <= outer.last; }
bool overlap(Range a, Range b) { return a.first < b.last && b.first < a.last; }

// One sentence under the question what it does to one range of its words.
class Scope {
 public:
  Scope(const Tokens& tokens, const Marks& marks, std::size_t sentence)
      : tokens_(tokens), marks_(marks), number_(sentence), sentence_(tokens.sentences[sentence]) {}

  const std::vector<Range>& of(Part part) const { return marks_.of(part, number_); }
  std::string words(Range range) const { return quote(tokens_, range.first, range.last); }

  bool any_between(Part part, std::size_t first, std::size_t last) const {
    return std::ranges::any_of(of(part), [&](Range r) { return r.first >= first && r.last <= last; });
  }

  // A clause ends at punctuation and at words such as "because".
  bool clause_breaks(std::size_t first, std::size_t last) const {
    if (first >= last || last >= tokens_.tokens.size()) return false;
    return tokens_.tokens[first - 1].clause != tokens_.tokens[last].clause ||
           any_between(Part::clause_ends, first, last);
  }

  // The nearest negator that reaches `range`, or an empty range. "not" at the head of a question asks, it
  // does not deny.
  Range negator_of(Range range, std::size_t reach, Names names = Names::wrong) const {
    Range found;
    for (const auto negator : of(Part::negators)) {
      if (negator.last > range.first || range.first - negator.last > reach_of(negator, reach)) continue;
      if (clause_breaks(negator.last, range.first)) continue;
      if (excused(negator) || asks(negator)) continue;
      if (names == Names::thing && looked_for(negator)) continue;
      found = negator;
    }
    return found;
  }

  // "I don't see a timeout" says that it is missing, "I don't see a race" that there is none.
  bool looked_for(Range negator) const {
    return std::ranges::any_of(of(Part::misses), [&](Range r) { return overlap(r, negator); });
  }

  // "without a lock two requests race": what "without" denies stands close behind it. "Nothing in this file
  // logs or counts it": what has no subject is denied to the clause's end, or nearly.
  std::size_t reach_of(Range negator, std::size_t reach) const {
    const auto stem = stem_at(negator.first);
    if (stem == "without") return std::min<std::size_t>(reach, 2);
    return stem == "noth" || stem == "nobodi" ? 2 * reach : reach;
  }

  // Any negator in the clause before, "not sure" included.
  bool doubted(Range range) const {
    return std::ranges::any_of(of(Part::negators), [&](Range r) {
      return r.last <= range.first && range.first - r.last <= negation_reach &&
             !clause_breaks(r.last, range.first);
    });
  }

  bool excused(Range negator) const {
    const auto touches = [&](Range r) { return overlap(r, negator); };
    return std::ranges::any_of(of(Part::no_negation), touches) ||
           std::ranges::any_of(of(Part::prohibitions), touches) || commands(negator);
  }

  // "don't swallow this", "please never log it": at the head of a clause, without a subject.
  bool commands(Range negator) const {
    auto head = negator.first;
    if (head > sentence_.first && stem_at(head - 1) == "do") --head;
    while (head > sentence_.first && (stem_at(head - 1) == "pleas" || stem_at(head - 1) == "just")) --head;
    const bool verb = head < negator.first || stem_at(negator.first) == "never";
    return verb && heads_clause(head);
  }

  bool heads_clause(std::size_t at) const {
    if (at == sentence_.first || tokens_.tokens[at - 1].clause != tokens_.tokens[at].clause) return true;
    return std::ranges::any_of(of(Part::clause_ends), [&](Range r) { return r.last == at; });
  }

  // A question asks what it names, negated or not, unless it only wants to be confirmed: "no race here,
  // right?"
  bool asks(Range negator) const {
    if (!sentence_.question) return false;
    const auto& last = stem_at(sentence_.last - 1);
    const bool tag = last == "right" || last == "correct" || last == "ok" || last == "okay" || last == "yes";
    return !tag || negator.first <= sentence_.first + 1;
  }

  bool proposes() const {
    const auto heads = [&](Range r) { return heads_clause(r.first); };
    return !of(Part::proposals).empty() || std::ranges::any_of(of(Part::imperatives), heads);
  }
  bool is_question() const { return sentence_.question; }

  // "a ceiling" in "this wants a ceiling".
  bool lacks(Range range) const {
    return std::ranges::any_of(of(Part::lacks), [&](Range r) {
      if (overlap(r, range)) return true;
      return r.last <= range.first && range.first - r.last <= lack_reach &&
             !clause_breaks(r.last, range.first);
    });
  }

  // "raises", "discarded": tells what is done, and asks for nothing.
  bool told(std::size_t at) const {
    const auto& word = tokens_.tokens[at].word;
    return word != stem_at(at) && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("es") ||
                                   (word.ends_with('s') && !word.ends_with("ss")));
  }
  // "Where do we remember the id?" asks whether it is done at all.
  bool wonders() const {
    static constexpr std::array<std::string_view, 8> heads{"where", "which", "who", "how",
                                                           "is",    "are",   "do",  "be"};
    return sentence_.question && size() > short_question &&
           std::ranges::find(heads, stem_at(sentence_.first)) != heads.end();
  }
  std::size_t size() const { return sentence_.last - sentence_.first; }
  const Sentence& sentence() const { return sentence_; }
  const std::string& stem_at(std::size_t at) const { return tokens_.tokens[at].stem; }

  // "X is fine" that is neither negated, asked nor limited.
  bool clears(Range clear) const {
    if (sentence_.question || !of(Part::misses).empty() || doubted(clear)) return false;
    for (const auto limit : of(Part::limits))
      if (limit.first >= clear.last && limit.first <= clear.last + 1 && stem_at(clear.first) != "no" &&
          !needless(clear))
        return false;
    return true;
  }

  // "no need for", "not required here": what follows them is what is not needed, not a limit.
  bool needless(Range clear) const {
    for (auto i = clear.first; i < clear.last; ++i)
      if (stem_at(i) == "need" || stem_at(i) == "requir" || stem_at(i) == "necessari") return true;
    return false;
  }

  bool praises(Range praise) const {
    if (negator_of(praise, 2).last > 0) return false;
    const auto next_to = [&](Part part, bool before) {
      return std::ranges::any_of(
          of(part), [&](Range r) { return before ? r.last == praise.first : r.first == praise.last; });
    };
    const bool wished = before_wish(praise);
    return !wished && !next_to(Part::praise_after, false);
  }

  // "would be nice", "is it good", "how good": no approval. "a nice touch" is one.
  bool before_wish(Range praise) const {
    for (const auto r : of(Part::praise_before)) {
      if (r.last != praise.first) continue;
      const auto& stem = stem_at(r.last - 1);
      if (stem != "a" && stem != "ani" && stem != "any") return !(stem == "be" && !modal_before(r));
    }
    return false;
  }

  // "be" comes from "is" too: only behind a modal does it wish.
  bool modal_before(Range be) const {
    if (be.last - be.first > 1) return true;
    return std::ranges::any_of(of(Part::would), [&](Range r) { return r.last == be.first; });
  }

  // A turn such as "but" between the two takes one out of the other's reach.
  bool contrasted(Range a, Range b) const {
    return any_between(Part::contrast, std::min(a.last, b.last), std::max(a.first, b.first));
  }

  bool same_clause(Range a, Range b) const {
    const auto& tokens = tokens_.tokens;
    return a.first < b.first ? tokens[a.last - 1].clause == tokens[b.first].clause
                             : tokens[b.last - 1].clause == tokens[a.first].clause;
  }

 private:
  const Tokens& tokens_;
  const Marks& marks_;
  std::size_t number_;
  const Sentence& sentence_;
};

Reading denied(const Scope& scope, Range by) { return {Stance::denied, scope.words(by)}; }

std::optional<Reading> cleared(const Scope& scope, Range range) {
  for (const auto clear : scope.of(Part::all_clear)) {
    if (within(range, clear) && range.last - range.first > clear.last - clear.first && !scope.needless(clear))
      continue;
    if (!scope.clears(clear) || scope.contrasted(clear, range)) continue;
    return denied(scope, clear);
  }
  return std::nullopt;
}

// "avoids the race" is one that does not happen, unless nothing avoids it or the sentence proposes to.
std::optional<Reading> prevented(const Scope& scope, Range range) {
  for (const auto preventer : scope.of(Part::preventers)) {
    if (preventer.last > range.first || range.first - preventer.last > prevention_reach) continue;
    if (scope.clause_breaks(preventer.last, range.first)) continue;
    if (scope.negator_of(preventer, negation_reach).last > 0) return Reading{};
    const bool purpose =
        preventer.first > scope.sentence().first && scope.stem_at(preventer.first - 1) == "to";
    const auto& subject = scope.stem_at(scope.sentence().first);
    const bool tells =
        subject == "this" || subject == "it" || subject == "we" || subject == "the" || subject == "that";
    const bool command = scope.heads_clause(preventer.first);
    if (scope.proposes() || scope.is_question() || command || (purpose && !tells)) return Reading{};
    return denied(scope, preventer);
  }
  return std::nullopt;
}

std::optional<Reading> praised(const Scope& scope, Range range, Names names) {
  for (const auto praise : scope.of(Part::praise)) {
    if (overlap(praise, range) || !scope.praises(praise) || scope.contrasted(praise, range)) continue;
    if (names == Names::wrong && !scope.same_clause(praise, range)) continue;
    return Reading{Stance::praised, scope.words(praise)};
  }
  return std::nullopt;
}

std::optional<Reading> supposed(const Scope& scope, Range range) {
  if (!scope.of(Part::would).empty())
    for (const auto phrase : scope.of(Part::hypothetical))
      return Reading{Stance::hypothetical, scope.words(phrase)};
  for (const auto past : scope.of(Part::past))
    if (!overlap(past, range) && !scope.contrasted(past, range) && scope.same_clause(past, range))
      return Reading{Stance::hypothetical, scope.words(past)};
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Stance stance) {
  constexpr std::array<std::string_view, 4> names{"asserted", "denied", "praised", "hypothetical"};
  return names[static_cast<std::size_t>(stance)];
}

Reading stance(const Tokens& tokens, const Marks& marks, std::size_t sentence, Range range, Names names) {
  const Scope scope(tokens, marks, sentence);
  if (auto reading = supposed(scope, range)) return *reading;
  if (auto reading = cleared(scope, range)) return *reading;
  if (auto reading = prevented(scope, range)) return *reading;
  if (const auto negator = scope.negator_of(range, negation_reach, names); negator.last > 0)
    return denied(scope, negator);
  if (auto reading = praised(scope, range, names)) return *reading;
  return {};
}

Wish wish(const Tokens& tokens, const Marks& marks, std::size_t sentence, Range range) {
  const Scope scope(tokens, marks, sentence);
  if (scope.lacks(range)) return Wish::lacked;
  if (scope.wonders()) return Wish::named;
  if (scope.proposes()) return Wish::wanted;
  const bool alone = scope.is_question() && scope.size() <= short_question;
  return alone || (scope.heads_clause(range.first) && !scope.told(range.first)) ? Wish::named : Wish::none;
}

std::string approval(const Tokens& tokens, const Marks& marks, std::size_t sentence) {
  const Scope scope(tokens, marks, sentence);
  if (!scope.of(Part::contrast).empty()) return "";
  for (const auto clear : scope.of(Part::all_clear))
    if (scope.clears(clear)) return scope.words(clear);
  for (const auto praise : scope.of(Part::praise))
    if (scope.praises(praise)) return scope.words(praise);
  return "";
}

}  // namespace runner::review
