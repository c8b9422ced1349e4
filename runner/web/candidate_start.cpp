// The start page, and the page after the submission.
#include <fmt/format.h>

#include <stdexcept>

#include "runner/report/html.hpp"
#include "runner/report/prose.hpp"
#include "runner/session/invite.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::Stand;

std::string section(std::string_view title, const std::string& html) {
  return fmt::format("<h2>{}</h2>\n{}\n", title, html);
}

std::string time_text(const session::Introduction& introduction, const session::InvitationState& state) {
  const auto allowed = session::budget_of(state, introduction.minutes, "").allowed;
  std::string out = fmt::format(
      "<p>Plan about <strong>{}</strong>. The clock on the page is there for you, can be "
      "hidden, and is never scored. You may stop and come back: what you save is kept.</p>\n",
      duration(allowed));
  if (!state.invitation.deadline.empty())
    out += fmt::format("<p>Please begin before {} (UTC). Once you have begun you may finish.</p>\n",
                       escaped(state.invitation.deadline));
  return out;
}

constexpr std::string_view what_counts =
    "<p>Some real defects were planted in this change. A comment counts for what it shows you saw:</p>\n"
    "<ul><li>the place alone counts a little,</li><li>what is wrong counts most,</li><li>what happens then, "
    "and a "
    "remedy that works, make it whole.</li></ul>\n"
    "<p>Use your own words; terse is fine, and so is English that is not perfect. Praise, questions and "
    "style remarks "
    "never count against you. Two claims that turn out wrong cost nothing; from the third on each takes a "
    "little off: "
    "some code looks wrong and is right. Nobody finds everything; competent reviewers without help find "
    "about half.</p>\n";

constexpr std::string_view privacy =
    "<p>Kept: what you write, when you begin, when you submit, and the files that you mark as viewed. A "
    "comment "
    "that you have not finished is kept as it last stood, so that nothing is lost, and goes when you submit. "
    "Not "
    "kept: your "
    "address, your browser, how you type, scroll or click. There is no webcam and "
    "no other host: this page loads "
    "nothing from elsewhere. One cookie holds the key of your link, so that it need not stand in the "
    "address.</p>\n";

constexpr std::string_view pair_privacy =
    "<p>You review together with your interviewer, who sees each comment as soon as you save it, whether "
    "your page "
    "is open, and nothing of what you type before you save. Ask for logs, metrics or anything else that you "
    "would "
    "look at; questions and hints come on the page. Where your page is scrolled to is shown only after you "
    "allow it, "
    "and not kept. What is said and saved is kept with its time, as a timeline of the session.</p>\n";

std::string feedback_text(session::Feedback feedback) {
  switch (feedback) {
    case session::Feedback::none:
      return "<p>Whoever sent you the link will tell you how it went.</p>\n";
    case session::Feedback::letter:
      return "<p>You can read a letter about what you found and how to see more.</p>\n";
    case session::Feedback::answers:
      return "<p>You can read a letter about what you found, and what went by.</p>\n";
  }
  return "";
}

std::string begin_button(const Visit& visit, Stand stand) {
  if (stand == Stand::expired)
    return "<p class=\"callout bad\">The time to begin has passed. Ask whoever sent you the link for a later "
           "date.</p>\n";
  if (stand != Stand::invited)
    return fmt::format("<p><a class=\"button main\" href=\"{}/change\">Go on with your review</a></p>\n",
                       home_of(visit));
  return form_begin(visit, home_of(visit) + "/begin") + button("begin", "Begin the review", "main") +
         "</form>\n";
}

Response submitted_page(const session::InvitationState& state, const Visit& visit) {
  std::string main = fmt::format(
      "<div class=\"read\"><h1>Thank you</h1>\n<p>Your review was submitted on {} (UTC), with the verdict "
      "“{}”. It is final.</p>\n",
      escaped(state.attempt->submitted_at), to_string(state.attempt->verdict));
  main += state.invitation.feedback == session::Feedback::none
              ? feedback_text(session::Feedback::none)
              : fmt::format("<p><a class=\"button main\" href=\"{}/feedback\">Read your feedback</a></p>\n",
                            home_of(visit));
  return page({.title = "Thank you", .main = main + "</div>\n"});
}

}  // namespace

std::string home_of(const Visit& visit) {
  return visit.pair ? "/desk/pair/" + visit.pair->id : "/r/" + visit.invitation.id;
}

session::InvitationState state_of(const Visit& visit) {
  return must(
      session::invitation_state(visit.site.house, visit.pair ? visit.pair->candidate : visit.invitation.id));
}

Response show_start(const Visit& visit) {
  const auto state = state_of(visit);
  const auto stand = session::stand_of(state, visit.site.now());
  if (stand == Stand::submitted) return submitted_page(state, visit);
  const auto introduction = must(session::introduction(visit.site.house, state.invitation.exercise));
  std::string main = fmt::format("<div class=\"read\"><h1>{}</h1>\n<div class=\"text\">{}</div>\n",
                                 escaped(introduction.title), report::prose(introduction.brief));
  main += section("Time", time_text(introduction, state)) + section("What counts", std::string(what_counts));
  main += section("AI tools", fmt::format("<p>{}</p>", escaped(introduction.ai_policy)));
  if (pair_desk_of(visit)) main += section("A pair session", std::string(pair_privacy));
  main += section("Privacy", std::string(privacy)) +
          section("Afterwards", feedback_text(state.invitation.feedback));
  return page({.title = introduction.title, .main = main + begin_button(visit, stand) + "</div>\n"});
}

Response begin_review(const Visit& visit) {
  const auto begun = session::begin(visit.site.house, visit.invitation);
  if (!begun) return redirect(home_of(visit));  // that page says why not
  return redirect(home_of(visit) + "/change");
}

}  // namespace runner::web
