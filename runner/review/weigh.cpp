#include "runner/review/weigh.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runner/review/weights.hpp"

namespace runner::review {
namespace {

bool nested(Range inner, Range outer) { return outer.first <= inner.first && inner.last <= outer.last; }
bool overlap(Range a, Range b) { return a.first < b.last && b.first < a.last; }

double weight_of(Relation relation) {
  switch (relation) {
    case Relation::elsewhere:
      return weights::elsewhere;
    case Relation::none:
      return 0;
    case Relation::file:
      return weights::same_file;
    case Relation::type:
      return weights::type;
    case Relation::function:
      return weights::function;
    case Relation::block:
      return weights::block;
    case Relation::near:
      return weights::near;
    case Relation::statement:
      return weights::statement;
  }
  return 0;
}

EvidenceKind evidence_kind(Concept kind) {
  switch (kind) {
    case Concept::cause:
      return EvidenceKind::cause;
    case Concept::effect:
      return EvidenceKind::effect;
    case Concept::remedy:
      return EvidenceKind::remedy;
    case Concept::wrong_remedy:
      return EvidenceKind::wrong_remedy;
    case Concept::topic:
    case Concept::lackable:
      return EvidenceKind::topic;
    case Concept::near_miss:
    case Concept::false_alarm:
      return EvidenceKind::mechanism;
  }
  return EvidenceKind::topic;
}

std::string_view role_of(Concept kind) {
  switch (kind) {
    case Concept::cause:
      return "names the cause";
    case Concept::effect:
      return "names the consequence";
    case Concept::remedy:
      return "names a remedy";
    case Concept::wrong_remedy:
      return "is a remedy that does not help";
    case Concept::topic:
    case Concept::lackable:
      return "names the subject";
    case Concept::near_miss:
      return "looks like it and is another matter";
    case Concept::false_alarm:
      return "is the false alarm that the place invites";
  }
  return "";
}

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
    weigh_words();
    const bool placed = standing_.relation >= Relation::function;
    if (!placed && !any_words_ && !suggested_right_) return std::nullopt;
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

  // Meant before not meant, the defect's own words before the class's, long before short.
  const Said* best(Concept kind, const Said* outside = nullptr) const {
    const Said* found = nullptr;
    for (const auto vocabulary : {own_, class_}) {
      for (const auto& said : claim_.speech.of(vocabulary, kind)) {
        if (outside != nullptr && nested(said.range, outside->range)) continue;
        if (found == nullptr || better(said, *found)) found = &said;
      }
    }
    return found;
  }

  static bool better(const Said& a, const Said& b) {
    if (a.meant() != b.meant()) return a.meant();
    return a.range.last - a.range.first > b.range.last - b.range.first &&
           a.owner.vocabulary == b.owner.vocabulary;
  }

  std::string quoted(const Said& said) const {
    return quote(claim_.speech.tokens, said.range.first, said.range.last);
  }

  void add_said(const Said& said, double weight) {
    const auto words = quoted(said);
    const bool own = said.owner.vocabulary == own_;
    add(evidence_kind(said.owner.kind), weight,
        fmt::format("\"{}\" {} ({}: {})", words, role_of(said.owner.kind),
                    own ? defect_.id : defect_.class_id, scene_.words->book.text(said.phrase)),
        words);
  }

  void weigh_words() {
    cause_ = meant(best(Concept::cause));
    effect_ = meant(best(Concept::effect, cause_));
    remedy_ = meant(best(Concept::remedy, cause_ != nullptr ? cause_ : effect_));
    topic_ = meant(best(Concept::topic, cause_ != nullptr ? cause_ : effect_));
    wrong_ = meant(best(Concept::wrong_remedy));
    near_miss_ = meant(best(Concept::near_miss));
    if (cause_ != nullptr)
      add_said(*cause_, cause_->owner.vocabulary == own_ ? weights::own_cause : weights::cause);
    if (cause_ == nullptr) weigh_asking();
    if (effect_ != nullptr) add_said(*effect_, weights::effect);
    if (remedy_ != nullptr) add_said(*remedy_, remedy_weight());
    weigh_condition();
    if (topic_ != nullptr && cause_ == nullptr) add_said(*topic_, weights::topic);
    if (wrong_ != nullptr) add_said(*wrong_, weights::wrong_remedy);
    any_words_ =
        cause_ || remedy_ || effect_ || topic_ || wrong_ || near_miss_ || asked_ || denial() != nullptr;
    weigh_suggestions();
  }

  // A remedy that is only spoken of ("on a page this will …") names the subject at most.
  double remedy_weight() const {
    if (named()) return weights::effect;
    return remedy_->wanted ? weights::remedy : weights::topic;
  }

