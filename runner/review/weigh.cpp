#include "runner/review/weigh.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runner/review/concepts.hpp"
#include "runner/review/evidence.hpp"
#include "runner/review/trial.hpp"
#include "runner/review/weights.hpp"

namespace runner::review {
namespace {

constexpr std::size_t bare_words = 2;  // "timeout?", "connect timeout?"

// Gathers the evidence for one pair.
class Weighing {
 public:
  Weighing(const ReadClaim& claim, std::size_t defect, const Scene& scene)
      : claim_(claim),
        scene_(scene),
        defect_(scene.key->defects[defect]),
        target_(scene.defects[defect]),
        number_(defect),
        own_(scene.words->of_defect(defect)),
        class_(scene.words->class_of_defect[defect]) {}

  std::optional<Pair> weigh(std::size_t claim_index) {
    standing_ = nearest(claim_.anchors, target_.spots);
    says_ = concepts_in(claim_.speech, own_, class_);
    weigh_words();
    weigh_suggestions();
    const bool placed = standing_.relation >= Relation::function;
    if (!placed && !says_.any() && !suggested_right_) return std::nullopt;
    weigh_place();
    weigh_subjects();
    weigh_against();
    return conclude(claim_index);
  }

 private:
  void add(EvidenceKind kind, double weight, std::string text, std::string quoted = "") {
    sum_ += weight;
    pair_.evidence.push_back(
        {.kind = kind, .text = std::move(text), .quote = std::move(quoted), .weight = weight});
  }

  std::string words(Range range) const { return quote(claim_.speech.tokens, range.first, range.last); }

  void add_said(const Said& said, double weight) {
    const auto& whose = said.owner.vocabulary == own_ ? defect_.id : defect_.class_id;
    add(evidence_kind(said.owner.kind), weight,
        fmt::format("\"{}\" {} ({}: {})", words(said.range), role_of(said.owner.kind), whose,
                    scene_.words->book.text(said.phrase)),
        words(said.range));
  }

  void weigh_words() {
    if (says_.cause != nullptr)
      add_said(*says_.cause, says_.cause->owner.vocabulary == own_ ? weights::own_cause : weights::cause);
    if (says_.asked != nullptr) {
      const auto asking = words({says_.asking.first, says_.asked->range.last});
      add(EvidenceKind::cause, weights::asks,
          fmt::format("\"{}\" asks for what is missing ({})", asking, defect_.class_id), asking);
    }
    if (bare_question()) {
      const auto asking = words(says_.topic->range);
      add(EvidenceKind::cause, weights::asks, fmt::format("\"{}?\" asks for what is missing", asking),
          asking);
    }
    if (says_.effect != nullptr) add_said(*says_.effect, identifies() ? weights::effect : weights::symptom);
    if (says_.remedy != nullptr) add_said(*says_.remedy, remedy_weight());
    if (says_.effect != nullptr && !identifies()) weigh_condition();
    if (says_.topic != nullptr && says_.cause == nullptr) add_said(*says_.topic, weights::topic);
    if (says_.wrong_remedy != nullptr) add_said(*says_.wrong_remedy, weights::wrong_remedy);
  }

  // A remedy that is only spoken of names the subject at most.
  double remedy_weight() const {
    switch (says_.remedy->wish) {
      case Wish::none:
        return says_.topic == nullptr || identifies() ? weights::topic : 0;
      case Wish::named:
        return says_.named() ? weights::effect : weights::named_remedy;
      case Wish::lacked:
      case Wish::wanted:
        break;
    }
    return says_.named() ? weights::effect : weights::remedy;
  }

  // Asks for the remedy, or proposes it? "Where do we remember the id?" names what is missing and proposes
  // nothing.
  bool remedied() const {
    if (suggested_right_) return true;
    if (says_.remedy == nullptr || says_.remedy->wish == Wish::none) return false;
    return says_.remedy->wish != Wish::named ||
           !claim_.speech.tokens.sentences[says_.remedy->sentence].question;
  }

  bool speaks_of_remedy() const { return says_.remedy != nullptr && says_.remedy->wish != Wish::none; }

  // The mechanism is named, or a remedy that can be meant for nothing else.
  bool identifies() const { return says_.named() || remedied() || speaks_of_remedy() || bare_question(); }

  // "timeout?", at the place where one is missing.
  bool bare_question() const {
    const auto& tokens = claim_.speech.tokens;
    if (says_.named() || standing_.relation < Relation::near || tokens.sentences.size() != 1) return false;
    const bool short_one = tokens.sentences.front().question && tokens.tokens.size() <= bare_words;
    return short_one && says_.topic != nullptr &&
           (!claim_.speech.of(own_, Concept::lackable).empty() ||
            !claim_.speech.of(class_, Concept::lackable).empty());
  }

