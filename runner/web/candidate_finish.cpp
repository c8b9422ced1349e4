// Summary, verdict, the last look, the submission, the feedback.
#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/report/letter.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/score.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using report::escaped;
using report::markup;
using review::Verdict;

struct Choice {
  Verdict verdict;
  std::string_view words;
};
constexpr Choice choices[] = {{Verdict::request_changes, "Request changes: this must not be merged as it is"},
                              {Verdict::approve, "Approve: this can be merged"},
                              {Verdict::comment, "Comment only: no verdict"}};

constexpr std::size_t longest_summary = 20'000;  // bytes

std::string drafts(const Visit& visit, const Desk& desk) {
  if (desk.draft.comments.empty()) return "<p>You have written no comments.</p>\n";
  std::string out;
  for (const auto& comment : desk.draft.comments) out += comment_box(visit, desk, {}, comment, {});
  return out;
}

std::string_view words_for(Verdict verdict) {
  for (const auto& choice : choices)
    if (choice.verdict == verdict) return choice.words;
  return "No verdict chosen";
}

Response finish_page(const Visit& visit, const Desk& desk, const session::Closing& closing,
                     const session::Faults& faults) {
  std::string main = "<div class=\"read\"><h1>Finish</h1>\n" + faults_html(faults) +
                     form_begin(visit, home_of(visit) + "/finish");
  main += fmt::format(
      "<label for=\"summary\">Your summary, as to a colleague</label>\n<textarea id=\"summary\" "
      "name=\"summary\" "
      "maxlength=\"{}\">\n{}</textarea>\n<fieldset><legend>Verdict</legend>\n",
      longest_summary, escaped(closing.summary));
  for (const auto& choice : choices)
    main += fmt::format("<label><input type=\"radio\" name=\"verdict\" value=\"{}\"{}> {}</label>\n",
                        to_string(choice.verdict), choice.verdict == closing.verdict ? " checked" : "",
                        choice.words);
  main += "</fieldset>\n<div class=\"line\">" + button("look", "Save, and look it over", "main") +
          button("save", "Save") + "</div></form></div>\n";
  return review_page(visit, desk, "Finish", std::move(main), faults.empty() ? 200 : 422);
}

bool is_open(const Desk& desk) { return desk.attempt.state == session::AttemptState::open; }

}  // namespace

Response show_finish(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  if (!is_open(desk)) return redirect(home_of(visit));
  return finish_page(visit, desk, desk.draft.closing, {});
}

Response save_finish(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  const session::Closing closing{
      .summary = std::string(field(visit.form, "summary")),
      .verdict = review::verdict_named(field(visit.form, "verdict")).value_or(Verdict::none),
      .saved_at = {}};
  if (closing.summary.size() > longest_summary)
    return finish_page(
        visit, desk, closing,
        {{"the summary", {}, fmt::format("is longer than {} bytes", longest_summary), "Cut it down"}});
  auto saved = session::save_closing(visit.site.house, desk.attempt, closing.summary, closing.verdict);
  if (!saved) return finish_page(visit, desk, closing, saved.error());
  return redirect(home_of(visit) + (field(visit.form, "do") == "look" ? "/look" : "/finish"));
}

Response show_look(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  if (!is_open(desk)) return redirect(home_of(visit));
  const auto& closing = desk.draft.closing;
  std::string main =
      "<div class=\"read\"><h1>A last look</h1>\n<p>This is what you are about to "
      "submit.</p>\n<h2>Verdict</h2>\n";
  main += fmt::format("<p>{}</p>\n<h2>Summary</h2>\n<div class=\"text\">{}</div>\n<h2>Comments ({})</h2>\n{}",
                      words_for(closing.verdict),
                      closing.summary.empty() ? "<p class=\"muted\">None.</p>" : markup(closing.summary),
                      desk.draft.comments.size(), drafts(visit, desk));
  if (const auto open = desk.unfinished.size(); open > 0)
    main += fmt::format(
        "<p class=\"callout\">{} unfinished and will not be submitted: <a href=\"{}/change\">look at "
        "{}</a>.</p>\n",
        open == 1 ? "One comment is" : fmt::format("{} comments are", open), home_of(visit),
        open == 1 ? "it" : "them");
  if (closing.verdict == Verdict::none)
    main += fmt::format("<p class=\"callout\">Choose a verdict first: <a href=\"{}/finish\">back</a>.</p>\n",
                        home_of(visit));
  else
    main += "<p>After this nothing can be changed.</p>\n" + form_begin(visit, home_of(visit) + "/submit") +
            "<div class=\"line\">" + button("submit", "Submit the review", "main") +
            fmt::format("<a href=\"{}/finish\">Back</a></div></form>\n", home_of(visit));
  return review_page(visit, desk, "A last look", main + "</div>\n");
}

Response submit_review(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  const auto verdict = desk.draft.closing.verdict;
  if (is_open(desk) && verdict == Verdict::none) return redirect(home_of(visit) + "/look");
  auto submitted = session::submit(visit.site.house, desk.attempt, verdict, visit.invitation.id);
  // A second press of the button comes here too: it is as submitted as it was.
  if (!submitted && is_open(desk_of(visit)))
    return finish_page(visit, desk, desk.draft.closing, submitted.error());
  return redirect(home_of(visit));
}

Response show_feedback(const Visit& visit) {
  const auto state = state_of(visit);
  const bool submitted = state.attempt && state.attempt->state == session::AttemptState::submitted;
  if (!submitted || state.invitation.feedback == session::Feedback::none)
    return told(404, "There is no feedback to read",
                "Whoever sent you the link decides what there is after the submission.");
  const auto scored = must(session::score(visit.site.house, *state.attempt));
  const auto answers =
      state.invitation.feedback == session::Feedback::answers ? report::Answers::yes : report::Answers::no;
  return whole_report(report::letter_html(report::letter_of(scored, answers)));
}

}  // namespace runner::web