  // "Suppose the answer gets lost: then the merchant is paid twice": the mechanism told as it happens.
  void weigh_condition() {
    if (effect_ == nullptr || named()) return;
    for (std::size_t i = 0; i < claim_.speech.tokens.sentences.size(); ++i) {
      for (const auto range : claim_.speech.marks.of(Part::conditions, i)) {
        const auto words = quote(claim_.speech.tokens, range.first, range.last);
        return add(EvidenceKind::effect, weights::condition,
                   fmt::format("\"{}\" gives the condition under which it happens", words), words);
      }
    }
  }

  static const Said* meant(const Said* said) { return said != nullptr && said->meant() ? said : nullptr; }
  bool named() const { return cause_ != nullptr || asked_; }

  // "is there a timeout?", "this needs a timeout": the thing whose absence is the cause is asked for.
  void weigh_asking() {
    for (const auto vocabulary : {own_, class_}) {
      for (const auto& said : claim_.speech.of(vocabulary, Concept::lackable)) {
        if (asked_ || !said.meant()) continue;
        const bool question = claim_.speech.tokens.sentences[said.sentence].question;
        const auto range = asking_before(said, question ? Part::asks_for : Part::calls_for);
        if (range.last == 0) continue;
        const auto words = quote(claim_.speech.tokens, range.first, said.range.last);
        asked_ = true;
        add(EvidenceKind::cause, weights::asks,
            fmt::format("\"{}\" asks for what is missing ({})", words, defect_.class_id), words);
      }
    }
  }

  Range asking_before(const Said& said, Part part) const {
    constexpr std::size_t reach = 2;  // "is there [a read] timeout"
    for (const auto range : claim_.speech.marks.of(part, said.sentence))
      if (range.last <= said.range.first && said.range.first - range.last <= reach) return range;
    return {};
  }

  void weigh_suggestions() {
    for (const auto& trial : *scene_.trials) {
      if (trial.comment != scene_.review->comments[claim_.claim.comment].id) continue;
      if (std::ranges::find(claim_.claim.suggestions, trial.suggestion) == claim_.claim.suggestions.end())
        continue;
      weigh_trial(trial);
    }
  }

  void weigh_trial(const SuggestionTrial& trial) {
    const bool silenced = std::ranges::find(trial.silenced, defect_.id) != trial.silenced.end();
    const auto proof =
        std::ranges::find(trial.proofs, defect_.id, &std::pair<std::string, ProofVerdict>::first);
    const bool refuted = proof != trial.proofs.end() && proof->second == ProofVerdict::failed;
    const bool proven = proof != trial.proofs.end() && proof->second == ProofVerdict::passed;
    if (trial.parses && !refuted && (silenced || proven)) {
      if (!suggested_right_)
        add(EvidenceKind::suggestion, weights::good_suggestion,
            proven ? "the suggestion was applied: the proof passes"
                   : "the suggestion was applied: it parses and the detector is silent");
      suggested_right_ = true;
    } else if (named() || silenced) {
      add(EvidenceKind::suggestion, weights::bad_suggestion,
          !trial.parses ? "the suggestion was applied: the file no longer parses"
          : refuted     ? "the suggestion was applied: the proof still fails"
                        : "the suggestion was applied: the detector still reports the defect");
      suggested_wrong_ = true;
    }
  }

  void weigh_place() {
    const auto& anchors = claim_.anchors;
    if (standing_.relation == Relation::none || (target_.spots.empty() && defect_.absence)) {
      if (defect_.absence) add(EvidenceKind::place, weights::absence, "what is missing needs no line");
      return;
    }
    const auto& said = anchors[standing_.anchor].said;
    double weight = weight_of(standing_.relation);
    if (standing_.relation == Relation::file && anchors[standing_.anchor].lines.none())
      weight = weights::whole_file;
    if (standing_.role == PlaceRole::neutral && standing_.relation >= Relation::block)
      weight += weights::neutral_zone;
    if (defect_.absence && weight < weights::function) return add_absence(said);
    add(EvidenceKind::place, weight, place_sentence(said));
  }

  // What is missing needs no line, but a comment on a line elsewhere is a weaker sign that it means this.
  void add_absence(const std::string& said) {
    const bool other_file = standing_.relation == Relation::elsewhere;
    const bool lined = !claim_.anchors[standing_.anchor].lines.none();
    const double weight = other_file ? weights::absence_elsewhere
                          : lined    ? weights::absence_in_file
                                     : weights::absence;
    add(EvidenceKind::place, weight,
        fmt::format("what is missing needs no line; {} is in {} file", said, other_file ? "another" : "its"));
  }