  // "Suppose the answer gets lost: then the merchant is paid twice": the mechanism told as it happens.
  void weigh_condition() {
    for (std::size_t i = 0; i < claim_.speech.tokens.sentences.size(); ++i) {
      const auto& conditions = claim_.speech.marks.of(Part::conditions, i);
      if (conditions.empty()) continue;
      const auto quoted = words(conditions.front());
      return add(EvidenceKind::effect, weights::condition,
                 fmt::format("\"{}\" gives the condition under which it happens", quoted), quoted);
    }
  }

  void weigh_suggestions() {
    const auto tried =
        tried_suggestion(claim_.claim, *scene_.review, *scene_.trials, defect_.id, says_.named());
    suggested_right_ = tried.outcome == Outcome::right;
    suggested_wrong_ = tried.outcome == Outcome::wrong;
    if (tried.outcome == Outcome::none) return;
    add(EvidenceKind::suggestion, suggested_right_ ? weights::good_suggestion : weights::bad_suggestion,
        tried.text);
  }

  void weigh_place() {
    if (standing_.relation == Relation::none) {
      if (defect_.absence) add(EvidenceKind::place, weights::absence, "what is missing needs no line");
      return;
    }
    const bool lined = !claim_.anchors[standing_.anchor].lines.none();
    double weight = weight_of(standing_.relation);
    if (standing_.relation == Relation::file && !lined) weight = weights::whole_file;
    if (standing_.role == PlaceRole::neutral && standing_.relation >= Relation::block)
      weight += weights::neutral_zone;
    if (defect_.absence && weight < weights::function) return add_absence(lined);
    add(EvidenceKind::place, weight, place_sentence(standing_, claim_.anchors, target_.spots));
  }

  // What is missing needs no line, but a comment on a line elsewhere is a weaker sign that it means this.
  void add_absence(bool lined) {
    const bool other_file = standing_.relation == Relation::elsewhere && !target_.spots.empty();
    const double weight = other_file ? weights::absence_elsewhere
                          : lined    ? weights::absence_in_file
                                     : weights::absence;
    add(EvidenceKind::place, weight,
        fmt::format("what is missing needs no line; {}",
                    place_sentence(standing_, claim_.anchors, target_.spots)));
  }

  // Without a place that tells, words must say which of the places in the code is meant.
  void weigh_subjects() {
    if (standing_.relation >= Relation::function || !says_.named()) return;
    if (standing_.relation == Relation::elsewhere && !defect_.absence) return;  // it points at another place
    std::vector<std::string> found;
    const auto& tokens = claim_.speech.tokens;
    for (std::size_t i = 0; i < tokens.tokens.size() && found.size() < 3; ++i) {
      if (names_cause(i)) continue;
      const auto& stem = tokens.tokens[i].stem;
      if (!target_.subjects.contains(stem) || std::ranges::find(found, stem) != found.end()) continue;
      const double weight = found.empty() ? weights::subject_first : weights::subject_more;
      add(EvidenceKind::place, weight,
          fmt::format("\"{}\" stands in the defect's place and in few others", words({i, i + 1})),
          words({i, i + 1}));
      found.push_back(stem);
    }
    if (found.empty()) weigh_hint();
    if (only_defect()) add(EvidenceKind::place, weights::only_one, "no other defect's cause is named");
  }

  void weigh_hint() {
    const auto& tokens = claim_.speech.tokens.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (names_cause(i) || !target_.hints.contains(tokens[i].stem)) continue;
      return add(EvidenceKind::place, weights::subject_hint,
                 fmt::format("\"{}\" stands in the defect's place and in some others", words({i, i + 1})),
                 words({i, i + 1}));
    }
  }

  // A word that stands between the cause's words ("no [gateway] timeout") is not one of its own.
  bool names_cause(std::size_t token) const {
    if (says_.cause == nullptr || token < says_.cause->range.first || token >= says_.cause->range.last)
      return false;
    const auto& text = scene_.words->book.text(says_.cause->phrase);
    return token == says_.cause->range.first || token + 1 == says_.cause->range.last ||
           text.find(claim_.speech.tokens.tokens[token].word) != std::string::npos;
  }

  bool only_defect() const {
    for (std::size_t other = 0; other < scene_.key->defects.size(); ++other) {
      if (other == number_) continue;
      for (const auto vocabulary : {scene_.words->of_defect(other), scene_.words->class_of_defect[other]})
        if (std::ranges::any_of(claim_.speech.of(vocabulary, Concept::cause), &Said::meant)) return false;
    }
    return true;
  }

  void weigh_against() {
    if (const auto* said = says_.denied; said != nullptr) {
      denied_ = true;
      add(EvidenceKind::polarity, weights::denied,
          fmt::format("\"{}\" is {} (\"{}\")", words(said->range), to_string(said->reading.stance),
                      said->reading.because),
          words(said->range));
    }
    if (claim_.claim.label == "praise") {
      denied_ = true;
      add(EvidenceKind::label, weights::denied, "labelled as praise");
    }
    if (says_.near_miss != nullptr) add_said(*says_.near_miss, weights::near_miss);
    if (says_.cause == nullptr && !suggested_right_) weigh_other_problem();
    if (decoy_closer())
      add(EvidenceKind::mechanism, weights::decoy_place,
          "it stands on code that looks like this and is right");
    if (claim_.copied)
      add(EvidenceKind::mechanism, weights::denied, "the words are copied from what the reviewer was given");
    if (claim_.soup) add(EvidenceKind::mechanism, weights::denied, "a list of keywords is not a claim");
  }

