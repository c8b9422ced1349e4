#include "runner/review/said.hpp"

#include <algorithm>
#include <set>

namespace runner::review {
namespace {

constexpr std::size_t soup_causes =
    4;  // causes of unlike classes in one claim: nobody says four things in one
constexpr std::size_t soup_topics = 5;  // subjects of unlike classes
constexpr double words_per_cause = 8;   // who says a thing in a sentence needs more than that
constexpr double listed_share = 0.4;    // of the claim's words that are subjects, with commas between them
constexpr double bare_share = 0.7;      // and without
constexpr std::size_t longest_keyword = 3;

Names names_of(Concept kind) {
  switch (kind) {
    case Concept::cause:
    case Concept::effect:
    case Concept::near_miss:
    case Concept::false_alarm:
      return Names::wrong;
    case Concept::topic:
    case Concept::lackable:
    case Concept::remedy:
    case Concept::wrong_remedy:
      break;
  }
  return Names::thing;
}

bool disjoint(const std::set<std::size_t>& a, const std::set<std::size_t>& b) {
  return std::ranges::none_of(a, [&](std::size_t x) { return b.contains(x); });
}

// How many stretches of words there are, none overlapping the one before, each of classes not seen yet; and
// how many words they cover.
struct Unlike {
  std::size_t count = 0;
  std::size_t words = 0;
  std::set<std::size_t> clauses;
};

Unlike unlike(const Speech& speech, const KeyWords& words, std::initializer_list<Concept> concepts) {
  std::map<std::size_t, std::set<std::size_t>> classes_by_first;
  std::map<std::size_t, std::size_t> last_by_first;
  for (const auto& said : speech.said) {
    if (std::ranges::find(concepts, said.owner.kind) == concepts.end()) continue;
    classes_by_first[said.range.first].insert(words.class_of(said.owner.vocabulary));
    auto& last = last_by_first[said.range.first];
    last = last == 0 ? said.range.last : std::min(last, said.range.last);
  }
  Unlike result;
  std::set<std::size_t> seen;
  std::size_t reached = 0;
  for (const auto& [first, classes] : classes_by_first) {
    if (first < reached || !disjoint(seen, classes)) continue;
    seen.insert(classes.begin(), classes.end());
    reached = last_by_first[first];
    ++result.count;
    result.words += std::min(reached - first, longest_keyword);
    result.clauses.insert(speech.tokens.tokens[first].clause);
  }
  return result;
}

}  // namespace

std::span<const Said> Speech::of(std::size_t vocabulary, Concept kind) const {
  const Owner owner{vocabulary, kind};
  const auto found = std::ranges::equal_range(said, owner, {}, &Said::owner);
  return {found.begin(), found.end()};
}

Speech listen(std::string text, const KeyWords& words, const LanguageData& language) {
  Speech speech{.tokens = tokenize(std::move(text), language)};
  const auto hits = words.book.find(speech.tokens);
  speech.marks = marks(speech.tokens, hits, words.parts);
  for (const auto& hit : hits) {
    for (const auto& owner : words.owners[hit.phrase]) {
      const Range range{hit.first, hit.last};
      speech.said.push_back({.owner = owner, .phrase = hit.phrase, .sentence = hit.sentence, .range = range});
      speech.said.back().reading =
          stance(speech.tokens, speech.marks, hit.sentence, range, names_of(owner.kind));
      if (owner.kind == Concept::remedy)
        speech.said.back().wish = wish(speech.tokens, speech.marks, hit.sentence, range);
    }
  }
  std::ranges::stable_sort(speech.said, [](const Said& a, const Said& b) {
    return a.owner != b.owner ? a.owner < b.owner : a.range.first < b.range.first;
  });
  return speech;
}

std::vector<std::size_t> causes_meant_in(const Speech& speech, const KeyWords& words, std::size_t sentence) {
  std::set<std::size_t> found;
  for (const auto& said : speech.said)
    if (said.owner.kind == Concept::cause && said.meant() && said.sentence == sentence)
      found.insert(words.class_of(said.owner.vocabulary));
  return {found.begin(), found.end()};
}

std::vector<std::size_t> causes_meant(const Speech& speech, const KeyWords& words) {
  std::set<std::size_t> found;
  for (const auto& said : speech.said)
    if (said.owner.kind == Concept::cause && said.meant())
      found.insert(words.class_of(said.owner.vocabulary));
  return {found.begin(), found.end()};
}

bool keyword_soup(const Speech& speech, const KeyWords& words) {
  const auto all = static_cast<double>(speech.tokens.tokens.size() + 1);
  const auto causes = unlike(speech, words, {Concept::cause});
  if (causes.count >= soup_causes && all <= words_per_cause * static_cast<double>(causes.count)) return true;
  const auto topics = unlike(speech, words, {Concept::topic, Concept::cause});
  const bool listed = topics.clauses.size() + 1 >= topics.count;
  const double share = static_cast<double>(topics.words) / all;
  return topics.count >= soup_topics && share >= (listed ? listed_share : bare_share);
}

}  // namespace runner::review
