// One pair while its evidence is gathered. Of this room's weigh*.cpp alone: place, words and what speaks
// against are gathered in a source each.
#pragma once

#include "runner/review/concepts.hpp"
#include "runner/review/weigh.hpp"

namespace runner::review {

class Weighing {
 public:
  Weighing(const ReadClaim& claim, std::size_t defect, const Scene& scene);
  std::optional<Pair> weigh(std::size_t claim_index);

 private:
  void add(EvidenceKind kind, double weight, std::string text, std::string quoted = "");
  // On the defect's own lines with any remark that is not about another problem; further off only with its
  // consequence, or with what resembles it.
  bool located() const;
  // The mechanism; a consequence and a remedy that works raise it by one each. A consequence alone tells a
  // mechanism at best.
  Level level() const;
  Pair conclude(std::size_t claim_index);

  // weigh_words.cpp
  std::string words(Range range) const;
  void add_said(const Said& said, double weight);
  void weigh_words();
  // A remedy that is only spoken of names the subject at most.
  double remedy_weight() const;
  // Asks for the remedy, or proposes it? "Where do we remember the id?" names what is missing and proposes
  // nothing.
  bool remedied() const;
  bool speaks_of_remedy() const;
  // The mechanism is named, or a remedy that can be meant for nothing else.
  bool identifies() const;
  // "timeout?", at the place where one is missing.
  bool bare_question() const;
  // "Suppose the answer gets lost: then the merchant is paid twice": the mechanism told as it happens.
  void weigh_condition();
  void weigh_suggestions();
  // What it says in words of its own, once the mechanism is named: told.hpp.
  void weigh_told();

  // weigh_place.cpp
  void weigh_place();
  // What is missing needs no line, but a comment on a line elsewhere is a weaker sign that it means this.
  void add_absence(bool lined);
  // Without a place that tells, words must say which of the places in the code is meant.
  void weigh_subjects();
  void weigh_hint();
  // A word that stands between the cause's words ("no [gateway] timeout") is not one of its own.
  bool names_cause(std::size_t token) const;
  bool only_defect() const;

  // weigh_against.cpp
  void weigh_against();
  // "Prometheus' memory explodes" is this problem's consequence, whoever else has it for a cause.
  bool own_words(const Said& cause) const;
  bool asserts_another(std::size_t other) const;
  // The remedy, or the subject, comes up while the claim is about something else.
  void weigh_other_problem();
  bool decoy_closer() const;

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
  bool told_effect_ = false;
  bool told_remedy_ = false;
  bool suggested_right_ = false;
  bool suggested_wrong_ = false;
};

}  // namespace runner::review