  // "Prometheus' memory explodes" is this problem's consequence, whoever else has it for a cause.
  bool own_words(const Said& cause) const {
    const auto meets = [&](const Said* own) {
      return own != nullptr && own->range.first < cause.range.last && cause.range.first < own->range.last;
    };
    return standing_.relation >= Relation::near &&
           (meets(says_.effect) || (remedied() && meets(says_.remedy)));
  }

  bool asserts_another(std::size_t other) const {
    return std::ranges::any_of(claim_.speech.said, [&](const Said& said) {
      return said.owner.kind == Concept::cause && said.meant() &&
             scene_.words->class_of(said.owner.vocabulary) == other && !own_words(said);
    });
  }

  // The remedy, or the subject, comes up while the claim is about something else.
  void weigh_other_problem() {
    if (says_.remedy == nullptr && says_.topic == nullptr && says_.effect == nullptr &&
        says_.asked == nullptr)
      return;
    for (const auto other : claim_.causes) {
      if (other == class_ || scene_.words->kin[other][class_] || !asserts_another(other)) continue;
      return add(EvidenceKind::mechanism, weights::other_problem,
                 fmt::format("the claim is about another problem: {}", scene_.words->classes[other]));
    }
  }

  bool decoy_closer() const {
    const auto decoy = decoy_hit(claim_, scene_);
    if (!decoy) return false;
    const auto there = nearest(claim_.anchors, scene_.decoys[*decoy].spots);
    if (there.relation != standing_.relation) return there.relation > standing_.relation;
    return there.distance < standing_.distance;
  }

  // On the defect's own lines with any remark that is not about another problem; further off only with its
  // consequence, or with what resembles it.
  bool located() const {
    if (denied_ || claim_.copied || claim_.soup || !claim_.approval.empty()) return false;
    if (claim_.speech.tokens.tokens.empty()) return suggested_wrong_ && standing_.relation >= Relation::block;
    if (standing_.relation < Relation::statement)
      return standing_.relation >= Relation::function &&
             (says_.effect != nullptr || says_.near_miss != nullptr || says_.cause != nullptr);
    const bool says = says_.topic != nullptr || says_.effect != nullptr || says_.near_miss != nullptr;
    if ((claim_.only_asks || standing_.role == PlaceRole::neutral) && !says) return false;
    const bool other = std::ranges::any_of(claim_.causes, [&](std::size_t cause) { return cause != class_; });
    return says_.any() || !other;
  }

  // The mechanism; a consequence and a remedy that works raise it by one each. A consequence alone tells a
  // mechanism at best.
  Level level() const {
    if (pair_.score < weights::same_problem) return located() ? Level::located : Level::missed;
    if (!identifies()) return Level::identified;
    const int more = (says_.effect != nullptr ? 1 : 0) + (remedied() ? 1 : 0);
    return static_cast<Level>(static_cast<int>(Level::identified) + more);
  }

  Pair conclude(std::size_t claim_index) {
    const bool capped = says_.near_miss != nullptr;
    pair_.claim = claim_index;
    pair_.defect = number_;
    pair_.score = 1 / (1 + std::exp(-(sum_ + weights::bias)));
    if (capped) pair_.score = std::min(pair_.score, weights::capped);
    pair_.level = level();
    const bool helps = remedied();
    if (says_.wrong_remedy != nullptr && !helps) pair_.wrong_remedy = words(says_.wrong_remedy->range);
    if (suggested_wrong_ && !helps && pair_.wrong_remedy.empty()) pair_.wrong_remedy = "the suggestion";
    const bool close = std::abs(pair_.score - weights::same_problem) < weights::unsure;
    pair_.ambiguous = close && !denied_ && !capped;
    pair_.on_it = standing_.relation >= Relation::statement;
    return std::move(pair_);
  }

  const ReadClaim& claim_;
  const Scene& scene_;
  const Defect& defect_;
  const Target& target_;
  std::size_t number_;
  std::size_t own_;    // the vocabulary of the defect
  std::size_t class_;  // and of its class
  Standing standing_;
  Concepts says_;
  Pair pair_;
  double sum_ = 0;
  bool denied_ = false;
  bool suggested_right_ = false;
  bool suggested_wrong_ = false;
};

}  // namespace

std::optional<Pair> weigh(const ReadClaim& claim, std::size_t claim_index, std::size_t defect,
                          const Scene& scene) {
  return Weighing(claim, defect, scene).weigh(claim_index);
}

}  // namespace runner::review
