#include "runner/review/told.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "runner/review/code_words.hpp"
#include "runner/review/polarity_scope.hpp"

namespace runner::review {
namespace {

constexpr std::size_t least_words = 3;   // "and it fails" says too little to be more than the mechanism
constexpr std::size_t least_matter = 2;  // of which so many say what it is about: "I see none" has one

bool plain(const Token& token, const LanguageData& language) {
  const auto& words = list_named(language, "plain_words");
  return !telling(token, language) || std::ranges::find(words, token.word) != words.end();
}

// The parts of a sentence: a comma, or a word such as "so" and "because", begins the next.
std::vector<Range> parts_of(const Speech& speech, std::size_t sentence) {
  const auto& bounds = speech.tokens.sentences[sentence];
  const auto& tokens = speech.tokens.tokens;
  std::vector<Range> parts;
  auto first = bounds.first;
  for (auto at = bounds.first + 1; at < bounds.last; ++at) {
    const bool word = std::ranges::any_of(speech.marks.of(Part::clause_ends, sentence),
                                          [&](Range end) { return end.first == at; });
    if (tokens[at].clause == tokens[at - 1].clause && !word) continue;
    parts.push_back({first, at});
    first = at;
  }
  parts.push_back({first, bounds.last});
  return parts;
}

bool meets(const Said* said, Range part) { return said != nullptr && overlap(said->range, part); }

class Teller {
 public:
  Teller(const Speech& speech, const Concepts& says, std::size_t own, std::size_t known)
      : speech_(speech), says_(says), vocabularies_{own, known} {}

  std::optional<Range> consequence(const LanguageData& language) const {
    for (std::size_t i = 0; i < speech_.tokens.sentences.size(); ++i)
      for (const auto part : parts_of(speech_, i))
        if (matter(part, language) >= least_matter && tells_harm(i, part)) return part;
    return std::nullopt;
  }

  std::optional<RemedyTold> remedy(const std::set<std::string>& fix, const LanguageData& language) const {
    for (std::size_t i = 0; i < speech_.tokens.sentences.size(); ++i) {
      const auto proposed = proposal(i);
      if (!proposed || says(Concept::wrong_remedy, *proposed)) continue;
      auto shared = shared_words(*proposed, fix, language);
      if (shared.size() >= least_shared) return RemedyTold{*proposed, std::move(shared)};
    }
    return std::nullopt;
  }

 private:
  bool says(Concept kind, Range part) const {
    return std::ranges::any_of(vocabularies_, [&](std::size_t vocabulary) {
      return std::ranges::any_of(speech_.of(vocabulary, kind),
                                 [&](const Said& said) { return said.meant() && overlap(said.range, part); });
    });
  }

  std::size_t matter(Range part, const LanguageData& language) const {
    std::size_t count = 0;
    for (auto at = part.first; at < part.last; ++at)
      if (!plain(speech_.tokens.tokens[at], language)) ++count;
    return count;
  }

  bool tells_harm(std::size_t sentence, Range part) const {
    if (part.last - part.first < least_words || !harms(sentence, part)) return false;
    if (meets(says_.cause, part) || meets(says_.asked, part) || overlap(says_.asking, part)) return false;
    const auto holds = [&](Part kind) {
      return std::ranges::any_of(speech_.marks.of(kind, sentence), [&](Range r) { return overlap(r, part); });
    };
    if (says(Concept::remedy, part) || holds(Part::dismissals) || holds(Part::rehearsals)) return false;
    return result(sentence, part);
  }

  bool harms(std::size_t sentence, Range part) const {
    return std::ranges::any_of(speech_.marks.of(Part::harms, sentence), [&](Range harm) {
      return nested(harm, part) && !says(Concept::cause, harm) &&
             stance(speech_.tokens, speech_.marks, sentence, harm, Names::wrong).stance == Stance::asserted;
    });
  }

  // Told as what follows: behind "so" or "otherwise", beside its condition, as what would happen, or in a
  // sentence of its own behind the mechanism. The condition itself is none.
  bool result(std::size_t sentence, Range part) const {
    const auto begins = [&](Part kind) {
      return std::ranges::any_of(speech_.marks.of(kind, sentence),
                                 [&](Range r) { return r.first >= part.first && r.first <= part.first + 1; });
    };
    if (begins(Part::conditions)) return false;
    // "Would orders ship twice?" names what follows, "how long would it take?" asks for it.
    const bool question = speech_.tokens.sentences[sentence].question;
    const auto& modals = speech_.marks.of(Part::modals, sentence);
    if (question && (modals.empty() || modals.front().first != speech_.tokens.sentences[sentence].first))
      return false;
    const auto holds = [&](Part kind) {
      return std::ranges::any_of(speech_.marks.of(kind, sentence), [&](Range r) { return nested(r, part); });
    };
    if (begins(Part::results) || holds(Part::modals)) return true;
    if (!speech_.marks.of(Part::conditions, sentence).empty()) return !question;
    return !question && says_.cause != nullptr && says_.cause->sentence != sentence;
  }

