#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runner/report/decisions.hpp"
#include "runner/report/html.hpp"
#include "runner/report/page.hpp"
#include "runner/report/panel.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

// A share of 1 as a place on a strip that is 1000 units long.
int along(double share) { return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * 1000)); }

std::string bar(std::string_view kind, int x, int width, int y, int height) {
  return fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", kind, x, y, width,
                     height);
}

std::string strip(const std::string& marks) {
  return fmt::format(
      "<svg class=\"strip\" viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\">{}{}</svg>",
      bar("track", 0, 1000, 4, 4), marks);
}

std::string point(double share) { return bar("point", std::clamp(along(share) - 5, 0, 990), 10, 0, 12); }

std::string interval_strip(std::optional<double> value, std::optional<review::Interval> interval) {
  std::string marks;
  if (interval)
    marks +=
        bar("range", along(interval->low), std::max(along(interval->high) - along(interval->low), 4), 2, 8);
  if (value) marks += point(*value);
  return strip(marks);
}

std::string band_strip(const session::Scored& scored) {
  std::string marks;
  for (const double band : scored.policy.bands) marks += bar("tick", along(band) - 2, 4, 1, 10);
  return strip(marks + point(scored.card.score / 100));
}

std::string tile(std::string_view name, const std::string& value, const std::string& strip,
                 const std::string& notes) {
  return fmt::format(
      "<li class=\"tile\"><p class=\"name\">{}</p><p class=\"value\">{}</p>{}<p class=\"note\">{}</p></li>\n",
      name, value, strip, notes);
}

std::string interval_note(const std::optional<review::Interval>& interval) {
  return interval ? fmt::format("95% interval {}", percent(*interval)) : "no interval";
}

std::string whole(double share) { return fmt::format("{:g}", std::round(share * 1000) / 10); }

std::string trio(const session::Scored& scored) {
  const auto& card = scored.card;
  const auto& bands = scored.policy.bands;
  std::string out = "<ul class=\"trio\">\n";
  out += tile("Coverage", percent(card.coverage), interval_strip(card.coverage, card.coverage_interval),
              fmt::format("{}<br>{}", interval_note(card.coverage_interval), escaped(coverage_note(card))));
  out += tile("Precision", card.precision ? percent(*card.precision) : "n/a",
              interval_strip(card.precision, card.precision_interval),
              fmt::format("{}<br>{}", interval_note(card.precision_interval), escaped(precision_note(card))));
  out += tile("Score", fmt::format("{} <small>of 100</small>", points(card.score)), band_strip(scored),
              fmt::format("bands: mixed from {}, meets from {}, strong from {}<br>{}", whole(bands[2]),
                          whole(bands[1]), whole(bands[0]), escaped(score_note(card))));
  return out + "</ul>\n";
}

std::string verdict(const session::Scored& scored) {
  std::string out = fmt::format("<div class=\"verdict\"><p>{} {}</p><p class=\"muted\">{}</p></div>\n",
                                chip(tone(scored.card.band), word(scored.card.band)),
                                escaped(band_note(scored)), escaped(stability_note(scored)));
  if (const auto flag = verdict_flag(scored); !flag.empty())
    out += fmt::format("<p class=\"callout bad\"><strong>Flag.</strong> {}</p>\n", escaped(flag));
  if (const auto people = people_note(scored); !people.empty())
    out +=
        fmt::format("<p class=\"callout\">{} {}</p>\n", escaped(people), link("decisions", "What and why."));
  if (const auto panel = panel_note(scored); !panel.empty())
    out += fmt::format("<p class=\"callout\">{} {}</p>\n", escaped(panel), link("panel", "Who rated what."));
  for (const auto& note : scored.notes)
    out += fmt::format("<p class=\"callout\"><strong>Note.</strong> {}</p>\n", escaped(note));
  return out;
}

// The pull request is named where its title is not the heading already.
std::string facts(const session::Scored& scored) {
  std::string out = scored.pull_request_title == scored.exercise_title
                        ? std::string("Reviewed")
                        : fmt::format("Review of <strong>{}</strong>", escaped(scored.pull_request_title));
  if (!scored.attempt.candidate.empty())
    out += fmt::format(" by <strong>{}</strong>", escaped(scored.attempt.candidate));
  out += fmt::format(". Verdict: <strong>{}</strong>, {}.", word(scored.review.verdict),
                     counted(scored.review.comments.size(), "comment"));
  return out;
}

}  // namespace

std::string page_header(const session::Scored& scored) {
  return fmt::format(
      "<header class=\"top\"><div class=\"wrap\">\n<p class=\"over\">seedfault coverage "
      "report</p>\n<h1>{}</h1>\n"
      "<p class=\"facts\">{}</p>\n{}{}</div></header>\n",
      escaped(scored.exercise_title), facts(scored), trio(scored), verdict(scored));
}

}  // namespace runner::report
