#include <fmt/format.h>

#include <algorithm>

#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/panel.hpp"

namespace runner::report {
namespace {

std::string title_of(const session::Scored& scored, const std::string& id) {
  const auto index = defect_index(scored, id);
  return index < scored.key.defects.size()
             ? link(defect_anchor(index), escaped(scored.key.defects[index].title))
             : escaped(id);
}

std::string row(const session::Scored& scored, const session::PanelLevel& each) {
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", title_of(scored, each.panel.id));
  for (const auto& name : raters_in(*scored.panel)) {
    const auto said = std::ranges::find(each.panel.said, name, &std::pair<std::string, review::Level>::first);
    out += fmt::format("<td>{}</td>", said == each.panel.said.end() ? "-" : to_string(said->second));
  }
  return out + fmt::format("<td>{}</td><td class=\"words\">{}</td><td>{}</td></tr>\n",
                           meter(*each.panel.result), escaped(panel_decision(each.panel)),
                           to_string(each.matched));
}

std::string table(const session::Scored& scored) {
  std::string out =
      "<table class=\"chart compared\"><caption>Who rated what</caption><thead><tr><th "
      "scope=\"col\">Defect</th>";
  for (const auto& name : raters_in(*scored.panel))
    out += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  out +=
      "<th scope=\"col\">Level</th><th scope=\"col\">Decided</th><th scope=\"col\">Without the "
      "panel</th></tr></thead><tbody>\n";
  for (const auto& each : scored.panel->defects) out += row(scored, each);
  return out + "</tbody></table>\n";
}

}  // namespace

std::string page_panel(const session::Scored& scored) {
  if (!scored.panel) return {};
  return fmt::format(
      "<section id=\"panel\" aria-labelledby=\"panel-title\">\n<h2 id=\"panel-title\">Rated by a panel</h2>\n"
      "<p class=\"muted\">{} Nobody saw another's levels before all had submitted; they were revealed on "
      "{}. Precision counts claims, and a panel rates defects: it is as the claims were matched.</p>\n"
      "{}</section>\n",
      escaped(panel_note(scored)), escaped(scored.panel->revealed_at.substr(0, 10)),
      scrolled("Who rated what", table(scored)));
}

}  // namespace runner::report
