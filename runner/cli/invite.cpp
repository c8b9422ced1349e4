#include "runner/session/invite.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "runner/cli/rows.hpp"
#include "runner/cli/seed.hpp"
#include "runner/cli/wish.hpp"
#include "runner/report/invitations.hpp"
#include "runner/session/audit.hpp"
#include "runner/session/start.hpp"

namespace runner::cli {
namespace {

// "1.5" -> 150; read as hundredths, so that no locale and no rounding has a say.
session::Checked<int> read_factor(const Arguments& arguments) {
  const auto text = arguments.value("--time-factor").value_or("1");
  double factor = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), factor);
  if (error == std::errc() && end == text.data() + text.size() && factor > 0 && factor < 100)
    return static_cast<int>(std::lround(factor * 100));
  return session::faulty({"--time-factor",
                          {},
                          fmt::format("\"{}\" is not a factor", text),
                          "use a number such as 1.5: half as much time again"});
}

session::Checked<session::InviteRequest> read_request(const Arguments& arguments, const Context& context) {
  session::InviteRequest request;
  if (const auto interviewer = arguments.value("--interviewer")) {
    if (arguments.has("EXERCISE") || arguments.has("--candidate"))
      return session::faulty({"seedfault invite",
                              {},
                              "invites an interviewer and a candidate at once",
                              "leave out --interviewer, or the exercise and --candidate"});
    request.role = session::Role::interviewer;
    request.name = *interviewer;
    return request;
  }
  const auto seed = read_seed(arguments);
  if (!seed) return tl::make_unexpected(seed.error());
  request.seed = *seed ? **seed : session::draw_seed();
  auto exercise = chosen_exercise(arguments, context, *request.seed, "seedfault invite");
  if (!exercise) return tl::make_unexpected(exercise.error());
  request.exercise = *std::move(exercise);
  const auto factor = read_factor(arguments);
  if (!factor) return tl::make_unexpected(factor.error());
  request.time_factor = *factor;
  request.name = arguments.text("--candidate");
  request.deadline = arguments.text("--deadline");
  request.feedback =
      session::feedback_named(arguments.text("--feedback")).value_or(session::Feedback::letter);
  return request;
}

Result run_invite(const Arguments& arguments, const Context& context) {
  const auto request = read_request(arguments, context);
  if (!request) return tl::make_unexpected(request.error());
  const auto invited = session::invite(context.house, *request, session::command_line);
  if (!invited) return tl::make_unexpected(invited.error());
  const auto link =
      report::link_to(arguments.value("--url").value_or("http://127.0.0.1:8080"), invited->token);
  return print(arguments.has("--json") ? report::invited_json(invited->invitation, link)
                                       : report::invited_text(invited->invitation, link));
}

}  // namespace

Command invite_command() {
  return {
      .name = "invite",
      .summary = "Make a link by which somebody comes to the review page of `seedfault serve`",
      .description =
          "The link is shown once: the store keeps no more than its hash. Whoever has it comes in, so send "
          "it to one person. A candidate's link opens one review, an interviewer's link opens all of "
          "them.\n\n"
          "The attempt is made when the candidate begins. After the deadline nobody begins any more; who "
          "has begun may finish.",
      .options = {picked_exercise_option,
                  level_option,
                  minutes_option,
                  language_option,
                  seed_option,
                  {.name = "--candidate",
                   .value = "CODE",
                   .help = "a code name for the candidate; do not use a real name"},
                  {.name = "--deadline",
                   .value = "WHEN",
                   .help = "until when it can be begun: 2026-04-30, or 2026-04-30T18:00:00+02:00"},
                  {.name = "--time-factor",
                   .value = "X",
                   .help = "for this person the suggested time is so many times as long; 1 without it"},
                  {.name = "--feedback",
                   .value = "WHAT",
                   .help = "what the candidate may read after submission; letter without it",
                   .count = Option::Count::optional,
                   .choices = {"none", "letter", "answers"}},
                  {.name = "--interviewer",
                   .value = "NAME",
                   .help = "invite an interviewer, by the name that their decisions carry"},
                  {.name = "--url",
                   .value = "URL",
                   .help = "where the server is reached; http://127.0.0.1:8080 without it"},
                  json_option},
      .examples =
          {"seedfault invite payments-webhook --candidate heron-12 --deadline 2026-04-30",
           "seedfault invite --level L4 --language go --time-factor 1.5 --url https://review.example.com",
           "seedfault invite --interviewer ana"},
      .run = run_invite};
}

}  // namespace runner::cli
