#include "runner/review/scene.hpp"

#include <algorithm>
#include <map>

#include "runner/review/code_words.hpp"
#include "runner/review/refine.hpp"
#include "runner/review/told.hpp"

namespace runner::review {
namespace {

constexpr std::size_t most_of_style = 2;  // sentences; whoever writes more has a point beside the style

std::string file_stem(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

std::set<std::string> subjects_of(const Target& target, const Key& key, const LanguageData& language) {
  std::set<std::string> words;
  for (const auto& spot : target.spots) {
    if (spot.role == PlaceRole::neutral) continue;
    const auto& file = key.code[spot.file].after;
    add_words(words, file_stem(file.path()), language);
    add_words(words, spot.function_name, language);
    add_words(words, std::string(file.slice(file.bytes(spot.lines))), language);
  }
  return words;
}

// A word that stands in the places of more than a third of the defects tells none apart.
void keep_telling(std::vector<Target>& targets) {
  std::map<std::string, std::size_t> count;
  for (const auto& target : targets)
    for (const auto& word : target.subjects) ++count[word];
  const auto most = std::max<std::size_t>(1, targets.size() / 3);
  const auto many = targets.size() / 2;
  for (auto& target : targets) {
    for (const auto& word : target.subjects)
      if (count[word] > most && count[word] <= many) target.hints.insert(word);
    std::erase_if(target.subjects, [&](const std::string& word) { return count[word] > most; });
  }
}

// Does this sentence say that something is wrong? Among the words of all classes something is named by chance
// often: praise, and questions, assert only what the key is about.
bool asserts_in(const ReadClaim& claim, const KeyWords& words, std::size_t sentence) {
  const auto& speech = claim.speech;
  const auto causes = causes_meant_in(speech, words, sentence);
  const auto at_stake = [&](std::size_t cause) { return words.at_stake[cause]; };
  if (std::ranges::any_of(causes, at_stake)) return true;
  const bool question = speech.tokens.sentences[sentence].question;
  if (!approval(speech.tokens, speech.marks, sentence).empty()) return false;
  const auto effect = [&](const Said& said) {
    return said.owner.kind == Concept::effect && said.sentence == sentence && said.meant();
  };
  if (!question && !causes.empty()) return true;
  if (std::ranges::any_of(speech.said, effect)) return true;
  const auto wrong = [&](Range range) {
    return stance(speech.tokens, speech.marks, sentence, range, Names::wrong).stance == Stance::asserted;
  };
  return !question && std::ranges::any_of(speech.marks.of(Part::problem, sentence), wrong);
}

// A remark on how it is written, whatever word of trouble stands in it: "missing docstring".
bool on_style(const ReadClaim& claim, const KeyWords& words) {
  const auto at_stake = [&](std::size_t cause) { return words.at_stake[cause]; };
  if (std::ranges::any_of(claim.causes, at_stake)) return false;
  const auto& speech = claim.speech;
  if (speech.tokens.sentences.size() > most_of_style) return false;
  for (std::size_t i = 0; i < speech.tokens.sentences.size(); ++i)
    if (!speech.marks.of(Part::style, i).empty()) return true;
  return false;
}

bool asserts_defect(const ReadClaim& claim, const KeyWords& words) {
  if (on_style(claim, words)) return false;
  for (std::size_t i = 0; i < claim.speech.tokens.sentences.size(); ++i)
    if (asserts_in(claim, words, i)) return true;
  return false;
}

std::string approval_of(const ReadClaim& claim) {
  if (claim.claim.label == "praise") return "praise:";
  if (claim.asserts) return "";
  for (std::size_t i = 0; i < claim.speech.tokens.sentences.size(); ++i)
    if (auto words = approval(claim.speech.tokens, claim.speech.marks, i); !words.empty()) return words;
  return "";
}

}  // namespace

Scene set_scene(const Review& review, const Key& key, const KeyWords& words, const CodeIndex& index,
                const std::vector<SuggestionTrial>& trials, const LanguageData& language) {
  Scene scene{.review = &review, .key = &key, .words = &words, .trials = &trials, .language = &language};
  for (const auto& defect : key.defects) {
    Target target{.spots = spots_of(defect.places, index)};
    target.subjects = subjects_of(target, key, language);
    target.fix = matter_of(defect.fix, language);
    scene.defects.push_back(std::move(target));
  }
  keep_telling(scene.defects);
  for (const auto& decoy : key.decoys) scene.decoys.push_back({.spots = spots_of(decoy.places, index)});
  return scene;
}

std::vector<ReadClaim> read_all(const Review& review, const KeyWords& words, const CodeIndex& index,
                                const LanguageData& language) {
  std::vector<ReadClaim> claims;
  std::vector<bool> copies;  // by comment: as a whole
  for (const auto& comment : review.comments) copies.push_back(copied(index, comment.body));
  for (auto& heard : refine(read_claims(review), review, words, language)) {
    ReadClaim read{.claim = std::move(heard.claim), .speech = std::move(heard.speech)};
    read.anchors = anchors_of(read.claim, review, index);
    read.causes = causes_meant(read.speech, words);
    read.asserts = asserts_defect(read, words);
    read.approval = approval_of(read);
    const auto& sentences = read.speech.tokens.sentences;
    read.only_asks = !sentences.empty() && std::ranges::all_of(sentences, &Sentence::question);
    const auto& text = read.claim.text;
    read.copied = copied(index, text) || pasted(index, text) ||
                  (copies[read.claim.comment] && piece_of_copy(index, text));
    read.soup = keyword_soup(read.speech, words);
    claims.push_back(std::move(read));
  }
  return claims;
}

}  // namespace runner::review
