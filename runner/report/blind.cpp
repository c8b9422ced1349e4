#include <fmt/format.h>

#include "runner/report/calibration.hpp"
#include "runner/report/html.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/listing.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/score_read.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::string places_of(const review::Defect& defect) {
  std::string text;
  for (const auto& each : main_places(defect)) text += (text.empty() ? "" : ", ") + place(each);
  return text.empty() ? "no line: something that is not there" : text;
}

std::string diff_text(const git::FileDiff& diff, const Style& style) {
  std::string out = ink(style, Ink::bold, one_line(diff.path)) + "\n";
  for (const auto& hunk : diff.hunks) {
    out += ink(style, Ink::dim, "  ...") + "\n";
    for (const auto& line : hunk.lines) {
      const bool added = line.kind == git::DiffLineKind::added;
      const bool removed = line.kind == git::DiffLineKind::removed;
      const int number = removed ? line.before.number : line.after.number;
      const auto text = fmt::format("{:5} {} {}", number,
                                    added     ? '+'
                                    : removed ? '-'
                                              : ' ',
                                    one_line(line.text));
      out += (added ? ink(style, Ink::green, text) : removed ? ink(style, Ink::red, text) : text) + "\n";
    }
  }
  return out;
}

std::string defect_card(const session::Scored& scored, std::size_t index) {
  const auto& defect = scored.key.defects[index];
  return fmt::format(
      "<li class=\"card\" id=\"{}\"><div class=\"title\"><h3>{}</h3>{}</div><p class=\"where\"><span "
      "class=\"path\">{}</span><span class=\"dot path\">{}</span></p><dl "
      "class=\"pairs\"><dt>Why</dt><dd>{}</dd><dt>Fix</dt><dd>{}</dd></dl></li>\n",
      defect_anchor(index), escaped(defect.title),
      chip("plain", detectors::source::to_string(defect.severity)), escaped(defect.id),
      escaped(places_of(defect)), escaped(defect.why), escaped(defect.fix));
}

}  // namespace

std::string blind_text(const session::Scored& scored, const Style& style) {
  std::string out =
      ink(style, Ink::bold, fmt::format("Review {}", one_line(scored.attempt.id))) +
      fmt::format(": {}, verdict {}\n", one_line(scored.exercise_title), word(scored.review.verdict));
  out += heading("The change", style);
  for (const auto& diff : scored.diffs) out += diff_text(diff, style);
  out += heading("The planted defects", style);
  for (const auto index : by_severity(scored.key)) {
    const auto& defect = scored.key.defects[index];
    out +=
        paragraph(fmt::format("{}: {} ({})", defect.id, one_line(defect.title), one_line(places_of(defect))),
                  {.first = 0, .rest = 2}, style);
    out += paragraph(one_line(defect.why), {.first = 2, .rest = 2}, style);
  }
  out += heading("The comments", style);
  return out + comments_text(scored.review, Bodies::whole, style);
}

detectors::source::Checked<session::Scored> read_blind(const session::PackReview& review) {
  auto scored = read_score(review.document);
  if (!scored) return scored;
  scored->assessment = {};
  scored->card = {};
  scored->key.decoys.clear();
  scored->notes.clear();
  return scored;
}

std::string blind_sections(const session::Scored& scored) {
  std::string out = "<section>\n<h2>The planted defects</h2>\n<ol class=\"cards\">\n";
  for (const auto index : by_severity(scored.key)) out += defect_card(scored, index);
  return out + "</ol>\n</section>\n" + page_diff(scored);
}

std::string blind_html(const session::Scored& scored) {
  std::string body = fmt::format(
      "<header class=\"top\"><div class=\"wrap\">\n<p class=\"over\">seedfault calibration</p>\n<h1>Review "
      "{}: {}</h1>\n<p class=\"facts\">Verdict: <strong>{}</strong>, {}. What the program made of it is not "
      "shown before you have rated.</p>\n</div></header>\n<div class=\"wrap\">\n<main id=\"main\" "
      "tabindex=\"-1\">\n",
      escaped(scored.attempt.id), escaped(scored.exercise_title), word(scored.review.verdict),
      counted(scored.review.comments.size(), "comment"));
  body += blind_sections(scored) + "</main>\n</div>\n";
  return page(fmt::format("Review {}: seedfault calibration", scored.attempt.id), "Skip to the defects",
              body);
}

std::string blind_json(const session::Scored& scored) {
  Json defects = Json::array();
  for (const auto& defect : scored.key.defects)
    defects.push_back(Json{{"id", defect.id},
                           {"title", defect.title},
                           {"severity", detectors::source::to_string(defect.severity)},
                           {"why", defect.why},
                           {"fix", defect.fix},
                           {"places", json(defect.places)}});
  Json comments = Json::array();
  for (const auto& comment : scored.review.comments) comments.push_back(json(comment));
  return written(Json{{"schema", "seedfault.calibration-review/1"},
                      {"review", scored.attempt.id},
                      {"exercise", scored.exercise_title},
                      {"verdict", identifier(review::to_string(scored.review.verdict))},
                      {"defects", std::move(defects)},
                      {"comments", std::move(comments)}});
}

}  // namespace runner::report
