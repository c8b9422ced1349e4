#include "runner/review/polarity.hpp"

#include <algorithm>

#include "runner/review/polarity_scope.hpp"

namespace runner::review {
namespace {

constexpr std::size_t prevention_reach = 5;  // other words between "avoids" and what it avoids

Reading denied(const Scope& scope, Range by) { return {Stance::denied, scope.words(by)}; }

std::optional<Reading> cleared(const Scope& scope, Range range) {
  for (const auto clear : scope.of(Part::all_clear)) {
    const bool within = nested(clear, range) && range.last - range.first > clear.last - clear.first;
    if (within && !scope.needless(clear) && !scope.handled(clear, range)) continue;
    if (!scope.clears(clear)) continue;
    if (scope.contrasted(clear, range) && !scope.concludes(clear, range)) continue;
    return denied(scope, clear);
  }
  return std::nullopt;
}

// "avoids the race" is one that does not happen, unless nothing avoids it or the sentence proposes to.
std::optional<Reading> prevented(const Scope& scope, Range range) {
  for (const auto preventer : scope.of(Part::preventers)) {
    if (preventer.last > range.first || range.first - preventer.last > prevention_reach) continue;
    if (scope.clause_breaks(preventer.last, range.first) || scope.only_told(preventer)) continue;
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
    const bool meant = scope.same_clause(praise, range) || scope.closing(praise, range);
    if (names == Names::wrong && !meant) continue;
    return Reading{Stance::praised, scope.words(praise)};
  }
  return std::nullopt;
}

std::optional<Reading> supposed(const Scope& scope, Range range) {
  if (!scope.of(Part::would).empty())
    for (const auto phrase : scope.of(Part::hypothetical))
      return Reading{Stance::hypothetical, scope.words(phrase)};
  for (const auto thought : scope.of(Part::dismissals))
    if (thought.last <= range.first && scope.any_between(Part::contrast, range.last, scope.sentence().last))
      return Reading{Stance::hypothetical, scope.words(thought)};
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
  if (scope.instead_of(range)) return Wish::none;
  if (scope.asks_need()) return Wish::asked;
  if (scope.lacks(range)) return Wish::lacked;
  if (scope.wonders()) return Wish::named;
  if (scope.proposes()) return Wish::wanted;
  const bool alone = scope.is_question() && scope.size() <= short_question;
  const bool heads = scope.heads_clause(scope.code_head(range.first));
  return alone || (heads && !scope.told(range.first)) ? Wish::named : Wish::none;
}

std::string approval(const Tokens& tokens, const Marks& marks, std::size_t sentence) {
  const Scope scope(tokens, marks, sentence);
  if (scope.turns()) return "";
  for (const auto clear : scope.of(Part::all_clear))
    if (scope.clears(clear)) return scope.words(clear);
  for (const auto praise : scope.of(Part::praise))
    if (scope.praises(praise)) return scope.words(praise);
  return "";
}

}  // namespace runner::review
