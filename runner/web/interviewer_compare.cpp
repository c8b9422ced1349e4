// Candidates side by side: one exercise's submitted reviews, defect by defect, and one defect in everybody's
// own words. Under their code names, without scores: what is compared is one thing at a time.
#include <fmt/format.h>

#include <algorithm>

#include "runner/report/comparison.hpp"
#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"

namespace runner::web {
namespace {

using report::escaped;

constexpr std::size_t most_compared = 50;  // the newest

std::vector<session::Scored> scores_of(const Visit& visit, std::string_view exercise) {
  auto attempts = must(session::list_attempts(visit.site.house));
  std::erase_if(attempts, [&](const auto& each) {
    return each.exercise != exercise || each.state != session::AttemptState::submitted;
  });
  if (attempts.size() > most_compared)
    attempts.erase(attempts.begin(), attempts.end() - static_cast<std::ptrdiff_t>(most_compared));
  std::vector<session::Scored> scores;
  for (const auto& attempt : attempts)
    if (auto scored = session::score(visit.site.house, attempt)) scores.push_back(*std::move(scored));
  return scores;
}

Response desk(const Visit& visit, std::string title, std::string main) {
  return page({.title = std::move(title), .header = interviewer_header(visit), .main = std::move(main)});
}

std::string table(std::string_view exercise, const std::vector<session::Scored>& scores) {
  std::string out =
      "<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Levels by defect and "
      "candidate</caption><thead><tr><th scope=\"col\">Defect</th>";
  for (const auto& name : report::names_of(scores))
    out += fmt::format("<th scope=\"col\">{}</th>", escaped(name));
  out += "</tr></thead><tbody>\n";
  for (const auto& each : report::compared_defects(scores)) {
    out += fmt::format("<tr><th scope=\"row\"><a href=\"/desk/exercises/{}/defects/{}\">{}</a></th>",
                       encoded(exercise), encoded(each.defect->id), escaped(each.defect->title));
    for (const auto& level : each.levels)
      out += fmt::format("<td>{}</td>", level ? to_string(*level) : std::string_view("not planted"));
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

// The claims that bear on the defect, in their own words, each with what was read in them.
std::string words_of(const session::Scored& scored, std::size_t defect) {
  std::string out;
  std::vector<std::size_t> told;  // comments
  for (const auto* pair : report::pairs_of_defect(scored, defect)) {
    const auto comment = scored.assessment.claims[pair->claim].claim.comment;
    if (worth(*pair) == review::Level::missed || std::ranges::find(told, comment) != told.end()) continue;
    told.push_back(comment);
    out += fmt::format("<blockquote class=\"text\">{}</blockquote>\n<ul>\n",
                       report::markup(scored.review.comments[comment].body));
    for (const auto& evidence : pair->evidence) out += fmt::format("<li>{}</li>\n", escaped(evidence.text));
    out += "</ul>\n";
  }
  return out.empty() ? "<p class=\"muted\">Nothing.</p>\n" : out;
}

}  // namespace

Response show_compared(const Visit& visit) {
  const auto& exercise = visit.parts[0];
  const auto scores = scores_of(visit, exercise);
  std::string main = fmt::format("<h1>Reviews of {}</h1>\n", escaped(exercise));
  if (scores.empty()) return desk(visit, "Reviews of " + exercise, main + "<p>None is submitted yet.</p>\n");
  main += "<ul>\n";
  for (const auto& caution : report::cautions(scores)) main += fmt::format("<li>{}</li>\n", escaped(caution));
  return desk(visit, "Reviews of " + exercise, main + "</ul>\n" + table(exercise, scores));
}

Response show_compared_defect(const Visit& visit) {
  const auto& exercise = visit.parts[0];
  const auto scores = scores_of(visit, exercise);
  const auto names = report::names_of(scores);
  std::string main;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto& scored = scores[i];
    const auto defect = report::defect_index(scored, visit.parts[1]);
    if (defect == scored.key.defects.size()) continue;
    if (main.empty())
      main = fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped(scored.key.defects[defect].title),
                         escaped(scored.key.defects[defect].why));
    main += fmt::format(
        "<section class=\"card\"><h2>{} <span class=\"muted\">{}</span></h2>\n{}<p><a "
        "href=\"/desk/attempts/{}/report\">Report</a></p></section>\n",
        escaped(names[i]), to_string(report::result_of(scored, defect).level), words_of(scored, defect),
        encoded(scored.attempt.id));
  }
  if (main.empty()) return told(404, "No such defect in a submitted review", "Go back to the comparison.");
  return desk(
      visit, "One defect of " + exercise,
      "<div class=\"read\">" + main +
          fmt::format("<p><a href=\"/desk/exercises/{}\">All defects</a></p></div>\n", encoded(exercise)));
}

}  // namespace runner::web
