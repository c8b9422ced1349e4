#include "runner/report/score_text.hpp"

#include <fmt/format.h>

#include <array>

#include "runner/report/decisions.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

constexpr Indent block{.first = 2, .rest = 2};
constexpr Indent item{.first = 4, .rest = 4};
constexpr Indent listed{.first = 4, .rest = 6};
constexpr int longest_quote = 400;  // columns of a claim that are shown; the whole stands in the other forms

Ink ink_of(review::Level level) {
  switch (level) {
    case review::Level::missed:
      return Ink::red;
    case review::Level::located:
      return Ink::yellow;
    case review::Level::identified:
      return Ink::blue;
    case review::Level::explained:
    case review::Level::fixed:
      return Ink::green;
  }
  return Ink::bold;
}

std::string bar(review::Level level) {
  const auto full = static_cast<std::size_t>(level);
  return '[' + std::string(full, '#') + std::string(4 - full, '.') + ']';
}

std::string joined(const std::vector<review::Place>& places) {
  std::string text;
  for (const auto& each : places) text += (text.empty() ? "" : ", ") + place(each);
  return text.empty() ? "no line: something that is not there" : text;
}

std::string in_quotes(std::string_view text, int width) {
  return text.empty() ? "(a suggestion without words)" : '"' + shortened(one_line(text), width) + '"';
}

std::string source_of(const session::Scored& scored, std::size_t claim) {
  return one_line(source(comment_of(scored, claim)));
}

std::string title(const session::Scored& scored, const Style& style) {
  std::string out =
      paragraph(ink(style, Ink::bold, one_line("seedfault report: " + scored.exercise_title)), {}, style);
  std::string line = fmt::format("Pull request \"{}\"", one_line(scored.pull_request_title));
  if (!scored.attempt.candidate.empty()) line += ", reviewed by " + one_line(scored.attempt.candidate);
  return out + paragraph(line, {}, style) + '\n';
}

struct Figure {
  std::string_view name;
  std::string value;
  std::string interval;
  std::string note;
};

std::string figure(const Figure& figure, const Style& style) {
  const std::string name = padded(ink(style, Ink::bold, figure.name), 11);
  const std::string value = padded(ink(style, Ink::bold, figure.value), 6);
  return labelled(fmt::format("  {}{} {} ", name, value, padded(figure.interval, 15)), figure.note, style);
}

std::string headline(const session::Scored& scored, const Style& style) {
  const auto& card = scored.card;
  const std::array<Figure, 3> figures{{
      {.name = "Coverage",
       .value = percent(card.coverage),
       .interval = percent(card.coverage_interval),
       .note = coverage_note(card)},
      {.name = "Precision",
       .value = card.precision ? percent(*card.precision) : "-",
       .interval = card.precision_interval ? percent(*card.precision_interval) : "",
       .note = precision_note(card)},
      {.name = "Score", .value = points(card.score), .interval = "of 100", .note = score_note(card)},
  }};
  std::string out;
  for (const auto& each : figures) out += figure(each, style);
  const std::string band = ink(style, Ink::bold, fmt::format("Band: {}.", word(card.band)));
  out += '\n' + paragraph(band + ' ' + one_line(band_note(scored)), {.first = 2, .rest = 4}, style);
  out += paragraph(fmt::format("Verdict: {}.", word(scored.review.verdict)), block, style);
  if (const auto flag = verdict_flag(scored); !flag.empty())
    out += paragraph(ink(style, Ink::red, "! " + one_line(flag)), {.first = 2, .rest = 4}, style);
  if (const auto panel = panel_note(scored); !panel.empty())
    out += paragraph(one_line(panel), {.first = 2, .rest = 4}, style);
  if (const auto people = people_note(scored); !people.empty())
    out += paragraph(one_line(people), {.first = 2, .rest = 4}, style);
  return out;
}

std::string earned_by(const review::Pair& pair) {
  std::string text;
  for (const auto& evidence : pair.evidence) {
    if (evidence.weight <= 0) continue;
    const std::string said =
        evidence.quote.empty() ? one_line(evidence.text) : '"' + one_line(evidence.quote) + '"';
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", word(evidence.kind), said);
  }
  return text;
}

std::string credited(const session::Scored& scored, std::size_t defect, std::size_t claim,
                     const Style& style) {
  const auto& result = result_of(scored, defect);
  std::string out =
      paragraph(in_quotes(scored.assessment.claims[claim].claim.text, longest_quote), item, style);
  out += paragraph(source_of(scored, claim), listed, style);
  if (const auto* pair = pair_of(scored, claim, defect); pair != nullptr)
    if (const auto evidence = earned_by(*pair); !evidence.empty())
      out += paragraph("earned by " + evidence, listed, style);
  for (const auto duplicate : result.duplicates)
    out += paragraph("said again in " + source_of(scored, duplicate), listed, style);
  return out;
}

