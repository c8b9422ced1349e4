#include "runner/report/decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {

using review::Decision;
using review::DecisionKind;

std::string deed(const Decision& decision) {
  const auto target = review::target_name(decision);
  switch (decision.kind) {
    case DecisionKind::accept:
      return fmt::format("{} accepted {} as {}", decision.by, target, review::to_string(decision.level));
    case DecisionKind::reject:
      return fmt::format("{} rejected {}", decision.by, target);
    case DecisionKind::set:
      return fmt::format("{} set {} to {}", decision.by, target, review::to_string(decision.level));
    case DecisionKind::count_as:
      return fmt::format("{} counted {} as {}", decision.by, target, word(decision.fate));
    case DecisionKind::withdraw:
      break;
  }
  return fmt::format("{} withdrew the decision about {}", decision.by, target);
}

std::string said_before(const Decision& decision) {
  if (decision.kind == DecisionKind::withdraw) return {};
  if (decision.kind == DecisionKind::count_as)
    return fmt::format("The program had said {}.", word(decision.program_fate));
  return fmt::format("The program had said {}, score {}.", review::to_string(decision.program_level),
                     number(decision.program_score));
}

std::string decision_sentence(const Decision& decision) {
  const auto said = said_before(decision);
  return fmt::format("{} on {}: \"{}\".{}{}", deed(decision), decision.when.substr(0, 10), decision.reason,
                     said.empty() ? "" : " ", said);
}

bool stands(const session::Scored& scored, const Decision& decision) {
  const auto standing = review::in_force(scored.decisions);
  return std::any_of(standing.begin(), standing.end(),
                     [&](const auto& each) { return each.number == decision.number; });
}

std::vector<const Decision*> decisions_about(const session::Scored& scored, std::string_view defect) {
  std::vector<const Decision*> found;
  for (const auto& decision : scored.decisions)
    if (decision.defect == defect) found.push_back(&decision);
  return found;
}

std::vector<std::string> standing_sentences(const session::Scored& scored, std::string_view defect) {
  std::vector<std::string> sentences;
  for (const auto* decision : decisions_about(scored, defect))
    if (stands(scored, *decision)) sentences.push_back(decision_sentence(*decision));
  return sentences;
}

std::string people_note(const session::Scored& scored) {
  std::map<std::string, int> by;
  for (const auto& decision : review::in_force(scored.decisions)) ++by[decision.by];
  std::string names;
  for (const auto& [name, count] : by)
    names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", name, count);
  return names.empty() ? names
                       : fmt::format("A person's word stands in this score, decisions by: {}.", names);
}

Json json(const session::Scored& scored, const Decision& decision) {
  const bool counts = decision.kind == DecisionKind::count_as;
  const bool levels = !counts && decision.kind != DecisionKind::withdraw;
  return Json{{"number", decision.number},
              {"target", review::target_name(decision)},
              {"comment", decision.comment},
              {"ordinal", decision.ordinal},
              {"claim", decision.claim},
              {"defect", decision.defect},
              {"kind", review::to_string(decision.kind)},
              {"level", levels ? Json(review::to_string(decision.level)) : Json(nullptr)},
              {"fate", counts ? Json(identifier(review::to_string(decision.fate))) : Json(nullptr)},
              {"reason", decision.reason},
              {"by", decision.by},
              {"when", decision.when},
              {"in_force", stands(scored, decision)},
              {"program", Json{{"tool_version", decision.tool_version},
                               {"score", rounded(decision.program_score)},
                               {"level", review::to_string(decision.program_level)},
                               {"fate", identifier(review::to_string(decision.program_fate))}}}};
}

std::string decisions_text(const session::Scored& scored, const Style& style) {
  if (scored.decisions.empty()) return {};
  std::string out = heading("Decided by people", style);
  for (const auto& decision : scored.decisions) {
    const std::string label = fmt::format("  {:>2}. ", decision.number);
    const auto gone = decision.kind != DecisionKind::withdraw && !stands(scored, decision);
    out +=
        labelled(label, one_line(decision_sentence(decision)) + (gone ? " (no longer in force)" : ""), style);
  }
  return out;
}

namespace {

session::Scored of(const session::Journal& journal) {
  session::Scored scored;
  scored.attempt = journal.attempt;
  scored.decisions = journal.decisions;
  return scored;
}

}  // namespace

std::string journals_text(const std::vector<session::Journal>& journals, const Style& style) {
  if (journals.empty()) return "Nobody has decided anything: every score is the program's own.\n";
  std::string out;
  for (const auto& journal : journals)
    out += fmt::format("{}{}, {} {}{}", out.empty() ? "" : "\n", ink(style, Ink::bold, journal.attempt.id),
                       journal.attempt.exercise, journal.attempt.exercise_version,
                       decisions_text(of(journal), style));
  return out;
}

std::string journals_json(const std::vector<session::Journal>& journals) {
  Json attempts = Json::array();
  for (const auto& journal : journals) {
    Json decisions = Json::array();
    const auto scored = of(journal);
    for (const auto& decision : journal.decisions) decisions.push_back(json(scored, decision));
    attempts.push_back(Json{{"attempt", journal.attempt.id},
                            {"exercise", journal.attempt.exercise},
                            {"exercise_version", journal.attempt.exercise_version},
                            {"decisions", std::move(decisions)}});
  }
  return written(Json{{"schema", "seedfault.decisions/1"}, {"attempts", std::move(attempts)}});
}

}  // namespace runner::report
