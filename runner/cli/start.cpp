#include "runner/session/start.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/cli/rows.hpp"
#include "runner/cli/wish.hpp"
#include "runner/report/listing.hpp"

namespace runner::cli {
namespace {

session::Checked<std::optional<std::uint64_t>> read_seed(const Arguments& arguments) {
  const auto text = arguments.value("--seed");
  if (!text) return std::nullopt;
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seed);
  if (error == std::errc() && end == text->data() + text->size()) return seed;
  return session::faulty({"--seed",
                          {},
                          fmt::format("\"{}\" is not a seed", *text),
                          "use a whole number from 0 to 18446744073709551615"});
}

// The exercise that was named, or one that fits what was wished for.
session::Checked<std::string> chosen_exercise(const Arguments& arguments, const Context& context,
                                              std::uint64_t seed) {
  const auto wish = read_wish(arguments);
  if (!wish) return tl::make_unexpected(wish.error());
  const bool wished = wish->level || wish->language || wish->minutes;
  if (const auto named = arguments.value("EXERCISE")) {
    if (!wished) return *named;
    return session::faulty({"seedfault start",
                            {},
                            "is given an exercise and what to pick one by",
                            "name the exercise, or leave it out and say --level, --minutes or --language"});
  }
  if (wished) return session::pick(context.house, *wish, seed);
  return session::faulty({"seedfault start",
                          {},
                          "does not say which exercise",
                          "name one of `seedfault list`, or say --level, --minutes or --language"});
}

// What to do next, for the candidate; the defects that were planted are nobody's business here.
std::string next_steps(const session::Attempt& attempt) {
  return fmt::format(
      "Attempt {} is ready in {}\n\n"
      "  {:<18} what this is about, and how long it should take\n"
      "  {:<18} what the author says of the change\n"
      "  {:<18} the repository: `git diff main` there shows the change\n"
      "  {:<18} write `path:line: text` entries here, or use `seedfault comment`\n\n"
      "When you are done: seedfault submit --attempt {} --verdict approve|request-changes|comment\n",
      attempt.id, attempt.folder, "BRIEF.md", "PULL-REQUEST.md", attempt.exercise + "/", "REVIEW.md",
      attempt.id);
}

Result run(const Arguments& arguments, const Context& context) {
  const auto seed = read_seed(arguments);
  if (!seed) return tl::make_unexpected(seed.error());
  const auto drawn = *seed ? **seed : session::draw_seed();
  const auto exercise = chosen_exercise(arguments, context, drawn);
  if (!exercise) return tl::make_unexpected(exercise.error());
  const auto attempt = session::start(context.house, {.exercise = *exercise,
                                                      .seed = drawn,
                                                      .plant = arguments.values("--plant"),
                                                      .candidate = arguments.text("--candidate"),
                                                      .into = arguments.text("--into")});
  if (!attempt) return tl::make_unexpected(attempt.error());
  return print(arguments.has("--json") ? report::attempts_json({*attempt}) : next_steps(*attempt));
}

}  // namespace

Command start_command() {
  return {
      .name = "start",
      .summary = "Start an attempt: make the folder that a candidate reviews",
      .description =
          "Makes a folder with the brief, the pull request's description, a REVIEW.md to write in and a git "
          "repository: "
          "the code before the change on main, the change with the planted defects on a branch. The key is "
          "nowhere in it.\n\n"
          "The seed decides which defects are planted. The same seed gives the same commit ids.",
      .options = {{.name = "EXERCISE",
                   .value = "",
                   .help = "an exercise of `seedfault list`; without it one is picked by the next three"},
                  level_option,
                  minutes_option,
                  language_option,
                  {.name = "--seed",
                   .value = "N",
                   .help = "which variant; without it one is drawn and kept with the attempt"},
                  {.name = "--candidate",
                   .value = "CODE",
                   .help = "a code name for the candidate; do not use a real name"},
                  {.name = "--into", .value = "DIR", .help = "the folder to make; ./<attempt> without it"},
                  {.name = "--plant",
                   .value = "DEFECT",
                   .help = "plant exactly these defects, whatever the seed; may be repeated",
                   .count = Option::Count::any},
                  json_option},
      .examples = {"seedfault start payments-webhook --candidate heron-12",
                   "seedfault start payments-webhook --seed 7 --into ~/review",
                   "seedfault start --level L4 --minutes 20 --language go"},
      .run = run};
}

}  // namespace runner::cli
