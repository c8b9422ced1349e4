#include "runner/review/weighing.hpp"

#include <fmt/format.h>

#include "runner/review/evidence.hpp"
#include "runner/review/told.hpp"
#include "runner/review/trial.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {
namespace {
constexpr std::size_t bare_words = 2;  // "timeout?", "connect timeout?"
}

std::string Weighing::words(Range range) const {
  return quote(claim_.speech.tokens, range.first, range.last);
}

void Weighing::add_said(const Said& said, double weight) {
  const auto& whose = said.owner.vocabulary == own_ ? defect_.id : defect_.class_id;
  add(evidence_kind(said.owner.kind), weight,
      fmt::format("\"{}\" {} ({}: {})", words(said.range), role_of(said.owner.kind), whose,
                  scene_.words->book.text(said.phrase)),
      words(said.range));
}

void Weighing::weigh_words() {
  if (says_.cause != nullptr)
    add_said(*says_.cause, says_.cause->owner.vocabulary == own_ ? weights::own_cause : weights::cause);
  if (says_.asked != nullptr) {
    const auto asking = words({says_.asking.first, says_.asked->range.last});
    add(EvidenceKind::cause, weights::asks,
        fmt::format("\"{}\" asks for what is missing ({})", asking, defect_.class_id), asking);
  }
  if (bare_question()) {
    const auto asking = words(says_.topic->range);
    add(EvidenceKind::cause, weights::asks, fmt::format("\"{}?\" asks for what is missing", asking), asking);
  }
  if (says_.effect != nullptr) add_said(*says_.effect, identifies() ? weights::effect : weights::symptom);
  if (says_.remedy != nullptr) add_said(*says_.remedy, remedy_weight());
  if (says_.effect != nullptr && !identifies()) weigh_condition();
  if (says_.topic != nullptr && says_.cause == nullptr) add_said(*says_.topic, weights::topic);
  if (says_.wrong_remedy != nullptr) add_said(*says_.wrong_remedy, weights::wrong_remedy);
}

double Weighing::remedy_weight() const {
  switch (says_.remedy->wish) {
    case Wish::none:
      return says_.topic == nullptr || identifies() ? weights::topic : 0;
    case Wish::named:
      return says_.named() ? weights::effect : weights::named_remedy;
    case Wish::asked:
    case Wish::lacked:
    case Wish::wanted:
      break;
  }
  return says_.named() ? weights::effect : weights::remedy;
}

bool Weighing::remedied() const {
  if (suggested_right_ || told_remedy_) return true;
  if (says_.remedy == nullptr || says_.remedy->wish <= Wish::none || says_.remedy->wish == Wish::asked)
    return false;
  return says_.remedy->wish != Wish::named ||
         !claim_.speech.tokens.sentences[says_.remedy->sentence].question;
}

bool Weighing::speaks_of_remedy() const {
  return says_.remedy != nullptr && says_.remedy->wish != Wish::none;
}

bool Weighing::identifies() const {
  return says_.named() || remedied() || speaks_of_remedy() || bare_question();
}

bool Weighing::bare_question() const {
  const auto& tokens = claim_.speech.tokens;
  if (says_.named() || standing_.relation < Relation::near || tokens.sentences.size() != 1) return false;
  const bool short_one = tokens.sentences.front().question && tokens.tokens.size() <= bare_words;
  return short_one && says_.topic != nullptr &&
         (!claim_.speech.of(own_, Concept::lackable).empty() ||
          !claim_.speech.of(class_, Concept::lackable).empty());
}

void Weighing::weigh_told() {
  if (!says_.named() || denied_) return;
  if (says_.effect == nullptr) {
    if (const auto told = consequence_told(claim_.speech, says_, own_, class_, *scene_.language)) {
      told_effect_ = true;
      add(EvidenceKind::effect, weights::told, fmt::format("\"{}\" tells a consequence", words(*told)),
          words(*told));
    }
  }
  if (remedied()) return;
  const auto told = remedy_told(claim_.speech, says_, own_, class_, target_.fix, *scene_.language);
  if (!told) return;
  told_remedy_ = true;
  add(EvidenceKind::remedy, weights::told,
      fmt::format("\"{}\" proposes what the fix says: {}", words(told->range), fmt::join(told->shared, ", ")),
      words(told->range));
}

void Weighing::weigh_condition() {
  for (std::size_t i = 0; i < claim_.speech.tokens.sentences.size(); ++i) {
    const auto& conditions = claim_.speech.marks.of(Part::conditions, i);
    if (conditions.empty()) continue;
    const auto quoted = words(conditions.front());
    return add(EvidenceKind::effect, weights::condition,
               fmt::format("\"{}\" gives the condition under which it happens", quoted), quoted);
  }
}

void Weighing::weigh_suggestions() {
  const auto tried =
      tried_suggestion(claim_.claim, *scene_.review, *scene_.trials, defect_.id, says_.named());
  suggested_right_ = tried.outcome == Outcome::right;
  suggested_wrong_ = tried.outcome == Outcome::wrong;
  if (tried.outcome == Outcome::none) return;
  add(EvidenceKind::suggestion, suggested_right_ ? weights::good_suggestion : weights::bad_suggestion,
      tried.text);
}

}  // namespace runner::review
