// What an interviewer takes along from one attempt: the conversation's questions, and the review in a format
// of other tools.
#include <fmt/format.h>

#include "runner/report/conversation.hpp"
#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/export.hpp"
#include "runner/session/score.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/layout.hpp"

namespace runner::web {
namespace {

using report::escaped;
using report::markup;
using report::Question;

session::Checked<session::Scored> scored_of(const Visit& visit) {
  const auto attempt = session::find_attempt(visit.site.house, visit.parts[0], {});
  if (!attempt) return tl::make_unexpected(attempt.error());
  return session::score(visit.site.house, *attempt);
}

Response no_attempt() { return told(404, "No such attempt", "Go back to the list of invitations."); }

std::string question_html(const Question& question) {
  std::string out = fmt::format("<li class=\"card\"><h3>{}</h3>\n", escaped(question.about));
  if (!question.where.empty())
    out += fmt::format("<p class=\"path muted\">{}</p>\n", escaped(question.where));
  if (!question.quote.empty())
    out += fmt::format("<blockquote class=\"text\">{}</blockquote>\n", markup(question.quote));
  out += "<ol>\n";
  for (const auto& ask : question.ask) out += fmt::format("<li>{}</li>\n", escaped(ask));
  out += "</ol>\n";
  std::string listen;
  for (const auto& each : question.listen)
    if (!each.empty()) listen += fmt::format("<p>{}</p>\n", escaped(each));
  if (!listen.empty()) out += "<details><summary>Listen for</summary>" + listen + "</details>\n";
  return out + "</li>\n";
}

std::string part(std::string_view title, std::string_view why, const std::vector<Question>& questions) {
  if (questions.empty()) return "";
  std::string out = fmt::format("<h2>{}</h2>\n<p class=\"muted\">{}</p>\n<ul class=\"cards\">\n", title, why);
  for (const auto& question : questions) out += question_html(question);
  return out + "</ul>\n";
}

}  // namespace

Response show_conversation(const Visit& visit) {
  const auto scored = scored_of(visit);
  if (!scored) return no_attempt();
  const auto talk = report::conversation_of(*scored);
  std::string main = fmt::format(
      "<div class=\"read\"><h1>Conversation about {}</h1>\n<p>The same questions for everybody who wrote the "
      "same. Begin with the open one; the others are there when it has been answered. This page tells what "
      "was planted: do not share your screen.</p>\n",
      escaped(scored->attempt.id));
  main +=
      part("What they saw", "Each question asks for the step that their words left out.", talk.wrote) +
      part("Whose words they are", "Whoever wrote a comment can say how they came to it.", talk.own) +
      part("What is right as far as we know", "They may know something that we do not.", talk.claimed) +
      part("What went by", "No trap: a hint is allowed, and counts for nothing either way.", talk.went_by);
  return page({.title = "Conversation about " + scored->attempt.id,
               .header = interviewer_header(visit),
               .main = main + "</div>\n"});
}

Response show_export(const Visit& visit) {
  const auto scored = scored_of(visit);
  if (!scored) return no_attempt();
  const std::string& format = visit.parts[1];
  const auto written = session::export_review(visit.site.house, *scored, format, comments::HoldsKey::no);
  if (!written) return told(404, "No such format", to_string(written.error().front()));
  Response response{.type = "text/plain; charset=utf-8", .body = written->text};
  response.headers.emplace_back(
      "Content-Disposition",
      fmt::format("attachment; filename=\"{}.{}.txt\"", encoded(scored->attempt.id), encoded(format)));
  return response;
}

}  // namespace runner::web