  std::string place_sentence(std::string_view said) const {
    if (target_.spots.empty() || standing_.relation == Relation::elsewhere)
      return fmt::format("{} is in another file", said);
    const auto& spot = target_.spots[standing_.spot];
    const auto lines = to_string(spot.lines);
    const std::string_view zone =
        standing_.role == PlaceRole::neutral ? "a line that one may pick instead" : "the defect";
    switch (standing_.relation) {
      case Relation::statement:
        return fmt::format("{} is on {} (line {})", said, zone, lines);
      case Relation::near:
        return fmt::format("{} is {} line{} from {} (line {})", said, standing_.distance,
                           standing_.distance == 1 ? "" : "s", zone, lines);
      case Relation::block:
        return fmt::format("{} is in the same block as {} (line {})", said, zone, lines);
      case Relation::function:
        return fmt::format("{} is in the same function, {}", said,
                           spot.function_name.empty() ? "as the defect" : spot.function_name);
      case Relation::type:
        return fmt::format("{} is in the same type or long function", said);
      case Relation::file:
      case Relation::none:
      case Relation::elsewhere:
        break;
    }
    return fmt::format("{} is in the same file", said);
  }

  // Without a place that tells, words must say which of the places in the code is meant.
  void weigh_subjects() {
    if (standing_.relation >= Relation::function || !named()) return;
    std::vector<std::string> found;
    const auto& tokens = claim_.speech.tokens;
    for (std::size_t i = 0; i < tokens.tokens.size() && found.size() < 3; ++i) {
      if (cause_ != nullptr && i >= cause_->range.first && i < cause_->range.last && in_phrase(i)) continue;
      const auto& stem = tokens.tokens[i].stem;
      if (!target_.subjects.contains(stem) || std::ranges::find(found, stem) != found.end()) continue;
      const double weight = found.empty() ? weights::subject_first : weights::subject_more;
      const auto word = quote(tokens, i, i + 1);
      add(EvidenceKind::place, weight,
          fmt::format("\"{}\" stands in the defect's place and in few others", word), word);
      found.push_back(stem);
    }
    if (only_defect()) add(EvidenceKind::place, weights::only_one, "no other defect's cause is named");
  }

  // A word that stands between a phrase's words ("no [gateway] timeout") is not one of its own.
  bool in_phrase(std::size_t token) const {
    const auto& text = scene_.words->book.text(cause_->phrase);
    return token == cause_->range.first || token + 1 == cause_->range.last ||
           text.find(claim_.speech.tokens.tokens[token].word) != std::string::npos;
  }

  bool only_defect() const {
    for (std::size_t other = 0; other < scene_.key->defects.size(); ++other) {
      if (other == number_) continue;
      for (const auto vocabulary : {scene_.words->of_defect(other), scene_.words->class_of_defect[other]})
        for (const auto& said : claim_.speech.of(vocabulary, Concept::cause))
          if (said.meant()) return false;
    }
    return true;
  }

  // A topic, cause or remedy that is said and not meant.
  const Said* denial() const {
    if (cause_ != nullptr || asked_) return nullptr;
    for (const auto kind : {Concept::cause, Concept::lackable, Concept::topic, Concept::remedy})
      if (const auto* said = best(kind); said != nullptr && !said->meant()) return said;
    return nullptr;
  }

  void weigh_against() {
    if (const auto* said = denial(); said != nullptr && remedy_ == nullptr && effect_ == nullptr) {
      denied_ = true;
      add(EvidenceKind::polarity, weights::denied,
          fmt::format("\"{}\" is {} (\"{}\")", quoted(*said), to_string(said->reading.stance),
                      said->reading.because),
          quoted(*said));
    }
    if (claim_.claim.label == "praise") {
      denied_ = true;
      add(EvidenceKind::label, weights::denied, "labelled as praise");
    }
    if (near_miss_ != nullptr && (cause_ == nullptr || overlap(near_miss_->range, cause_->range))) {
      capped_ = true;
      add_said(*near_miss_, weights::near_miss);
    }
    if (cause_ == nullptr && !suggested_right_) weigh_other_problem();
    if (decoy_closer())
      add(EvidenceKind::mechanism, weights::decoy_place,
          "it stands on code that looks like this and is right");
  }

  // The remedy, or the subject, comes up while the claim is about something else.
  void weigh_other_problem() {
    if (remedy_ == nullptr && topic_ == nullptr && effect_ == nullptr && !asked_) return;
    for (const auto other : claim_.causes) {
      if (other == class_) continue;
      add(EvidenceKind::mechanism, weights::other_problem,
          fmt::format("the claim is about another problem: {}", scene_.words->classes[other]));
      return;
    }
  }

  bool decoy_closer() const {
    const auto decoy = decoy_hit(claim_, scene_);
    if (!decoy) return false;
    const auto there = nearest(claim_.anchors, scene_.decoys[*decoy].spots);
    if (there.relation != standing_.relation) return there.relation > standing_.relation;
    return there.distance < standing_.distance;
  }

