#include "runner/review/freetext_speech.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/key_words.hpp"
#include "runner/review/said.hpp"

namespace runner::review {
namespace {

constexpr double names_cause = 1.5;

Key key_of(const std::vector<FreeDefect>& defects) {
  Key key;
  for (const auto& free : defects) {
    Defect defect{.id = free.id, .class_id = free.class_id};
    defect.class_words = free.class_words;
    key.defects.push_back(std::move(defect));
  }
  return key;
}

constexpr std::size_t short_remark = 16;  // words; whoever writes more to approve has a point to make

bool praises(const Speech& speech, std::size_t sentence, const std::string& words) {
  return std::ranges::any_of(speech.marks.of(Part::praise, sentence), [&](Range range) {
    return quote(speech.tokens, range.first, range.last) == words;
  });
}

// The words of praise that are the point of a short remark: "has a timeout, nice". "No need", "correctly" and
// the like do not suffice: "an unnecessary query", "must be closed properly" are complaints.
std::string approval_of(const Speech& speech) {
  if (speech.tokens.sentences.size() != 1 || speech.tokens.tokens.size() > short_remark) return "";
  auto words = approval(speech.tokens, speech.marks, 0);
  return praises(speech, 0, words) ? words : "";
}

const Said* first_meant(std::span<const Said> said) {
  const auto found = std::ranges::find_if(said, [](const Said& each) { return each.meant(); });
  return found == said.end() ? nullptr : &*found;
}

std::string quoted(const Speech& speech, const Said& said) {
  return quote(speech.tokens, said.range.first, said.range.last);
}

}  // namespace

struct Speeches::Heard {
  KeyWords words;
  std::vector<Speech> speeches;        // by text
  std::vector<std::string> approvals;  // by text
  std::vector<bool> classed;           // by defect
};

Speeches::Speeches(const std::vector<FreeDefect>& defects, const std::vector<PlainText>& texts,
                   const Language& language) {
  auto heard = std::make_unique<Heard>(Heard{.words = compile(key_of(defects), *language)});
  for (const auto& text : texts) {
    heard->speeches.push_back(listen(text.text, heard->words, *language));
    heard->approvals.push_back(approval_of(heard->speeches.back()));
  }
  for (const auto& defect : defects) heard->classed.push_back(!defect.class_id.empty());
  heard_ = std::move(heard);
}

Speeches::~Speeches() = default;

SpeechEvidence Speeches::weigh(std::size_t text, std::size_t defect) const {
  const auto& speech = heard_->speeches[text];
  const auto own = heard_->words.class_of_defect[defect];
  const bool classed = heard_->classed[defect];
  const auto causes = classed ? speech.of(own, Concept::cause) : std::span<const Said>{};
  if (const auto* cause = first_meant(causes)) {
    const int more = (first_meant(speech.of(own, Concept::remedy)) != nullptr ? 1 : 0) +
                     (first_meant(speech.of(own, Concept::effect)) != nullptr ? 1 : 0);
    const auto level = static_cast<Level>(static_cast<int>(Level::identified) + more);
    return {.weight = names_cause,
            .text = fmt::format("names the cause of {}: \"{}\"", heard_->words.classes[own],
                                quoted(speech, *cause)),
            .level = level};
  }
  const auto against = [](std::string why) {
    return SpeechEvidence{.opposite = true, .text = std::move(why)};
  };
  if (!causes.empty())
    return against(fmt::format("denies the cause: \"{}\"", quoted(speech, causes.front())));
  if (!heard_->approvals[text].empty())
    return against(fmt::format("approves: \"{}\"", heard_->approvals[text]));
  const bool consequence = classed && first_meant(speech.of(own, Concept::effect)) != nullptr;
  return {.level = consequence ? Level::explained : Level::identified};
}

}  // namespace runner::review
