#include "runner/report/explain_text.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "runner/report/decisions.hpp"
#include "runner/report/evidence_text.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::size_t known_defect(const session::Scored& scored, std::string_view id) {
  const std::size_t index = defect_index(scored, id);
  if (index == scored.key.defects.size()) std::abort();  // the precondition of the header
  return index;
}

// What became of the claim with respect to this defect, in a clause.
std::string outcome(const session::Scored& scored, std::size_t defect, const review::Pair& pair) {
  const auto& result = result_of(scored, defect);
  const auto& claim = scored.assessment.claims[pair.claim];
  if (result.claim == pair.claim) return fmt::format("credited: {}", review::to_string(result.level));
  for (const auto duplicate : result.duplicates)
    if (duplicate == pair.claim)
      return "not credited: a duplicate, another claim says the same and earns more";
  if (claim.fate == review::Fate::credited)
    return fmt::format("not credited: this claim counts for {}, and one claim counts once", claim.target);
  return fmt::format("not credited: {}{}", word(claim.fate),
                     claim.target.empty() ? "" : " (" + claim.target + ")");
}

std::string pair_text(const session::Scored& scored, const review::Pair& pair, const Style& style) {
  const auto& claim = scored.assessment.claims[pair.claim];
  std::string out = paragraph(ink(style, Ink::bold,
                                  one_line(fmt::format("Claim {} of {}", claim.claim.ordinal + 1,
                                                       source(comment_of(scored, pair.claim))))),
                              {.first = 0, .rest = 2}, style);
  const std::string words =
      claim.claim.text.empty() ? "(a suggestion without words)" : '"' + one_line(claim.claim.text) + '"';
  out += paragraph(words, {.first = 2, .rest = 2}, style);
  std::string verdict = fmt::format("score {:.2f} ({}the same problem), alone worth \"{}\"; {}", pair.score,
                                    pair.score >= 0.5 ? "" : "not ", review::to_string(pair.level),
                                    one_line(outcome(scored, pair.defect, pair)));
  out += paragraph(verdict, {.first = 2, .rest = 2}, style);
  if (!claim.reason.empty())
    out += paragraph("because: " + one_line(claim.reason), {.first = 2, .rest = 2}, style);
  if (!pair.wrong_remedy.empty())
    out += paragraph("wrong remedy, which caps the level: " + one_line(pair.wrong_remedy),
                     {.first = 2, .rest = 4}, style);
  if (pair.decided)
    out += paragraph(
        fmt::format("decided by a person: {} (decision {})", review::to_string(*pair.decided), pair.decision),
        {.first = 2, .rest = 2}, style);
  if (pair.ambiguous)
    out += paragraph("close to a threshold: a person should look", {.first = 2, .rest = 2}, style);
  for (const auto& evidence : pair.evidence) out += evidence_text(evidence, style);
  return out;
}

std::string head_text(const session::Scored& scored, std::size_t index, const Style& style) {
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  std::string out = paragraph(ink(style, Ink::bold, one_line(defect.title)), {}, style);
  out += paragraph(one_line(fmt::format("{}: {}, {}", defect.id, defect.class_id,
                                        detectors::source::to_string(defect.severity))),
                   {}, style);
  out += labelled("Level:   ",
                  fmt::format("{} ({}), credit {}", review::to_string(result.level), meaning(result.level),
                              number(credit(scored, result.level))),
                  style);
  for (const auto& each : defect.places)
    out += labelled("Place:   ", one_line(fmt::format("{}, {}", place(each), word(each.role))), style);
  if (defect.absence) out += labelled("Place:   ", "none needed: it is something that is not there", style);
  out += labelled("Why:     ", one_line(defect.why), style);
  out += labelled("Fix:     ", one_line(defect.fix), style);
  if (const auto panel = panel_sentence(scored, defect.id); !panel.empty())
    out += labelled("Panel:   ", one_line(panel), style);
  for (const auto* decision : decisions_about(scored, defect.id))
    out += labelled(
        "Decided: ",
        one_line(fmt::format("{}. {}{}", decision->number, decision_sentence(*decision),
                             stands(scored, *decision) || decision->kind == review::DecisionKind::withdraw
                                 ? ""
                                 : " (no longer in force)")),
        style);
  return out;
}

}  // namespace

std::string explain_text(const session::Scored& scored, std::string_view defect_id, const Style& style) {
  const std::size_t index = known_defect(scored, defect_id);
  std::string out = head_text(scored, index, style);
  const auto pairs = pairs_of_defect(scored, index);
  out += heading(fmt::format("{} considered, nearest first", counted(pairs.size(), "claim")), style);
  if (pairs.empty()) out += paragraph("No claim stands in its place, and none names it.", {}, style);
  const char* gap = "";
  for (const auto* pair : pairs) {
    out += gap + pair_text(scored, *pair, style);
    gap = "\n";
  }
  return out;
}

std::string explain_json(const session::Scored& scored, std::string_view defect_id) {
  const std::size_t index = known_defect(scored, defect_id);
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  Json claims = Json::array();
  for (const auto* pair : pairs_of_defect(scored, index)) {
    const auto& claim = scored.assessment.claims[pair->claim];
    Json entry = json(scored, *pair);
    entry["comment"] = comment_of(scored, pair->claim).id;
    entry["place"] = place(comment_of(scored, pair->claim));
    entry["text"] = claim.claim.text;
    entry["fate"] = identifier(review::to_string(claim.fate));
    entry["target"] = claim.target;
    entry["reason"] = claim.reason;
    entry["outcome"] = outcome(scored, index, *pair);
    claims.push_back(std::move(entry));
  }
  Json decisions = Json::array();
  for (const auto* decision : decisions_about(scored, defect.id))
    decisions.push_back(json(scored, *decision));
  return written(Json{{"schema", "seedfault.explain/2"},
                      {"attempt", scored.attempt.id},
                      {"defect", defect.id},
                      {"class", defect.class_id},
                      {"severity", detectors::source::to_string(defect.severity)},
                      {"title", defect.title},
                      {"why", defect.why},
                      {"fix", defect.fix},
                      {"places", json(defect.places)},
                      {"absence", defect.absence},
                      {"level", identifier(review::to_string(result.level))},
                      {"credit", rounded(credit(scored, result.level))},
                      {"decisions", std::move(decisions)},
                      {"panel", panel_of(scored, defect.id)},
                      {"claims", std::move(claims)}});
}

}  // namespace runner::report
