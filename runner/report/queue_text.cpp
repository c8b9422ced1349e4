#include "runner/report/queue_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/decisions.hpp"
#include "runner/report/evidence_text.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"
#include "runner/review/queue.hpp"

namespace runner::report {
namespace {

constexpr int around = 3;         // lines of code shown above and below
constexpr std::size_t most = 24;  // lines of code shown at all

std::string name_of(const session::Scored& scored, const review::Pair& pair) {
  return review::target_name(comment_of(scored, pair.claim).id,
                             scored.assessment.claims[pair.claim].claim.ordinal,
                             scored.key.defects[pair.defect].id);
}

std::string name_of(const session::Scored& scored, std::size_t claim) {
  return review::target_name(comment_of(scored, claim).id, scored.assessment.claims[claim].claim.ordinal, "");
}

std::string words_of_claim(const session::Scored& scored, std::size_t claim) {
  const auto& text = scored.assessment.claims[claim].claim.text;
  return text.empty() ? "(a suggestion without words)" : text;
}

// The lines of the change at a place, those of the place itself marked with ">".
std::string code_at(const session::Scored& scored, const review::Place& place) {
  const auto file = std::find_if(scored.diffs.begin(), scored.diffs.end(),
                                 [&](const auto& diff) { return diff.path == place.path; });
  if (file == scored.diffs.end() || place.lines.none()) return {};
  std::vector<std::string> lines;
  for (const auto& hunk : file->hunks)
    for (const auto& line : hunk.lines) {
      const auto at = place.side == review::Side::after ? line.after : line.before;
      if (at.number == 0 || at.number < place.lines.first.number - around ||
          at.number > place.lines.last.number + around)
        continue;
      const bool inside = !(at < place.lines.first) && !(at > place.lines.last);
      lines.push_back(fmt::format("{} {:>4}  {}", inside ? '>' : ' ', at.number, printable(line.text)));
    }
  const bool cut = lines.size() > most;
  if (cut) lines.resize(most);
  return fmt::format("{}\n", fmt::join(lines, "\n")) + (cut ? "  ...\n" : "");
}

std::string code(const session::Scored& scored, const review::Place& place, const Style& style) {
  const auto shown = code_at(scored, place);
  if (shown.find_first_not_of('\n') == std::string::npos)
    return paragraph("(not part of the change)", {.first = 2, .rest = 2}, style);
  return verbatim(shown, 2);
}

std::string comment_part(const session::Scored& scored, std::size_t claim, const Style& style) {
  const auto& comment = comment_of(scored, claim);
  std::string out =
      paragraph(ink(style, Ink::bold, one_line(fmt::format("The comment, {}", place(comment)))), {}, style);
  out += paragraph(printable(words_of_claim(scored, claim)), {.first = 2, .rest = 2}, style);
  for (const auto& suggestion : comment.suggestions) out += verbatim(printable(suggestion.text), 4);
  if (comment.lines.none()) return out;
  return out + code(scored, {.path = comment.path, .lines = comment.lines, .side = comment.side}, style);
}

std::string defect_part(const session::Scored& scored, const review::Pair& pair, const Style& style) {
  const auto& defect = scored.key.defects[pair.defect];
  const auto& comment = comment_of(scored, pair.claim);
  std::string out =
      '\n' +
      paragraph(ink(style, Ink::bold,
                    one_line(fmt::format("The defect ({}): {}", detectors::source::to_string(defect.severity),
                                         defect.title))),
                {}, style);
  out += labelled("  Why:    ", one_line(defect.why), style);
  out += labelled("  Fix:    ", one_line(defect.fix), style);
  const auto places = main_places(defect);
  if (places.empty())
    return out + labelled("  Place:  ", "none needed: it is something that is not there", style);
  std::string names;
  for (const auto& each : places) names += (names.empty() ? "" : ", ") + place(each);
  out += labelled("  Place:  ", one_line(names), style);
  const bool shown = std::any_of(places.begin(), places.end(), [&](const auto& each) {
    return each.path == comment.path && !comment.lines.none() && overlap(comment.lines, each.lines);
  });
  return shown ? out : out + code(scored, places.front(), style);
}

std::string program_part(const session::Scored& scored, const review::Pair& pair, const Style& style) {
  const auto& claim = scored.assessment.claims[pair.claim];
  std::string out = '\n' + paragraph(ink(style, Ink::bold,
                                         fmt::format("The program: {}, score {}",
                                                     review::to_string(pair.level), number(pair.score))),
                                     {}, style);
  for (const auto& evidence : pair.evidence) out += evidence_text(evidence, style);
  if (pair.evidence.empty()) out += paragraph("no evidence for or against", {.first = 4, .rest = 4}, style);
  out +=
      labelled("  The claim now: ", one_line(fmt::format("{}: {}", word(claim.fate), claim.reason)), style);
  if (!pair.wrong_remedy.empty()) out += labelled("  Wrong remedy:  ", one_line(pair.wrong_remedy), style);
  for (const auto* decision : decisions_about(scored, scored.key.defects[pair.defect].id))
    out += labelled("  Decided:       ", one_line(decision_sentence(*decision)), style);
  return out;
}

Json entry(const session::Scored& scored, const review::Queued& queued) {
  const auto& pair = scored.assessment.pairs[queued.pair];
  const auto& defect = scored.key.defects[pair.defect];
  const auto& claim = scored.assessment.claims[pair.claim];
  Json out{{"pair", name_of(scored, pair)}, {"why", queued.why}};
  out.update(json(scored, pair));
  out["level_if_accepted"] = review::to_string(std::max(pair.level, review::earned(pair)));
  out["defect_level"] = review::to_string(result_of(scored, pair.defect).level);
  out["defect_title"] = defect.title;
  out["severity"] = detectors::source::to_string(defect.severity);
  out["places"] = json(defect.places);
  out["comment"] = json(comment_of(scored, pair.claim));
  out["text"] = claim.claim.text;
  out["fate"] = identifier(review::to_string(claim.fate));
  return out;
}

Json unjudged_entry(const session::Scored& scored, std::size_t claim) {
  const auto& result = scored.assessment.claims[claim];
  return Json{{"claim", name_of(scored, claim)},
              {"index", claim},
              {"class", result.target},
              {"why", result.reason},
              {"comment", json(comment_of(scored, claim))},
              {"text", result.claim.text}};
}

std::string headline(std::size_t calls, std::size_t findings) {
  if (findings == 0) return counted(calls, "close call");
  const auto told = counted(findings, "unplanned finding");
  return calls == 0 ? told : fmt::format("{} and {}", counted(calls, "close call"), told);
}

std::string queued_text(const session::Scored& scored, const review::Queued& queued, const Style& style) {
  const auto& pair = scored.assessment.pairs[queued.pair];
  std::string out = '\n' + paragraph(ink(style, Ink::bold, one_line(name_of(scored, pair))), {}, style);
  out += paragraph(fmt::format("\"{}\" ({})", shortened(one_line(words_of_claim(scored, pair.claim)), 200),
                               one_line(place(comment_of(scored, pair.claim)))),
                   {.first = 2, .rest = 2}, style);
  out += paragraph("against: " + one_line(scored.key.defects[pair.defect].title), {.first = 2, .rest = 4},
                   style);
  return out + paragraph(fmt::format("score {}: {}", number(pair.score), queued.why), {.first = 2, .rest = 4},
                         style);
}

std::string unjudged_text(const session::Scored& scored, std::size_t claim, const Style& style) {
  const auto& result = scored.assessment.claims[claim];
  std::string out = '\n' + paragraph(ink(style, Ink::bold, one_line(name_of(scored, claim))), {}, style);
  out += paragraph(fmt::format("\"{}\" ({})", shortened(one_line(words_of_claim(scored, claim)), 200),
                               one_line(place(comment_of(scored, claim)))),
                   {.first = 2, .rest = 2}, style);
  return out + paragraph(one_line(result.reason), {.first = 2, .rest = 4}, style);
}

}  // namespace

std::string pair_card(const session::Scored& scored, const review::Pair& pair, const Style& style) {
  return comment_part(scored, pair.claim, style) + defect_part(scored, pair, style) +
         program_part(scored, pair, style);
}

std::string claim_card(const session::Scored& scored, std::size_t claim, const Style& style) {
  const auto& result = scored.assessment.claims[claim];
  return comment_part(scored, claim, style) + '\n' +
         labelled("  The claim now: ", one_line(fmt::format("{}: {}", word(result.fate), result.reason)),
                  style);
}

std::string queue_text(const session::Scored& scored, const Style& style) {
  const auto queue = review::queue(scored.assessment);
  const auto findings = review::unjudged(scored.assessment);
  if (queue.empty() && findings.empty())
    return paragraph(fmt::format("{}: no close call is left to decide.", scored.attempt.id), {}, style) +
           decisions_text(scored, style);
  std::string out = paragraph(
      fmt::format("{}: {} to decide", scored.attempt.id, headline(queue.size(), findings.size())), {}, style);
  for (const auto& queued : queue) out += queued_text(scored, queued, style);
  for (const auto claim : findings) out += unjudged_text(scored, claim, style);
  return out + decisions_text(scored, style);
}

std::string queue_json(const session::Scored& scored) {
  Json entries = Json::array();
  for (const auto& queued : review::queue(scored.assessment)) entries.push_back(entry(scored, queued));
  Json findings = Json::array();
  for (const auto claim : review::unjudged(scored.assessment))
    findings.push_back(unjudged_entry(scored, claim));
  Json decisions = Json::array();
  for (const auto& decision : scored.decisions) decisions.push_back(json(scored, decision));
  return written(Json{{"schema", "seedfault.review/2"},
                      {"attempt", scored.attempt.id},
                      {"queue", std::move(entries)},
                      {"unjudged", std::move(findings)},
                      {"decisions", std::move(decisions)}});
}

}  // namespace runner::report
