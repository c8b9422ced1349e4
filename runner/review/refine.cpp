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

// A stretch of a claim that is about one thing: a sentence, or half of one.
struct Piece {
  ByteSpan bytes;
  std::size_t sentence = 0;
  Classes named;  // whose cause it asserts, of those at stake
};

struct Share {
  std::vector<ByteSpan> pieces;
  Classes classes;
};

// Does the sentence say what one of the problems leads to, or what helps? Only from byte `from` on.
bool explains(const Speech& speech, const KeyWords& words, const Classes& problems, std::size_t sentence,
              std::size_t from = 0) {
  return std::ranges::any_of(speech.said, [&](const Said& said) {
    const auto kind = said.owner.kind;
    const bool part = kind == Concept::effect || kind == Concept::remedy || kind == Concept::wrong_remedy;
    return part && said.sentence == sentence && speech.tokens.tokens[said.range.first].bytes.begin >= from &&
           std::ranges::binary_search(problems, words.class_of(said.owner.vocabulary));
  });
}

bool joins(std::string_view word) {
  return word == "and" || word == "also" || word == "plus" || word == "but";
}

// The causes that a sentence asserts, of classes that the key is about: other words cut nothing.
std::vector<const Said*> causes_at_stake(const Speech& speech, const KeyWords& words, std::size_t sentence) {
  std::vector<const Said*> causes;
  for (const auto& said : speech.said)
    if (said.owner.kind == Concept::cause && said.meant() && said.sentence == sentence &&
        words.at_stake[words.class_of(said.owner.vocabulary)])
      causes.push_back(&said);
  return causes;
}

Classes classes_of(const std::vector<const Said*>& causes, const KeyWords& words) {
  Classes found;
  for (const auto* said : causes) found = joined(found, {words.class_of(said->owner.vocabulary)});
  return found;
}

// Two problems in one sentence, "no timeout, and the card number is logged": the token that begins the second
// half, or 0. Only where the words of one problem all stand before those of the other.
std::size_t half(const std::vector<const Said*>& causes, const Speech& speech, const KeyWords& words,
                 const Sentence& bounds) {
  const auto& tokens = speech.tokens.tokens;
  for (auto at = bounds.first + 1; at < bounds.last && causes.size() > 1; ++at) {
    if (tokens[at].clause == tokens[at - 1].clause && !joins(tokens[at].word)) continue;
    std::vector<const Said*> before;
    std::vector<const Said*> after;
    bool across = false;
    for (const auto* said : causes) {
      across = across || (said->range.first < at && said->range.last > at);
      (said->range.first < at ? before : after).push_back(said);
    }
    if (!across && !before.empty() && !after.empty() &&
        !meet(classes_of(before, words), classes_of(after, words)))
      return at;
  }
  return 0;
}

void add_pieces(const Speech& speech, const KeyWords& words, std::size_t sentence,
                std::vector<Piece>& pieces) {
  const auto& bounds = speech.tokens.sentences[sentence];
  const auto causes = causes_at_stake(speech, words, sentence);
  const auto at = half(causes, speech, words, bounds);
  if (at == 0) {
    pieces.push_back({bounds.bytes, sentence, classes_of(causes, words)});
    return;
  }
  std::vector<const Said*> before;
  std::vector<const Said*> after;
  for (const auto* said : causes) (said->range.first < at ? before : after).push_back(said);
  const auto cut = speech.tokens.tokens[at].bytes.begin;
  pieces.push_back({{bounds.bytes.begin, cut}, sentence, classes_of(before, words)});
  pieces.push_back({{cut, bounds.bytes.end}, sentence, classes_of(after, words)});
}

// A piece that names no problem goes to all parts that it explains: "set a timeout, and log the id only" may
// belong to two. One that explains none goes on with the part before it.
void place_piece(const Piece& piece, const Speech& speech, const KeyWords& words, std::vector<Share>& parts) {
  if (parts.empty()) return parts.push_back({{piece.bytes}, piece.named});
  auto& last = parts.back();
  if (!piece.named.empty()) {
    const bool new_problem = !last.classes.empty() && !meet(last.classes, piece.named);
    const bool explanation =
        new_problem && explains(speech, words, last.classes, piece.sentence, piece.bytes.begin);
    if (new_problem && !explanation) return parts.push_back({{piece.bytes}, piece.named});
    last.pieces.push_back(piece.bytes);
    if (!explanation) last.classes = joined(last.classes, piece.named);
    return;
  }
  bool placed = false;
  for (auto& part : parts) {
    if (!explains(speech, words, part.classes, piece.sentence, piece.bytes.begin)) continue;
    part.pieces.push_back(piece.bytes);
    placed = true;
  }
  if (!placed) last.pieces.push_back(piece.bytes);
}

std::vector<Share> parts_of(const Speech& speech, const KeyWords& words) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < speech.tokens.sentences.size(); ++i) add_pieces(speech, words, i, pieces);
  std::vector<Share> parts;
  for (const auto& piece : pieces) place_piece(piece, speech, words, parts);
  return parts;
}

std::string text_of(const Share& part, const std::string& text) {
  std::string result;
  std::size_t end = 0;
  for (const auto bytes : part.pieces) {
    if (!result.empty())
      result += text.substr(0, bytes.begin).find_first_not_of(" \n", end) == std::string::npos
                    ? text.substr(end, bytes.begin - end)
                    : " ";
    result += text.substr(bytes.begin, bytes.size());
    end = bytes.end;
  }
  while (!result.empty() && (result.back() == '\n' || result.back() == ' ')) result.pop_back();
  return result;
}

// What stands in another part's text alone is not this part's; what stands in none is everybody's.
Claim part_claim(const Claim& claim, const Share& part, const std::string& path) {
  auto result = claim;
  result.text = text_of(part, claim.text);
  const auto elsewhere = [&](const std::string& words) {
    return claim.text.find(words) != std::string::npos && result.text.find(words) == std::string::npos;
  };
  std::erase_if(result.code, elsewhere);
  const auto own = mentions_in(result.text, path);
  const bool placed = std::ranges::any_of(own, [](const Mention& m) { return !m.path.empty(); });
  if (own.empty()) return result;
  std::erase_if(result.mentions,
                [&](const Mention& m) { return elsewhere(m.text) && (placed || m.path.empty()); });
  return result;
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

std::vector<Heard> refine(std::vector<Claim> claims, const Review& review, const KeyWords& words,
                          const LanguageData& language) {
  std::vector<Heard> result;
  for (auto& claim : claims) {
    auto speech = listen(claim.text, words, language);
    if (!result.empty() && continues(result.back().claim, result.back().speech, claim, speech, words)) {
      auto& before = result.back();
      append(before.claim, claim);
      before.speech = listen(before.claim.text, words, language);
      continue;
    }
    const bool soup = keyword_soup(speech, words) && speech.tokens.sentences.size() == 1;
    const auto parts = soup ? std::vector<Share>() : parts_of(speech, words);
    if (parts.size() < 2) {
      result.push_back({std::move(claim), std::move(speech)});
      continue;
    }
    for (const auto& part : parts) {
      auto cut = part_claim(claim, part, review.comments[claim.comment].path);
      auto said = listen(cut.text, words, language);
      result.push_back({std::move(cut), std::move(said)});
    }
  }
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool follows = i > 0 && result[i].claim.comment == result[i - 1].claim.comment;
    result[i].claim.ordinal = follows ? result[i - 1].claim.ordinal + 1 : 0;
  }
  return result;
}

}  // namespace runner::review