  // From the words that propose something to where the sentence turns to why; none when it only asks whether,
  // or forbids.
  std::optional<Range> proposal(std::size_t sentence) const {
    const Scope scope(speech_.tokens, speech_.marks, sentence);
    if (scope.wonders() || scope.asks_need()) return std::nullopt;
    auto first = scope.sentence().last;
    for (const auto range : scope.of(Part::urges))  // "a semaphore, please" urges what stands before it
      first = std::min(first, range.last < scope.sentence().last ? range.last : scope.sentence().first);
    for (const auto range : scope.of(Part::imperatives))
      if (!scope.is_question() && scope.demands(range) && orders(sentence, range))
        first = std::min(first, range.last);
    Range proposed{first, first};
    for (const auto part : parts_of(speech_, sentence)) {
      if (part.last <= first) continue;
      if (part.first > first && reasons(sentence, part)) break;
      if (meets(says_.cause, part) && (lacks_it(sentence) || says_.cause->range.first < first)) break;
      if (scope.any_between(Part::prohibitions, part.first, part.last)) break;
      proposed.last = part.last;
    }
    return proposed.first < proposed.last ? std::optional(proposed) : std::nullopt;
  }

  // The cause is named as what is not there: "without CONCURRENTLY".
  bool lacks_it(std::size_t sentence) const {
    const auto within = [&](Range r) { return overlap(r, says_.cause->range); };
    return std::ranges::any_of(speech_.marks.of(Part::negators, sentence), within) ||
           std::ranges::any_of(speech_.marks.of(Part::lacks, sentence), within);
  }

  // "read-modify-write", "then reads it" and "Close kills requests" order nothing.
  bool orders(std::size_t sentence, Range verb) const {
    const Scope scope(speech_.tokens, speech_.marks, sentence);
    const auto end = speech_.tokens.tokens[verb.last - 1].bytes.end;
    const bool hyphened = end < speech_.tokens.text.size() && speech_.tokens.text[end] == '-';
    if (hyphened || scope.told(verb.first)) return false;
    const auto& cause = says_.cause;
    if (cause == nullptr || cause->sentence != sentence || cause->range.first > verb.last + 2) return true;
    const bool capitals = std::isupper(static_cast<unsigned char>(speech_.tokens.text[end - 1])) != 0;
    return !capitals && verb.last < scope.sentence().last && !scope.told(verb.last);
  }

  // "otherwise …", "because …", "if …": no part of what is proposed.
  bool reasons(std::size_t sentence, Range part) const {
    return std::ranges::any_of(speech_.marks.of(Part::reasons, sentence),
                               [&](Range r) { return r.first == part.first; });
  }

  std::vector<std::string> shared_words(Range range, const std::set<std::string>& fix,
                                        const LanguageData& language) const {
    std::vector<std::string> shared;
    for (auto at = range.first; at < range.last; ++at) {
      const auto& token = speech_.tokens.tokens[at];
      if (plain(token, language) || !fix.contains(token.stem)) continue;
      if (std::ranges::find(shared, token.stem) == shared.end()) shared.push_back(token.stem);
    }
    return shared;
  }

  const Speech& speech_;
  const Concepts& says_;
  std::array<std::size_t, 2> vocabularies_;
};

}  // namespace

std::optional<Range> consequence_told(const Speech& speech, const Concepts& says, std::size_t own,
                                      std::size_t known, const LanguageData& language) {
  return Teller(speech, says, own, known).consequence(language);
}

std::optional<RemedyTold> remedy_told(const Speech& speech, const Concepts& says, std::size_t own,
                                      std::size_t known, const std::set<std::string>& fix,
                                      const LanguageData& language) {
  return Teller(speech, says, own, known).remedy(fix, language);
}

std::set<std::string> matter_of(const std::string& text, const LanguageData& language) {
  std::set<std::string> stems;
  for (const auto& token : tokenize(text, language).tokens)
    if (!plain(token, language)) stems.insert(token.stem);
  return stems;
}

}  // namespace runner::review
