#include <fmt/format.h>

#include <algorithm>

#include "runner/report/decisions.hpp"
#include "runner/report/handout.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/score_read.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

constexpr Indent line{.first = 2, .rest = 4};

std::string said(const std::string& text, const Style& style) {
  return paragraph(one_line(text), line, style);
}

std::string attempt(const session::Handout& handout, const Style& style) {
  const auto& each = handout.attempt;
  std::string out = ink(style, Ink::bold, one_line(each.id)) + "\n";
  out += said(fmt::format("Exercise {}, version {}, digest {}; seed {}; {} planted.", each.exercise,
                          each.exercise_version, each.exercise_digest, each.seed,
                          counted(each.planted.size(), "defect")),
              style);
  out += said(fmt::format("Started {} with seedfault {}; {}.", each.started_at, each.tool_version,
                          each.submitted_at.empty() ? "not submitted"
                                                    : fmt::format("submitted {}, verdict: {}",
                                                                  each.submitted_at, word(each.verdict))),
              style);
  if (!handout.invitation) return out;
  const auto& invitation = handout.invitation->invitation;
  return out +
         said(fmt::format("By invitation {}: {}% of the usual time, {}. Time is never scored.", invitation.id,
                          invitation.time_factor, counted(handout.invitation->pauses.size(), "pause")),
              style);
}

// The levels that are others than in the score before.
std::string moved(const session::Scored& now, const session::Scored& before) {
  std::string text;
  for (const auto& result : now.assessment.defects)
    for (const auto& old : before.assessment.defects)
      if (old.defect == result.defect && old.level != result.level)
        text += fmt::format("{}{} from {} to {}", text.empty() ? "" : ", ", result.defect,
                            to_string(old.level), to_string(result.level));
  return text.empty() ? "no level moved" : "moved: " + text;
}

std::string scores(const session::Handout& handout, const Style& style) {
  std::string out = heading("Scores that were given", style);
  if (handout.scores.empty()) return out + said("None.", style);
  std::optional<session::Scored> before;
  for (const auto& record : handout.scores) {
    auto scored = read_score(record.document);
    std::string text =
        fmt::format("{}. {} by seedfault {}", record.number, record.made_at, record.tool_version);
    text += scored ? fmt::format(": {} of 100, {}, coverage {}", points(scored->card.score),
                                 word(scored->card.band), percent(scored->card.coverage))
                   : std::string(": cannot be read by this version");
    if (scored && before) text += "; " + moved(*scored, *before);
    out += said(text + fmt::format(". Made of {}.", record.inputs), style);
    if (scored) before = *std::move(scored);
  }
  return out;
}

// Who set each level of the newest score.
std::string levels(const session::Handout& handout, const Style& style) {
  if (handout.scores.empty()) return {};
  const auto scored = read_score(handout.scores.back().document);
  if (!scored) return {};
  Table cells{.heads = {"Defect", "Level", "Set by"}, .rows = {}};
  for (const auto& result : scored->assessment.defects) {
    const auto decided = std::ranges::find(scored->decisions, result.decision, &review::Decision::number);
    std::string by = "seedfault " + scored->scored_by;
    if (result.settled)
      by = "panel " + scored->panel->panel;
    else if (decided != scored->decisions.end())
      by = fmt::format("{}, decision {}", decided->by, decided->number);
    cells.rows.push_back({result.defect, std::string(to_string(result.level)), one_line(by)});
  }
  return heading("Who set each level of the newest score", style) + table(cells, style);
}

std::string decisions(const session::Handout& handout, const Style& style) {
  std::string out = heading("Decisions of people", style);
  if (handout.decisions.empty()) return out + said("None.", style);
  const auto standing = review::in_force(handout.decisions);
  for (const auto& decision : handout.decisions) {
    const bool stands =
        std::ranges::find(standing, decision.number, &review::Decision::number) != standing.end();
    const bool gone = decision.kind != review::DecisionKind::withdraw && !stands;
    out += said(fmt::format("{}. {}: {} At {}, with seedfault {}{}.", decision.number,
                            decision.claim.empty()
                                ? "of no words"
                                : fmt::format("of \"{}\"", shortened(one_line(decision.claim), 120)),
                            decision_sentence(decision), decision.when, decision.tool_version,
                            gone ? "; no longer in force" : ""),
                style);
  }
  return out;
}

std::string panel(const session::HeldPanel& held, const Style& style) {
  const auto& pack = held.pack;
  std::string out =
      said(fmt::format("Panel {}, made by {} on {} with seedfault {}; {}.", pack.id, pack.made_by,
                       pack.made_at, pack.tool_version,
                       pack.program_rates ? "the program is one of the raters" : "the program rates nothing"),
           style);
  for (const auto& rater : pack.raters) {
    if (rater.role == session::PackRole::adjudicator)
      out += said(fmt::format("{}: adjudicator", rater.name), style);
    else
      out += said(
          fmt::format("{}: {}{}", rater.name,
                      rater.submitted_at.empty() ? "has not submitted"
                                                 : fmt::format("{} when they submitted, {}",
                                                               to_string(rater.rung), rater.submitted_at),
                      rater.excused.empty() ? "" : "; not waited for: " + rater.excused),
          style);
  }
  for (const auto& defect : held.defects) {
    std::vector<std::string> given;
    for (const auto& [name, level] : defect.said)
      given.push_back(fmt::format("{} {}", name, to_string(level)));
    out += said(fmt::format("{}: {}; {}", defect.id, fmt::join(given, ", "),
                            defect.result ? panel_decision(defect) : "open"),
                style);
  }
  for (const auto& step : held.steps)
    out += said(fmt::format("Calibration log {}, {}: {}, {}{}{}", step.number, step.at, step.by, step.what,
                            step.detail.empty() ? "" : ": ", step.detail),
                style);
  return out;
}

std::string log(const session::Handout& handout, const Style& style) {
  std::string out = heading("The audit log about it", style);
  for (const auto& entry : handout.entries)
    out += said(fmt::format("{} {}: {} {} {}{}{}", entry.number, entry.at, entry.actor, entry.action,
                            entry.subject, entry.detail.empty() ? "" : ", ", entry.detail),
                style);
  out += said(!handout.audit_fault.empty() ? "The log does not hold together: " + handout.audit_fault
              : handout.head.empty()       ? std::string("The log is empty.")
                                     : fmt::format("The whole log holds together; head {}.", handout.head),
              style);
  if (handout.calibration_broken > 0)
    out += said(
        fmt::format("Step {} of the calibration log does not fit the one before it: it was changed by hand.",
                    handout.calibration_broken),
        style);
  return out;
}

}  // namespace

std::string handout_text(const session::Handout& handout, const Style& style) {
  std::string out =
      attempt(handout, style) + scores(handout, style) + levels(handout, style) + decisions(handout, style);
  if (!handout.panels.empty()) out += heading("Panels", style);
  for (const auto& held : handout.panels) out += panel(held, style);
  return out + log(handout, style);
}

}  // namespace runner::report
