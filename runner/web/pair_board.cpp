// The coverage board: what was planted, how much of it the comments show so far, and what to ask about it.
// The same matching as the report's; the interviewer's alone.
#include <fmt/format.h>

#include <algorithm>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

using report::escaped;
using review::Level;

std::string say_form(const Visit& visit, std::string_view what, std::string_view text,
                     std::string_view label) {
  return form_begin(visit, home_of(visit) + "/pair", " class=\"act inline\"") + hidden("text", text) +
         button(what, label) + "</form>";
}

std::string place_of(const review::Defect& defect) {
  if (defect.places.empty()) return "nowhere in particular";
  const auto& place = defect.places.front();
  return place.lines.none() ? place.path : fmt::format("{}:{}", place.path, to_string(place.lines));
}

// From far to near: the file, then the place.
std::vector<std::string> hints_for(const review::Defect& defect) {
  if (defect.places.empty()) return {};
  const auto& place = defect.places.front();
  std::vector<std::string> hints{fmt::format("Have another look at {}.", place.path)};
  if (!place.lines.none())
    hints.push_back(
        fmt::format("Have another look at {}, around line {}.", place.path, place.lines.first.number));
  return hints;
}

std::string what_to_say(const Visit& visit, const review::Defect& defect, Level level) {
  std::string out;
  if (level < Level::identified)
    for (const auto& hint : hints_for(defect))
      out += "<li>" + say_form(visit, "hint", hint, "Hint: " + hint) + "</li>\n";
  if (level >= Level::located)
    for (const auto& question : defect.follow_ups)
      out += "<li>" + say_form(visit, "prompt", question, "Ask: " + question) + "</li>\n";
  return out.empty() ? "" : "<ul class=\"presets\">" + out + "</ul>\n";
}

std::string evidence_of(const session::Scored& scored, const review::DefectResult& result,
                        std::size_t defect) {
  if (!result.claim) return "";
  const auto pair = std::ranges::find_if(scored.assessment.pairs, [&](const review::Pair& each) {
    return each.defect == defect && each.claim == *result.claim;
  });
  if (pair == scored.assessment.pairs.end()) return "";
  std::string out = "<ul>";
  for (const auto& each : pair->evidence) out += fmt::format("<li>{}</li>", escaped(each.text));
  return out + "</ul>\n";
}

std::string comment_link(const session::Scored& scored, std::size_t claim) {
  const auto& comment = scored.review.comments[scored.assessment.claims[claim].claim.comment];
  return fmt::format("<a href=\"#{0}\">{0}</a>", escaped(comment.id));
}

std::string row(const Visit& visit, const PairDesk& desk, const session::Scored& scored, std::size_t index) {
  const auto& result = scored.assessment.defects[index];
  const auto& defect = scored.key.defects[index];
  std::string out = fmt::format(
      "<li id=\"board-{}\"><details><summary><span>{}</span> {}{}</summary>\n<p class=\"small\">{}<span "
      "class=\"path\">{}</span>, {}. {}</p>\n",
      index, escaped(defect.title), report::meter(result.level),
      result.ambiguous ? ' ' + report::chip("warn", "close call") : "",
      result.claim ? "Found by " + comment_link(scored, *result.claim) + ". " : std::string(),
      escaped(place_of(defect)), detectors::source::to_string(defect.severity), escaped(defect.why));
  out += evidence_of(scored, result, index);
  if (desk.state.ended_at.empty()) out += what_to_say(visit, defect, result.level);
  return out + "</details></li>\n";
}

std::string others(const session::Scored& scored) {
  std::string out;
  for (std::size_t i = 0; i < scored.assessment.claims.size(); ++i) {
    const auto& claim = scored.assessment.claims[i];
    if (claim.fate == review::Fate::credited) continue;
    out += fmt::format("<li>{} {} {}</li>\n", comment_link(scored, i),
                       report::chip(report::tone(claim.fate), to_string(claim.fate)), escaped(claim.reason));
  }
  return out.empty() ? "" : "<h4>Other comments</h4><ul class=\"small\">" + out + "</ul>\n";
}

}  // namespace

session::Scored scored_now(const Visit& visit, const PairDesk& desk) {
  const auto attempt = must(session::find_attempt(visit.site.house, desk.pair.attempt, {}));
  return must(session::score(visit.site.house, attempt));
}

std::string board_part(const Visit& visit, const PairDesk& desk, const session::Scored& scored) {
  const auto& defects = scored.assessment.defects;
  const auto found =
      std::ranges::count_if(defects, [](const auto& each) { return each.level >= Level::identified; });
  std::string out =
      fmt::format("<div id=\"pair-board\"><h3>Coverage: {} of {} seen</h3>\n<ul class=\"plain board\">\n",
                  found, defects.size());
  for (std::size_t i = 0; i < defects.size(); ++i) out += row(visit, desk, scored, i);
  return out + "</ul>\n" + others(scored) + "</div>\n";
}

}  // namespace runner::web
