#include "runner/report/score_html.hpp"

#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::string navigation(const session::Scored& scored, bool questions) {
  std::string out = "<nav aria-label=\"Sections\"><ul>\n";
  out += fmt::format("<li>{}</li>\n",
                     link("defects", fmt::format("Planted defects ({})", scored.key.defects.size())));
  out += fmt::format("<li>{}</li>\n", link("coverage", "Coverage by pattern and skill"));
  out += fmt::format("<li>{}</li>\n", link("claims", "What else was said"));
  if (scored.panel) out += fmt::format("<li>{}</li>\n", link("panel", "Rated by a panel"));
  if (!scored.decisions.empty()) out += fmt::format("<li>{}</li>\n", link("decisions", "Decided by people"));
  if (questions) out += fmt::format("<li>{}</li>\n", link("questions", "Questions"));
  return out + fmt::format("<li>{}</li>\n</ul></nav>\n", link("changes", "The change"));
}

std::string footer(const session::Scored& scored) {
  const auto& attempt = scored.attempt;
  std::string out = fmt::format(
      "<footer><div class=\"wrap\"><p>This score names: exercise <strong>{}</strong>, version {}, seed {}, "
      "seedfault {}, "
      "attempt {}.</p>\n",
      escaped(attempt.exercise), escaped(attempt.exercise_version), attempt.seed, escaped(scored.scored_by),
      escaped(attempt.id));
  if (!attempt.submitted_at.empty())
    out += fmt::format("<p>Started {}, submitted {}; {} suggested. Time is reported, never scored.</p>\n",
                       escaped(attempt.started_at), escaped(attempt.submitted_at),
                       counted(scored.minutes, "minute"));
  if (!attempt.exercise_digest.empty())
    out += fmt::format("<p>Exercise digest <span class=\"path\">{}</span></p>\n",
                       escaped(attempt.exercise_digest));
  return out + "</div></footer>\n";
}

}  // namespace

std::string score_html(const session::Scored& scored) {
  const std::string questions = page_questions(scored);
  std::string body = page_header(scored);
  body += "<div class=\"wrap\">\n" + navigation(scored, !questions.empty()) +
          "<main id=\"main\" tabindex=\"-1\">\n";
  body += page_defects(scored) + page_coverage(scored) + page_claims(scored) + page_panel(scored) +
          page_decisions(scored) + questions + page_diff(scored);
  body += "</main>\n</div>\n" + footer(scored);
  return page(scored.exercise_title + ": seedfault coverage report", "Skip to the planted defects", body);
}

}  // namespace runner::report
