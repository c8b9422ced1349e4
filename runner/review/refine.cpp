#include "runner/review/refine.hpp"

#include <algorithm>

#include "runner/review/mention.hpp"

namespace runner::review {
namespace {

using Classes = std::vector<std::size_t>;  // ascending

bool meet(const Classes& a, const Classes& b) {
  return std::ranges::any_of(a, [&](std::size_t x) { return std::ranges::binary_search(b, x); });
}

Classes joined(const Classes& a, const Classes& b) {
  Classes all;
  std::ranges::set_union(a, b, std::back_inserter(all));
  return all;
}

// Does the sentence (or the whole claim) say what one of the problems leads to, or what helps?
bool explains(const Speech& speech, const KeyWords& words, const Classes& problems, std::size_t sentence) {
  for (const auto& said : speech.said) {
    const auto kind = said.owner.kind;
    const bool part = kind == Concept::effect || kind == Concept::remedy || kind == Concept::wrong_remedy;
    if (part && said.sentence == sentence &&
        std::ranges::binary_search(problems, words.class_of(said.owner.vocabulary)))
      return true;
  }
  return false;
}

bool joins(std::string_view word) {
  return word == "and" || word == "also" || word == "plus" || word == "but";
}

// Two problems in one sentence, "no timeout, and the card number is logged": where the second half begins, in
// bytes; 0 when the sentence is about one. Only where words of one problem all stand before those of the
// other.
std::size_t cut_within(const Speech& speech, const KeyWords& words, std::size_t sentence) {
  std::vector<const Said*> causes;
  for (const auto& said : speech.said)
    if (said.owner.kind == Concept::cause && said.meant() && said.sentence == sentence)
      causes.push_back(&said);
  if (causes.size() < 2) return 0;
  const auto& tokens = speech.tokens.tokens;
  const auto& bounds = speech.tokens.sentences[sentence];
  for (auto at = bounds.first + 1; at < bounds.last; ++at) {
    if (tokens[at].clause == tokens[at - 1].clause && !joins(tokens[at].word)) continue;
    Classes before;
    Classes after;
    bool across = false;
    for (const auto* said : causes) {
      across = across || (said->range.first < at && said->range.last > at);
      auto& side = said->range.first < at ? before : after;
      side = joined(side, {words.class_of(said->owner.vocabulary)});
    }
    if (!across && !before.empty() && !after.empty() && !meet(before, after)) return tokens[at].bytes.begin;
  }
  return 0;
}

// Where new claims begin, in bytes of the text.
std::vector<std::size_t> cuts(const Speech& speech, const KeyWords& words) {
  std::vector<std::size_t> found;
  if (keyword_soup(speech, words) && speech.tokens.sentences.size() == 1) return found;
  Classes current;
  for (std::size_t i = 0; i < speech.tokens.sentences.size(); ++i) {
    const auto named = causes_meant_in(speech, words, i);
    if (named.empty()) continue;
    const bool elsewhere = !current.empty() && !meet(current, named);
    const bool explanation = elsewhere && explains(speech, words, current, i);
    if (elsewhere && !explanation) {
      found.push_back(speech.tokens.sentences[i].bytes.begin);
      current.clear();
    }
    if (!explanation) current = joined(current, named);
    if (const auto at = cut_within(speech, words, i); at > 0) {
      found.push_back(at);
      current = named;
    }
  }
  return found;
}

Claim part_of(const Claim& claim, std::size_t begin, std::size_t end, const std::string& path) {
  auto part = claim;
  part.text = claim.text.substr(begin, end - begin);
  while (!part.text.empty() && (part.text.back() == '\n' || part.text.back() == ' ')) part.text.pop_back();
  auto own = mentions_in(part.text, path);
  std::erase_if(part.code, [&](const std::string& code) {
    return claim.text.find(code) != std::string::npos && part.text.find(code) == std::string::npos;
  });
  const auto elsewhere = [&](const Mention& m) {
    return claim.text.find(m.text) != std::string::npos && part.text.find(m.text) == std::string::npos;
  };
  const bool placed = std::ranges::any_of(own, [](const Mention& m) { return !m.path.empty(); });
  std::erase_if(part.mentions, [&](const Mention& m) { return elsewhere(m) && (placed || m.path.empty()); });
  return part;
}

// Goes on about what the claim before it says: no problem of its own, but the consequence or the remedy of
// that one.
bool continues(const Claim& before, const Speech& earlier, const Claim& claim, const Speech& speech,
               const KeyWords& words) {
  if (before.comment != claim.comment || !claim.label.empty()) return false;
  const auto problems = causes_meant(earlier, words);
  if (problems.empty() || !causes_meant(speech, words).empty()) return false;
  const auto placed = [](const Mention& m) { return !m.path.empty(); };
  if (std::ranges::any_of(claim.mentions, placed) && claim.mentions != before.mentions) return false;
  for (std::size_t i = 0; i < speech.tokens.sentences.size(); ++i)
    if (explains(speech, words, problems, i)) return true;
  return false;
}

void append(Claim& to, const Claim& from) {
  if (!to.text.empty() && !from.text.empty()) to.text += '\n';
  to.text += from.text;
  to.code.insert(to.code.end(), from.code.begin(), from.code.end());
  to.suggestions.insert(to.suggestions.end(), from.suggestions.begin(), from.suggestions.end());
  for (const auto& mention : from.mentions)
    if (std::ranges::find(to.mentions, mention) == to.mentions.end()) to.mentions.push_back(mention);
}

}  // namespace

std::vector<Claim> refine(std::vector<Claim> claims, const Review& review, const KeyWords& words,
                          const LanguageData& language) {
  std::vector<Claim> result;
  Speech earlier;
  for (auto& claim : claims) {
    auto speech = listen(claim.text, words, language);
    if (!result.empty() && continues(result.back(), earlier, claim, speech, words)) {
      append(result.back(), claim);
      continue;
    }
    auto begins = cuts(speech, words);
    begins.push_back(claim.text.size());
    std::size_t begin = 0;
    for (const auto end : begins) {
      result.push_back(begins.size() == 1 ? std::move(claim)
                                          : part_of(claim, begin, end, review.comments[claim.comment].path));
      begin = end;
    }
    earlier = begins.size() == 1 ? std::move(speech) : listen(result.back().text, words, language);
  }
  std::size_t ordinal = 0;
  for (std::size_t i = 0; i < result.size(); ++i) {
    ordinal = i > 0 && result[i].comment == result[i - 1].comment ? ordinal + 1 : 0;
    result[i].ordinal = ordinal;
  }
  return result;
}

}  // namespace runner::review
