#include <fmt/format.h>

#include "runner/report/decisions.hpp"
#include "runner/report/html.hpp"
#include "runner/report/page.hpp"

namespace runner::report {
namespace {

std::string row(const session::Scored& scored, const review::Decision& decision) {
  const bool withdrawn = decision.kind == review::DecisionKind::withdraw;
  const auto state = withdrawn ? "withdrawal" : stands(scored, decision) ? "in force" : "no longer in force";
  return fmt::format(
      "<li><div>{}</div><div><p>{}.</p><blockquote><p>{}</p></blockquote><p "
      "class=\"where\">{}</p></div></li>\n",
      chip(stands(scored, decision) ? "info" : "plain", state), escaped(deed(decision)),
      escaped(decision.reason),
      escaped(fmt::format("Decision {}, {}. {}", decision.number, decision.when, said_before(decision))));
}

}  // namespace

std::string page_decisions(const session::Scored& scored) {
  if (scored.decisions.empty()) return {};
  std::string rows;
  for (const auto& decision : scored.decisions) rows += row(scored, decision);
  return fmt::format(
      "<section id=\"decisions\" aria-labelledby=\"decisions-title\">\n<h2 id=\"decisions-title\">Decided by "
      "people</h2>\n<p class=\"muted\">Who decided what, when and why, and what the program had said. "
      "Nothing "
      "here is ever changed or removed; a decision is taken back by a further one.</p>\n"
      "<ul class=\"rows\">\n{}</ul>\n</section>\n",
      rows);
}

}  // namespace runner::report
