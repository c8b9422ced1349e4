#include <fmt/format.h>

#include "runner/report/decisions.hpp"
#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

bool shown_in_diff(const session::Scored& scored, const review::Place& place) {
  for (const auto& file : scored.diffs)
    if (file.path == place.path) return true;
  return false;
}

std::string place_link(const session::Scored& scored, std::size_t index, std::size_t place_index) {
  const auto& each = scored.key.defects[index].places[place_index];
  const std::string text = fmt::format("<span class=\"path\">{}</span>", escaped(place(each)));
  return shown_in_diff(scored, each) ? link(place_anchor(index, place_index), text) : text;
}

// Each place links to where it stands in the change.
std::string primary_places(const session::Scored& scored, std::size_t index) {
  const auto& places = scored.key.defects[index].places;
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i].role == review::PlaceRole::primary)
      out += (out.empty() ? "" : ", ") + place_link(scored, index, i);
  if (!out.empty()) return out;
  return places.empty() ? "no line: something that is not there" : "no line of its own, see the other places";
}

// The places that count too, for those who want to know.
std::string other_places(const session::Scored& scored, std::size_t index) {
  const auto& places = scored.key.defects[index].places;
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i].role != review::PlaceRole::primary)
      out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", place_link(scored, index, i),
                         word(places[i].role));
  return out.empty() ? out : fmt::format("<dt>Other places</dt><dd>{}</dd>", out);
}

std::string said(const session::Scored& scored, const review::DefectResult& result) {
  if (!result.claim) return {};
  std::string out = fmt::format("<blockquote class=\"said\"><p>{}</p><p class=\"by\">{}</p></blockquote>\n",
                                words_of(scored.assessment.claims[*result.claim].claim),
                                source_link(scored, *result.claim));
  for (const auto duplicate : result.duplicates)
    out += fmt::format("<p class=\"where\">Said again in {}.</p>\n", source_link(scored, duplicate));
  return out;
}

std::string evidence_row(const review::Evidence& evidence) {
  const std::string quote = evidence.text.find(evidence.quote) != std::string::npos
                                ? ""
                                : fmt::format(" <q>{}</q>", escaped(evidence.quote));
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}{}</td><td class=\"num\">{:+.2f}</td></tr>\n",
                     word(evidence.kind), escaped(evidence.text), quote, evidence.weight);
}

std::string evidence_table(const session::Scored& scored, const review::Pair& pair) {
  const auto& result = scored.assessment.claims[pair.claim];
  std::string out = fmt::format(
      "<table class=\"evidence\"><caption>{}, claim {}: score {:.2f}, alone worth <strong>{}</strong>. "
      "{}</caption>\n"
      "<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">Evidence</th><th "
      "scope=\"col\">Weight</th></tr></thead><tbody>\n",
      source_link(scored, pair.claim), result.claim.ordinal + 1, pair.score, review::to_string(pair.level),
      escaped(with_titles(scored, result.reason)));
  for (const auto& evidence : pair.evidence) out += evidence_row(evidence);
  return out + "</tbody></table>\n";
}

std::string evidence(const session::Scored& scored, std::size_t index) {
  const auto pairs = pairs_of_defect(scored, index);
  if (pairs.empty()) return "<p class=\"where\">No claim stands in its place, and none names it.</p>\n";
  std::string out = fmt::format(
      "<details class=\"ev\"><summary>Evidence: {} considered<span class=\"vh\"> for {}</span></summary><div "
      "class=\"body\">\n",
      counted(pairs.size(), "claim"), escaped(scored.key.defects[index].title));
  for (const auto* pair : pairs) out += evidence_table(scored, *pair);
  return out + "</div></details>\n";
}

std::string background(const session::Scored& scored, std::size_t index) {
  const auto& defect = scored.key.defects[index];
  const bool open = result_of(scored, index).level <= review::Level::located;
  return fmt::format(
      "<details{}><summary>Why it matters, and the fix<span class=\"vh\"> of {}</span></summary>"
      "<div class=\"body\"><dl class=\"pairs\"><dt>Why it matters</dt><dd>{}</dd><dt>Fix</dt><dd>{}</dd>"
      "<dt>Pattern</dt><dd>{}</dd><dt>Skill</dt><dd>{}</dd>{}</dl></div></details>\n",
      open ? " open" : "", escaped(defect.title), escaped(defect.why), escaped(defect.fix),
      escaped(theme_title(defect.pattern)), escaped(theme_title(defect.skill)), other_places(scored, index));
}

std::string doubts(const session::Scored& scored, const review::DefectResult& result) {
  std::string out;
  if (const auto panel = panel_sentence(scored, result.defect); !panel.empty())
    out += fmt::format("<p class=\"callout\"><strong>The panel:</strong> {}</p>\n", escaped(panel));
  for (const auto& decided : standing_sentences(scored, result.defect))
    out += fmt::format("<p class=\"callout\"><strong>Decided.</strong> {}</p>\n", escaped(decided));
  if (!result.wrong_remedy.empty())
    out += fmt::format("<p class=\"callout\">The remedy that was named does not help: <q>{}</q>.</p>\n",
                       escaped(result.wrong_remedy));
  if (result.ambiguous)
    out += "<p class=\"callout\">Close to a threshold: a person should look before this counts.</p>\n";
  return out;
}

std::string card(const session::Scored& scored, std::size_t index) {
  const auto& defect = scored.key.defects[index];
  const auto& result = result_of(scored, index);
  std::string out = fmt::format("<li class=\"card\" id=\"{}\">\n<div class=\"title\"><h3>{}</h3>{}</div>\n",
                                defect_anchor(index), escaped(defect.title), meter(result.level));
  out += fmt::format("<p class=\"where\">{} {} <span class=\"dot\">{}</span></p>\n",
                     chip("plain", detectors::source::to_string(defect.severity)), escaped(defect.class_id),
                     primary_places(scored, index));
  return out + said(scored, result) + doubts(scored, result) + background(scored, index) +
         evidence(scored, index) + "</li>\n";
}

}  // namespace

std::string page_defects(const session::Scored& scored) {
  std::string out =
      "<section id=\"defects\" aria-labelledby=\"defects-title\">\n<h2 id=\"defects-title\">Planted "
      "defects</h2>\n";
  out += fmt::format(
      "<p class=\"muted\">{}, the most severe first. The level says how far the review got: located, "
      "identified (the mechanism), explained (and its consequence), fixed (and a remedy).</p>\n<ul "
      "class=\"cards\">\n",
      counted(scored.key.defects.size(), "defect"));
  for (const auto index : by_severity(scored.key)) out += card(scored, index);
  return out + "</ul>\n</section>\n";
}

}  // namespace runner::report