  bool in_place() const {
    return standing_.relation >= Relation::block || (standing_.relation == Relation::function && any_words_);
  }

  // In the place, about something that is wrong, though not (or not clearly) about this.
  bool located() const {
    if (denied_ || claim_.copied || claim_.soup || !claim_.approval.empty() || !in_place()) return false;
    if (claim_.speech.tokens.tokens.empty()) return suggested_wrong_;
    const auto& label = claim_.claim.label;
    const bool aside = label == "praise" || label == "nitpick" || label == "thought" || label == "note" ||
                       label == "typo" || label == "polish" || label == "quibble" || label == "chore" ||
                       claim_.only_asks;
    return !aside || topic_ != nullptr || effect_ != nullptr || near_miss_ != nullptr;
  }

  Level level() const {
    if (pair_.score < weights::same_problem) return located() ? Level::located : Level::missed;
    const bool fixes = (remedy_ != nullptr && !overlaps_cause(*remedy_)) || suggested_right_;
    if (suggested_right_ && cause_ == nullptr && remedy_ == nullptr && !asked_) return Level::explained;
    if (fixes && named()) return Level::fixed;
    return effect_ != nullptr || suggested_right_ ? Level::explained : Level::identified;
  }

  // "add a timeout" is not cause and remedy at once.
  bool overlaps_cause(const Said& remedy) const {
    if (cause_ == nullptr || !overlap(remedy.range, cause_->range)) return false;
    for (const auto vocabulary : {own_, class_})
      for (const auto& said : claim_.speech.of(vocabulary, Concept::remedy))
        if (said.meant() && !overlap(said.range, cause_->range)) return false;
    return true;
  }

  Pair conclude(std::size_t claim_index) {
    if (claim_.copied) add(EvidenceKind::mechanism, weights::denied, "the words are the code's own");
    if (claim_.soup) add(EvidenceKind::mechanism, weights::denied, "a list of keywords is not a claim");
    pair_.claim = claim_index;
    pair_.defect = number_;
    pair_.score = 1 / (1 + std::exp(-(sum_ + weights::bias)));
    if (capped_) pair_.score = std::min(pair_.score, weights::capped);
    pair_.level = level();
    const bool helps = remedy_ != nullptr || suggested_right_;
    if (wrong_ != nullptr && !helps) pair_.wrong_remedy = quoted(*wrong_);
    if (suggested_wrong_ && !helps && pair_.wrong_remedy.empty()) pair_.wrong_remedy = "the suggestion";
    pair_.ambiguous = std::abs(pair_.score - weights::same_problem) < weights::unsure && !denied_ && !capped_;
    return std::move(pair_);
  }

  const ReadClaim& claim_;
  const Scene& scene_;
  const Defect& defect_;
  const Target& target_;
  std::size_t number_;
  std::size_t own_;
  std::size_t class_;
  Standing standing_;
  Pair pair_;
  double sum_ = 0;
  const Said* cause_ = nullptr;
  const Said* remedy_ = nullptr;
  const Said* effect_ = nullptr;
  const Said* topic_ = nullptr;
  const Said* wrong_ = nullptr;
  const Said* near_miss_ = nullptr;
  bool asked_ = false;
  bool any_words_ = false;
  bool denied_ = false;
  bool capped_ = false;
  bool suggested_right_ = false;
  bool suggested_wrong_ = false;
};

}  // namespace

std::optional<Pair> weigh(const ReadClaim& claim, std::size_t claim_index, std::size_t defect,
                          const Scene& scene) {
  return Weighing(claim, defect, scene).weigh(claim_index);
}

std::optional<std::size_t> decoy_hit(const ReadClaim& claim, const Scene& scene) {
  const auto says = [&](std::size_t vocabulary, std::initializer_list<Concept> kinds) {
    return std::ranges::any_of(kinds, [&](Concept kind) {
      return std::ranges::any_of(claim.speech.of(vocabulary, kind), &Said::meant);
    });
  };
  std::optional<std::size_t> found;
  Standing closest{.relation = Relation::type};
  for (std::size_t i = 0; i < scene.decoys.size(); ++i) {
    const auto standing = nearest(claim.anchors, scene.decoys[i].spots);
    const bool closer = standing.relation > closest.relation ||
                        (standing.relation == closest.relation && standing.distance < closest.distance);
    if (standing.relation < Relation::function || !closer) continue;
    const auto known = scene.words->class_of_decoy[i];
    const bool mistaken =
        says(scene.words->of_decoy(i), {Concept::false_alarm}) ||
        (known < scene.words->classes.size() && says(known, {Concept::cause, Concept::remedy}));
    if (!mistaken) continue;
    found = i;
    closest = standing;
  }
  return found;
}

}  // namespace runner::review
