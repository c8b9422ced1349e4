#include "runner/review/polarity_scope.hpp"

#include <algorithm>

namespace runner::review {
namespace {
constexpr std::size_t lack_reach = 3;  // other words between "needs" and what is lacking
}  // namespace

Scope::Scope(const Tokens& tokens, const Marks& marks, std::size_t sentence)
    : tokens_(tokens), marks_(marks), number_(sentence), sentence_(tokens.sentences[sentence]) {}

bool Scope::any_between(Part part, std::size_t first, std::size_t last) const {
  return std::ranges::any_of(of(part), [&](Range r) { return r.first >= first && r.last <= last; });
}

bool Scope::clause_breaks(std::size_t first, std::size_t last) const {
  if (first >= last || last >= tokens_.tokens.size()) return false;
  return tokens_.tokens[first - 1].clause != tokens_.tokens[last].clause ||
         any_between(Part::clause_ends, first, last);
}

Range Scope::negator_of(Range range, std::size_t reach, Names names) const {
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

bool Scope::looked_for(Range negator) const {
  return std::ranges::any_of(of(Part::misses), [&](Range r) { return overlap(r, negator); });
}

std::size_t Scope::reach_of(Range negator, std::size_t reach) const {
  const auto stem = stem_at(negator.first);
  if (stem == "without") return std::min<std::size_t>(reach, 2);
  return stem == "noth" || stem == "nobodi" ? 2 * reach : reach;
}

bool Scope::doubted(Range range) const {
  return std::ranges::any_of(of(Part::negators), [&](Range r) {
    return r.last <= range.first && range.first - r.last <= negation_reach &&
           !clause_breaks(r.last, range.first);
  });
}

bool Scope::excused(Range negator) const {
  const auto touches = [&](Range r) { return overlap(r, negator); };
  return std::ranges::any_of(of(Part::no_negation), touches) ||
         std::ranges::any_of(of(Part::prohibitions), touches) || commands(negator);
}

bool Scope::commands(Range negator) const {
  auto head = negator.first;
  if (head > sentence_.first && stem_at(head - 1) == "do") --head;
  while (head > sentence_.first && (stem_at(head - 1) == "pleas" || stem_at(head - 1) == "just")) --head;
  const bool verb = head < negator.first || stem_at(negator.first) == "never";
  return verb && heads_clause(head);
}

bool Scope::same_code(std::size_t at) const {
  const auto& before = tokens_.tokens[at - 1];
  const auto& token = tokens_.tokens[at];
  if (token.name != 0 && token.name == before.name) return true;
  return token.bytes.begin == before.bytes.end + 1 && tokens_.text[before.bytes.end] == '.';
}

std::size_t Scope::code_head(std::size_t at) const {
  while (at > sentence_.first && same_code(at)) --at;
  return at;
}

bool Scope::heads_clause(std::size_t at) const {
  if (at == sentence_.first || tokens_.tokens[at - 1].clause != tokens_.tokens[at].clause) return true;
  return std::ranges::any_of(of(Part::clause_ends), [&](Range r) { return r.last == at; });
}

bool Scope::demands(Range verb) const {
  if (heads_clause(verb.first)) return true;
  const auto opener = std::ranges::find_if(of(Part::openers), [&](Range r) { return r.last == verb.first; });
  return opener != of(Part::openers).end() && heads_clause(opener->first) && !told(verb.first);
}

bool Scope::asks(Range negator) const {
  if (!sentence_.question) return false;
  const auto& last = stem_at(sentence_.last - 1);
  const bool tag = last == "right" || last == "correct" || last == "ok" || last == "okay" || last == "yes";
  return !tag || negator.first <= sentence_.first + 1;
}

bool Scope::proposes() const {
  return !of(Part::proposals).empty() ||
         std::ranges::any_of(of(Part::imperatives), [&](Range r) { return demands(r); });
}

bool Scope::lacks(Range range) const {
  return std::ranges::any_of(of(Part::lacks), [&](Range r) {
    if (overlap(r, range)) return true;
    return r.last <= range.first && range.first - r.last <= lack_reach && !clause_breaks(r.last, range.first);
  });
}

bool Scope::instead_of(Range range) const {
  if (range.first < sentence_.first + 2) return false;
  const auto& last = stem_at(range.first - 1);
  const auto& first = stem_at(range.first - 2);
  return (first == "instead" && last == "of") || (first == "rather" && last == "than");
}

bool Scope::asks_need() const {
  if (!sentence_.question || size() <= short_question) return false;
  const auto& head = stem_at(sentence_.first);
  const auto& next = stem_at(sentence_.first + 1);
  if (head == "should" || head == "must") return next != "not";
  return head == "do" &&
         std::ranges::any_of(of(Part::lacks), [&](Range r) { return stem_at(r.first) == "need"; });
}

bool Scope::told(std::size_t at) const {
  const auto& word = tokens_.tokens[at].word;
  return word != stem_at(at) && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("es") ||
                                 (word.ends_with('s') && !word.ends_with("ss")));
}

bool Scope::wonders() const {
  static constexpr std::array<std::string_view, 8> heads{"where", "which", "who", "how",
                                                         "is",    "are",   "do",  "be"};
  return sentence_.question && size() > short_question &&
         std::ranges::find(heads, stem_at(sentence_.first)) != heads.end();
}

bool Scope::only_told(Range clear) const {
  return std::ranges::any_of(of(Part::clears_nothing), [&](Range r) {
    return r.last <= clear.first && !clause_breaks(r.last, clear.first);
  });
}

bool Scope::others_opinion(Range clear) const {
  return std::ranges::any_of(of(Part::opinions), [&](Range r) {
    if (r.last > clear.first || clause_breaks(r.last, clear.first)) return false;
    auto who = r.first;
    while (who > sentence_.first && (stem_at(who - 1) == "would" || stem_at(who - 1) == "also")) --who;
    if (who == sentence_.first) return false;
    const auto& subject = stem_at(who - 1);
    return subject != "i" && subject != "we" && subject != "you";
  });
}

bool Scope::concludes(Range clear, Range range) const {
  if (clear.first < range.last) return false;
  const auto so = std::ranges::find_if(of(Part::conclusions), [&](Range r) {
    return r.first >= range.last && r.last <= clear.first &&
           !any_between(Part::clause_ends, r.last, clear.first);
  });
  return so != of(Part::conclusions).end() && !any_between(Part::contrast, so->last, sentence_.last);
}

bool Scope::closing(Range praise, Range range) const {
  if (praise.last != sentence_.last || praise.first < range.last) return false;
  const auto clause = tokens_.tokens[praise.first].clause;
  auto first = praise.first;
  while (first > range.last && tokens_.tokens[first - 1].clause == clause) --first;
  const bool alone = tokens_.tokens[first - 1].clause != clause && praise.first - first <= 1;
  const bool missing = any_between(Part::negators, range.first, range.last);
  return alone && !missing && !sentence_.question;
}

bool Scope::clears(Range clear) const {
  if (sentence_.question || !of(Part::misses).empty() || doubted(clear)) return false;
  if (only_told(clear) || others_opinion(clear)) return false;
  for (const auto limit : of(Part::limits))
    if (limit.first >= clear.last && limit.first <= clear.last + 1 && stem_at(clear.first) != "no" &&
        !needless(clear))
      return false;
  return true;
}

bool Scope::needless(Range clear) const {
  for (auto i = clear.first; i < clear.last; ++i)
    if (stem_at(i) == "need" || stem_at(i) == "requir" || stem_at(i) == "necessari") return true;
  return false;
}

bool Scope::handled(Range clear, Range range) const {
  if (any_between(Part::negators, range.first, range.last)) return false;
  const auto& stem = stem_at(clear.last - 1);
  return stem == "handl" || stem == "cover" || stem == "protect" || stem == "guard";
}

bool Scope::praises(Range praise) const {
  if (negator_of(praise, 2).last > 0) return false;
  const auto next_to = [&](Part part, bool before) {
    return std::ranges::any_of(
        of(part), [&](Range r) { return before ? r.last == praise.first : r.first == praise.last; });
  };
  const bool wished = before_wish(praise);
  return !wished && !next_to(Part::praise_after, false);
}

bool Scope::before_wish(Range praise) const {
  for (const auto r : of(Part::praise_before)) {
    if (r.last != praise.first) continue;
    const auto& stem = stem_at(r.last - 1);
    if (stem != "a" && stem != "ani" && stem != "any") return !(stem == "be" && !modal_before(r));
  }
  return false;
}

bool Scope::modal_before(Range be) const {
  if (be.last - be.first > 1) return true;
  return std::ranges::any_of(of(Part::would), [&](Range r) { return r.last == be.first; });
}

bool Scope::contrasted(Range a, Range b) const {
  return any_between(Part::contrast, std::min(a.last, b.last), std::max(a.first, b.first));
}

bool Scope::turns() const {
  return std::ranges::any_of(of(Part::contrast), [&](Range r) {
    return r.last == sentence_.last || stem_at(r.first) != "instead" || stem_at(r.last) != "of";
  });
}

bool Scope::same_clause(Range a, Range b) const {
  const auto& tokens = tokens_.tokens;
  return a.first < b.first ? tokens[a.last - 1].clause == tokens[b.first].clause
                           : tokens[b.last - 1].clause == tokens[a.first].clause;
}

}  // namespace runner::review
