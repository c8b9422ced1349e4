#include <fmt/format.h>

#include "runner/report/compare.hpp"
#include "runner/report/comparison.hpp"
#include "runner/report/html.hpp"
#include "runner/report/page.hpp"

namespace runner::report {
namespace {

std::string who(const std::vector<session::Scored>& scores) {
  std::string out = "<dl class=\"who\">\n";
  const auto names = names_of(scores);
  for (std::size_t i = 0; i < scores.size(); ++i)
    out +=
        fmt::format("<dt>{}</dt><dd><span class=\"path\">{}</span> {}</dd>\n", escaped(names[i]),
                    escaped(scores[i].attempt.id),
                    chip(is_baseline(scores[i].attempt) ? "warn" : "plain", described(scores[i], names[i])));
  return out + "</dl>\n";
}

std::string head(std::string_view first, const std::vector<session::Scored>& scores) {
  std::string out = fmt::format("<thead><tr><th scope=\"col\">{}</th>", first);
  for (const auto& name : names_of(scores)) out += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  return out + "</tr></thead>";
}

std::string numbers(const std::vector<session::Scored>& scores) {
  std::string out =
      "<table class=\"chart compared\"><caption>The figures, with their 95% intervals</caption>" +
      head("Figure", scores) + "<tbody>\n";
  for (const auto& figure : figures(scores)) {
    out += fmt::format("<tr><th scope=\"row\">{}</th>", figure.name);
    for (const auto& value : figure.values) out += fmt::format("<td>{}</td>", escaped(value));
    out += "</tr>\n";
  }
  return scrolled("Figures", out + "</tbody></table>\n");
}

std::string cell(const std::optional<review::Level>& level) {
  return level ? meter(*level) : std::string("<span class=\"muted\">not planted</span>");
}

std::string defects(const std::vector<session::Scored>& scores) {
  std::string out = "<table class=\"chart compared\"><caption>The most severe first</caption>" +
                    head("Defect", scores) + "<tbody>\n";
  for (const auto& each : compared_defects(scores)) {
    out += fmt::format("<tr><th scope=\"row\">{}<br>{}</th>", escaped(each.defect->title),
                       chip("plain", detectors::source::to_string(each.defect->severity)));
    for (const auto& level : each.levels) out += fmt::format("<td>{}</td>", cell(level));
    out += "</tr>\n";
  }
  return scrolled("Defects", out + "</tbody></table>\n");
}

std::string found(const std::vector<session::Scored>& scores) {
  std::string out;
  for (const auto& finding : findings(scores, names_of(scores))) {
    out += fmt::format("<h3>{}</h3>\n<ul class=\"list\">\n", escaped(finding.who));
    for (const auto& title : finding.titles) out += fmt::format("<li>{}</li>\n", escaped(title));
    out += "</ul>\n";
  }
  return out;
}

}  // namespace

std::string compare_html(const std::vector<session::Scored>& scores) {
  const auto& title = scores.front().exercise_title;
  std::string body = fmt::format(
      "<header class=\"top\"><div class=\"wrap\">\n<p class=\"over\">seedfault "
      "comparison</p>\n<h1>{}</h1>\n{}",
      escaped(title), who(scores));
  for (const auto& note : cautions(scores))
    body += fmt::format("<p class=\"callout\"><strong>Note.</strong> {}</p>\n", escaped(note));
  body += "</div></header>\n<div class=\"wrap\">\n<main id=\"main\" tabindex=\"-1\">\n";
  body += "<section>\n<h2>Side by side</h2>\n" + numbers(scores) + "</section>\n";
  body += "<section>\n<h2>Defect by defect</h2>\n" + defects(scores) + "</section>\n";
  body += "<section>\n<h2>Who found what</h2>\n" + found(scores) + "</section>\n</main>\n</div>\n";
  return page(title + ": seedfault comparison", "Skip to the figures", body);
}

}  // namespace runner::report