std::string defect(const session::Scored& scored, std::size_t index, const Style& style) {
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  const std::string level = fmt::format("{} {}", bar(result.level), review::to_string(result.level));
  const std::string head = fmt::format("  {}  {}  ", padded(ink(style, ink_of(result.level), level), 17),
                                       padded(detectors::source::to_string(defect.severity), 7));
  std::string out = labelled(head, ink(style, Ink::bold, one_line(defect.title)), style);
  out += paragraph(
      printable(fmt::format("{} ({}, {})", joined(main_places(defect)), defect.id, defect.class_id)), listed,
      style);
  if (result.claim) out += credited(scored, index, *result.claim, style);
  if (result.level <= review::Level::located)
    out += paragraph("Why it matters: " + one_line(defect.why), listed, style);
  if (!result.wrong_remedy.empty())
    out += paragraph(fmt::format("Wrong remedy: {}", one_line(result.wrong_remedy)), listed, style);
  if (const auto panel = panel_sentence(scored, defect.id); !panel.empty())
    out += paragraph("Panel: " + one_line(panel), listed, style);
  for (const auto& decided : standing_sentences(scored, defect.id))
    out += paragraph("Decided: " + one_line(decided), listed, style);
  if (result.ambiguous) out += paragraph("Close to a threshold: a person should look.", listed, style);
  return out;
}

std::string defects(const session::Scored& scored, const Style& style) {
  std::string out =
      heading(fmt::format("Planted defects ({}), most severe first", scored.key.defects.size()), style);
  const char* gap = "";
  for (const auto index : by_severity(scored.key)) {
    out += gap + defect(scored, index, style);
    gap = "\n";
  }
  return out;
}

std::string fate_lines(const session::Scored& scored, review::Fate fate, const Style& style) {
  const auto claims = claims_of_fate(scored, fate);
  if (claims.empty()) return {};
  std::string out = paragraph(ink(style, Ink::bold, counted(claims.size(), noun(fate))), block, style);
  for (const auto claim : claims) {
    const auto& result = scored.assessment.claims[claim];
    out += paragraph(fmt::format("- {} {}", source_of(scored, claim), in_quotes(result.claim.text, 160)),
                     listed, style);
    out += paragraph(one_line(with_titles(scored, result.reason)), {.first = 6, .rest = 6}, style);
  }
  return out;
}

std::string other_claims(const session::Scored& scored, const Style& style) {
  std::string out;
  for (const auto fate : {review::Fate::decoy_hit, review::Fate::noise, review::Fate::valid_extra,
                          review::Fate::unjudged, review::Fate::neutral, review::Fate::duplicate})
    out += fate_lines(scored, fate, style);
  if (out.empty()) out = paragraph("Nothing besides the claims above.", block, style);
  return heading("What else was said", style) + out;
}

std::string sub_scores(std::string_view name, const std::vector<review::SubScore>& scores,
                       const Style& style) {
  Table rows{.heads = {std::string("  ") + std::string(name), "found", "coverage"}, .rows = {}};
  for (const auto& score : scores)
    rows.rows.push_back({std::string("  ") + std::string(theme_title(score.id)),
                         fmt::format("{} of {}", score.found, score.planted),
                         score.coverage ? percent(*score.coverage) : "(too few to rate)"});
  return table(rows, style);
}

std::string named_by(const session::Scored& scored, const Style& style) {
  const auto& attempt = scored.attempt;
  std::string out = heading("What this score names", style);
  out += paragraph(
      printable(fmt::format("Exercise {}, version {}, seed {}, seedfault {}, attempt {}.", attempt.exercise,
                            attempt.exercise_version, attempt.seed, scored.scored_by, attempt.id)),
      block, style);
  if (!attempt.submitted_at.empty())
    out += paragraph(printable(fmt::format("Submitted {}, started {}; time is reported, never scored.",
                                           attempt.submitted_at, attempt.started_at)),
                     block, style);
  if (scored.notes.empty()) return out;
  out += heading("Notes", style);
  for (const auto& note : scored.notes)
    out += paragraph("- " + one_line(note), {.first = 2, .rest = 4}, style);
  return out;
}

}  // namespace

std::string score_text(const session::Scored& scored, const Style& style) {
  std::string out = title(scored, style) + headline(scored, style) + defects(scored, style);
  out += other_claims(scored, style);
  out += heading("By outage pattern and skill", style) + sub_scores("Pattern", scored.card.by_pattern, style);
  out += '\n' + sub_scores("Skill", scored.card.by_skill, style);
  out += heading("Both numbers in one, signal detection, stability", style);
  out += paragraph(f_note(scored), block, style) + paragraph(detection_note(scored.card), block, style);
  out += paragraph(one_line(stability_note(scored)), block, style);
  return out + decisions_text(scored, style) + named_by(scored, style);
}

}  // namespace runner::report
