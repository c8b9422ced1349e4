#include "runner/session/start.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/cli/seed.hpp"
#include "runner/cli/wish.hpp"
#include "runner/report/listing.hpp"

namespace runner::cli {
namespace {

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

Result run_start(const Arguments& arguments, const Context& context) {
  const auto seed = read_seed(arguments);
  if (!seed) return tl::make_unexpected(seed.error());
  const auto drawn = *seed ? **seed : session::draw_seed();
  const auto exercise = chosen_exercise(arguments, context, drawn, "seedfault start");
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
      .options = {picked_exercise_option,
                  level_option,
                  minutes_option,
                  language_option,
                  seed_option,
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
      .run = run_start};
}

}  // namespace runner::cli
