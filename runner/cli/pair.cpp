#include "runner/session/pair.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/cli/rows.hpp"
#include "runner/cli/seed.hpp"
#include "runner/report/invitations.hpp"
#include "runner/report/pairs.hpp"
#include "runner/session/audit.hpp"

namespace runner::cli {
namespace {

Result list(const Arguments& arguments, const Context& context) {
  const auto all = session::list_pairs(context.house);
  if (!all) return tl::make_unexpected(all.error());
  return print(arguments.has("--json") ? report::pairs_json(*all) : report::pairs_text(*all, context.out));
}

session::Checked<int> read_minutes(const Arguments& arguments) {
  const auto text = arguments.value("--minutes");
  if (!text) return 0;
  int minutes = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), minutes);
  if (error == std::errc() && end == text->data() + text->size() && minutes > 0) return minutes;
  return session::faulty({"--minutes",
                          {},
                          fmt::format("\"{}\" cannot be used", *text),
                          fmt::format("use a whole number from 1 to {}", session::longest_pair_minutes)});
}

Result make(const Arguments& arguments, const Context& context) {
  const auto seed = read_seed(arguments);
  if (!seed) return tl::make_unexpected(seed.error());
  const auto minutes = read_minutes(arguments);
  if (!minutes) return tl::make_unexpected(minutes.error());
  const session::PairRequest request{
      .exercise = arguments.text("EXERCISE"),
      .candidate = arguments.text("--candidate"),
      .interviewer = arguments.text("--interviewer"),
      .seed = *seed,
      .minutes = *minutes,
      .feedback = session::feedback_named(arguments.text("--feedback")).value_or(session::Feedback::none)};
  const auto made = session::open_pair(context.house, request, session::command_line);
  if (!made) return tl::make_unexpected(made.error());
  const auto url = arguments.value("--url").value_or("http://127.0.0.1:8080");
  const auto candidate = report::link_to(url, made->candidate_token);
  const auto interviewer = report::link_to(url, made->interviewer_token);
  return print(arguments.has("--json") ? report::opened_json(made->pair, candidate, interviewer)
                                       : report::opened_text(made->pair, candidate, interviewer));
}

Result timeline(const Arguments& arguments, const Context& context) {
  const auto pair = session::pair_named(context.house, arguments.text("PAIR"));
  if (!pair) return tl::make_unexpected(pair.error());
  const auto events = session::pair_events(context.house, *pair);
  if (!events) return tl::make_unexpected(events.error());
  return print(arguments.has("--json") ? report::timeline_json(*pair, *events)
                                       : report::timeline_text(*pair, *events));
}

}  // namespace

Command pair_command() {
  return {.name = "pair",
          .summary = "Review live with a candidate, on the page of `seedfault serve`",
          .description =
              "Lists the pair sessions. `new` makes one, `timeline` tells what happened in it. docs/pair.md "
              "says how to lead one.",
          .options = {json_option},
          .examples = {"seedfault pair", "seedfault pair new payments-webhook --candidate heron-12"},
          .run = list};
}

Command pair_new_command() {
  return {
      .name = "pair new",
      .summary = "Make a pair session: a link for the candidate, a link for the interviewer",
      .description =
          "Both links are shown once. Both lead to the same pull request; the interviewer's also to what "
          "was planted, how much of it the comments show so far, and the exercise's artefacts to reveal. "
          "Send it to nobody else. Ended, the session is an ordinary submitted attempt.",
      .options = {{.name = "EXERCISE",
                   .value = "",
                   .help = "an exercise of `seedfault list`",
                   .count = Option::Count::required},
                  seed_option,
                  {.name = "--candidate",
                   .value = "CODE",
                   .help = "a code name for the candidate; do not use a real name"},
                  {.name = "--interviewer", .value = "NAME", .help = "whose link the other one is"},
                  {.name = "--minutes",
                   .value = "N",
                   .help = "of the clock, 90 at most; the exercise's own without it"},
                  {.name = "--feedback",
                   .value = "WHAT",
                   .help = "what the candidate may read after the end; none without it",
                   .count = Option::Count::optional,
                   .choices = {"none", "letter", "answers"}},
                  {.name = "--url",
                   .value = "URL",
                   .help = "where the server is reached; http://127.0.0.1:8080 without it"},
                  json_option},
      .examples = {"seedfault pair new payments-webhook --candidate heron-12 --interviewer ana --minutes 60"},
      .run = make};
}

Command pair_timeline_command() {
  return {.name = "pair timeline",
          .summary = "What happened in a pair session, in order",
          .description =
              "Comments as they were saved and changed, questions, hints, constraints, artefacts, the "
              "clock, and the interviewer's notes.",
          .options = {{.name = "PAIR",
                       .value = "",
                       .help = "a session of `seedfault pair`",
                       .count = Option::Count::required},
                      json_option},
          .examples = {"seedfault pair timeline p1", "seedfault pair timeline p1 --json"},
          .run = timeline};
}

}  // namespace runner::cli
