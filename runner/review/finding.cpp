#include "runner/review/finding.hpp"

#include <algorithm>
#include <set>

#include "runner/review/code_words.hpp"
#include "runner/review/concepts.hpp"

namespace runner::review {
namespace {

constexpr std::size_t least_words = 8;  // fewer name a kind of defect and nothing of this one
constexpr std::size_t most_kinds = 2;   // of unlike defects in one claim: nobody finds three things at once
constexpr int around = 3;               // lines above and below: people comment near the line

std::size_t unlike_kinds(const ReadClaim& claim, const KeyWords& words) {
  std::vector<std::size_t> apart;
  for (const auto cause : claim.causes)
    if (std::ranges::none_of(apart, [&](std::size_t other) { return words.kin[cause][other]; }))
      apart.push_back(cause);
  return apart.size();
}

// Says more than that there is such a defect: what follows, when, or what to do.
bool tells_more(const ReadClaim& claim) {
  const auto& speech = claim.speech;
  for (std::size_t i = 0; i < speech.tokens.sentences.size(); ++i)
    if (!speech.marks.of(Part::conditions, i).empty()) return true;
  return std::ranges::any_of(claim.causes, [&](std::size_t cause) {
    const auto says = concepts_in(speech, cause, cause);
    return says.effect != nullptr || (says.remedy != nullptr && says.remedy->wish != Wish::none);
  });
}

bool in_a_cause(const ReadClaim& claim, std::size_t token) {
  return std::ranges::any_of(claim.speech.said, [&](const Said& said) {
    const bool ends = token == said.range.first || token + 1 == said.range.last;
    return said.owner.kind == Concept::cause && ends;
  });
}

std::set<std::string> words_at(const Anchor& anchor, const Scene& scene) {
  const auto& file = scene.key->code[anchor.file].after;
  std::set<std::string> words;
  const int first = std::max(1, anchor.lines.first.number - around);
  const int last = std::min(file.line_count(), anchor.lines.last.number + around);
  for (int line = first; line <= last; ++line)
    add_words(words, std::string(file.line({line})), *scene.language);
  return words;
}

bool names_code(const ReadClaim& claim, const Anchor& anchor, const Scene& scene) {
  const auto there = words_at(anchor, scene);
  const auto& tokens = claim.speech.tokens.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (telling(tokens[i], *scene.language) && there.contains(tokens[i].stem) && !in_a_cause(claim, i))
      return true;
  return false;
}

bool in_the_change(const ReadClaim& claim, const Scene& scene) {
  return std::ranges::any_of(claim.anchors, [&](const Anchor& anchor) {
    return anchor.file != no_file && !anchor.lines.none() && scene.key->code[anchor.file].in_change &&
           names_code(claim, anchor, scene);
  });
}

}  // namespace

std::optional<std::string> unplanned_finding(const ReadClaim& claim, const Scene& scene) {
  const auto& words = *scene.words;
  if (claim.causes.empty() || claim.soup || claim.copied) return std::nullopt;
  if (claim.speech.tokens.tokens.size() < least_words || unlike_kinds(claim, words) > most_kinds)
    return std::nullopt;
  if (!tells_more(claim) || !in_the_change(claim, scene)) return std::nullopt;
  return words.classes[claim.causes.front()];
}

}  // namespace runner::review
