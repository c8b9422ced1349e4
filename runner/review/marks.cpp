#include <algorithm>
#include <utility>

#include "runner/review/polarity.hpp"

namespace runner::review {
namespace {

// The lists of english/polarity.toml, in the order of Part.
constexpr std::array<std::string_view, part_count> part_names{
    "negators",      "no_negation",  "preventers",  "all_clear",   "limits",       "praise",
    "praise_before", "praise_after", "contrast",    "clause_ends", "hypothetical", "would",
    "past",          "proposals",    "asks_for",    "calls_for",   "problem",      "no_claim",
    "prohibitions",  "conditions",   "imperatives", "lacks",       "misses",       "clears_nothing",
    "openers",       "opinions",     "dismissals",  "conclusions", "harms",        "results",
    "modals",        "urges",        "reasons",     "rehearsals",  "style"};

}  // namespace

PartPhrases add_parts(PhraseBook& book, const LanguageData& language) {
  PartPhrases parts;
  for (std::size_t i = 0; i < part_count; ++i) {
    for (const auto& phrase : list_named(language, part_names[i])) {
      const auto id = book.add(phrase);
      if (parts.size() <= id) parts.resize(id + 1);
      parts[id].push_back(static_cast<Part>(i));
    }
  }
  return parts;
}

Marks marks(const Tokens& tokens, const std::vector<Hit>& hits, const PartPhrases& parts) {
  Marks found;
  for (auto& sentences : found.ranges) sentences.resize(tokens.sentences.size());
  for (const auto& hit : hits) {
    if (hit.phrase >= parts.size()) continue;
    for (const auto part : parts[hit.phrase])
      found.ranges[static_cast<std::size_t>(part)][hit.sentence].push_back({hit.first, hit.last});
  }
  for (auto& sentences : found.ranges)
    for (auto& ranges : sentences)
      std::ranges::sort(ranges, {}, [](Range r) { return std::pair(r.first, r.last); });
  return found;
}

}  // namespace runner::review
