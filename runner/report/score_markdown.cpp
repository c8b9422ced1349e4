#include "runner/report/score_markdown.hpp"

#include <fmt/format.h>

#include "runner/report/decisions.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/markdown.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::string figures(const review::Scorecard& card) {
  std::string out = "| | | 95% interval | |\n|---|---:|---|---|\n";
  out += fmt::format("| **Coverage** | **{}** | {} | {} |\n", percent(card.coverage),
                     percent(card.coverage_interval), plain(coverage_note(card)));
  out += fmt::format(
      "| **Precision** | **{}** | {} | {} |\n", card.precision ? percent(*card.precision) : "n/a",
      card.precision_interval ? percent(*card.precision_interval) : "", plain(precision_note(card)));
  return out +
         fmt::format("| **Score** | **{}** | of 100 | {} |\n", points(card.score), plain(score_note(card)));
}

std::string headline(const session::Scored& scored) {
  std::string out = fmt::format("## seedfault: {}\n\n", plain(scored.exercise_title));
  out += fmt::format("Review of \"{}\"", plain(scored.pull_request_title));
  if (!scored.attempt.candidate.empty()) out += " by " + plain(scored.attempt.candidate);
  out += fmt::format(", verdict: {}.\n\n", word(scored.review.verdict)) + figures(scored.card);
  out += fmt::format("\n**Band: {}.** {}\n", word(scored.card.band), plain(band_note(scored)));
  if (const auto flag = verdict_flag(scored); !flag.empty())
    out += fmt::format("\n> **Flag:** {}\n", plain(flag));
  if (const auto panel = panel_note(scored); !panel.empty()) out += fmt::format("\n{}\n", plain(panel));
  if (const auto people = people_note(scored); !people.empty()) out += fmt::format("\n{}\n", plain(people));
  return out;
}

std::string said(const session::Scored& scored, const review::DefectResult& result) {
  if (!result.claim) return "nothing";
  const auto& text = scored.assessment.claims[*result.claim].claim.text;
  return fmt::format("\"{}\" ({})", plain(cut(text.empty() ? "(a suggestion)" : text, 160)),
                     plain(source(comment_of(scored, *result.claim))));
}

std::string defect_row(const session::Scored& scored, std::size_t index) {
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  const auto places = main_places(defect);
  std::string level =
      fmt::format("**{}** ({}/4)", review::to_string(result.level), static_cast<int>(result.level));
  if (result.decision != 0) level += fmt::format(", by decision {}", result.decision);
  if (result.ambiguous) level += ", close to a threshold";
  if (!result.wrong_remedy.empty()) level += ", wrong remedy: " + plain(result.wrong_remedy);
  return fmt::format("| {} | {} | {}<br>{} | {} |\n", level, detectors::source::to_string(defect.severity),
                     plain(defect.title), places.empty() ? "no line" : code(place(places.front())),
                     said(scored, result));
}

std::string missed(const session::Scored& scored) {
  std::string out;
  for (const auto index : by_severity(scored.key)) {
    if (result_of(scored, index).level > review::Level::located) continue;
    const auto& defect = scored.key.defects[index];
    out += fmt::format("- **{}**: {}\n", plain(defect.title), plain(defect.why));
  }
  return out.empty() ? out : "\n### What was missed, and why it matters\n\n" + out;
}

std::string other_claims(const session::Scored& scored) {
  std::string out;
  for (const auto fate : {review::Fate::decoy_hit, review::Fate::noise, review::Fate::valid_extra,
                          review::Fate::unjudged, review::Fate::neutral, review::Fate::duplicate})
    for (const auto claim : claims_of_fate(scored, fate)) {
      const auto& result = scored.assessment.claims[claim];
      out += fmt::format("- **{}** \"{}\" ({}): {}\n", word(fate), plain(cut(result.claim.text, 160)),
                         plain(source(comment_of(scored, claim))), plain(with_titles(scored, result.reason)));
    }
  return out.empty() ? out : folded("Other claims", out);
}

std::string sub_scores(std::string_view name, const std::vector<review::SubScore>& scores) {
  std::string out = fmt::format("| {} | found | coverage |\n|---|---|---|\n", name);
  for (const auto& score : scores)
    out += fmt::format("| {} | {} of {} | {} |\n", plain(theme_title(score.id)), score.found, score.planted,
                       score.coverage ? percent(*score.coverage) : "too few to rate");
  return out + '\n';
}

std::string decisions(const session::Scored& scored) {
  std::string out;
  for (const auto& decision : scored.decisions)
    out += fmt::format("{}. {}{}\n", decision.number, plain(decision_sentence(decision)),
                       stands(scored, decision) || decision.kind == review::DecisionKind::withdraw
                           ? ""
                           : " *(no longer in force)*");
  return out.empty() ? out : "\n### Decided by people\n\n" + out;
}

std::string panel(const session::Scored& scored) {
  if (!scored.panel) return {};
  std::string out;
  for (const auto& each : scored.panel->defects)
    out += fmt::format("- {}: {}\n", code(each.panel.id), plain(panel_sentence(scored, each.panel.id)));
  return "\n### Rated by a panel\n\n" + out;
}

std::string follow_ups(const session::Scored& scored) {
  std::string out;
  for (const auto index : by_severity(scored.key))
    for (const auto& question : scored.key.defects[index].follow_ups)
      out += fmt::format("- {}\n", plain(question));
  return out.empty() ? out : folded("Questions for the conversation", out);
}

std::string footer(const session::Scored& scored) {
  const auto& attempt = scored.attempt;
  std::string out;
  for (const auto& note : scored.notes) out += fmt::format("\n> Note: {}\n", plain(note));
  return out + fmt::format("\n<sub>Exercise {}, version {}, seed {}, seedfault {}, attempt {}.</sub>\n",
                           plain(attempt.exercise), plain(attempt.exercise_version), attempt.seed,
                           plain(scored.scored_by), plain(attempt.id));
}

}  // namespace

std::string score_markdown(const session::Scored& scored) {
  std::string out = headline(scored);
  out += "\n### Planted defects\n\n| level | severity | defect | what was said |\n|---|---|---|---|\n";
  for (const auto index : by_severity(scored.key)) out += defect_row(scored, index);
  out += missed(scored) + panel(scored) + decisions(scored) + other_claims(scored);
  out += folded("By outage pattern and skill",
                sub_scores("Pattern", scored.card.by_pattern) + sub_scores("Skill", scored.card.by_skill) +
                    plain(f_note(scored)) + "\n\n" + plain(detection_note(scored.card)) + '\n');
  return out + follow_ups(scored) + footer(scored);
}

}  // namespace runner::report
