#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/report/faults.hpp"
#include "runner/session/author.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;

Result which(const Arguments&, const Context&) {
  return session::faulty({"seedfault author",
                          {},
                          "does not say what",
                          "say `author plant`, `author rebase` or `author from-git`"});
}

Result plant(const Arguments& arguments, const Context& context) {
  const auto exercise = arguments.text("EXERCISE");
  const auto defect = arguments.text("DEFECT");
  const auto copy = context.here / arguments.value("--into").value_or(fmt::format("{}.{}", exercise, defect));
  const auto exercises = bank(arguments, context);
  if (!arguments.has("--record")) {
    const auto files = session::open_working_copy(exercises, exercise, defect, copy);
    if (!files) return tl::make_unexpected(files.error());
    if (arguments.has("--json"))
      return print(Json{{"schema", "seedfault.working-copy/1"}, {"working_copy", copy.string()}}.dump(2) +
                   "\n");
    return print(fmt::format(
        "The sound tree is in {}\n\nEdit it until the defect is there, and no comment, name or blank "
        "line tells. Then:\n  seedfault author plant {} {} --record\n",
        copy.string(), exercise, defect));
  }
  const auto recorded = session::record_plant(exercises, exercise, defect, copy);
  if (!recorded) return tl::make_unexpected(recorded.error());
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.plant/1"},
                      {"patch", recorded->patch.string()},
                      {"changed", recorded->changed},
                      {"added", recorded->added},
                      {"removed", recorded->removed}}
                     .dump(2) +
                 "\n");
  return print(fmt::format("wrote {}: {} (+{} -{})\n\nNext: its proof, then `seedfault check {}`.\n",
                           recorded->patch.string(), fmt::join(recorded->changed, ", "), recorded->added,
                           recorded->removed, exercise));
}

std::string text_of(const session::Rebased& rebased) {
  std::string text;
  for (const auto& path : rebased.rewritten) text += fmt::format("made again  {}\n", path);
  for (const auto& path : rebased.unchanged) text += fmt::format("as it was   {}\n", path);
  return text;
}

Result rebase(const Arguments& arguments, const Context& context) {
  const auto rebased =
      session::rebase_patches(bank(arguments, context), arguments.text("EXERCISE"),
                              arguments.value("--from").value_or("HEAD"), arguments.has("--partial"));
  if (!rebased) return tl::make_unexpected(rebased.error());
  auto shown = print(arguments.has("--json") ? Json{{"schema", "seedfault.rebase/1"},
                                                    {"made_again", rebased->rewritten},
                                                    {"as_it_was", rebased->unchanged}}
                                                       .dump(2) +
                                                   "\n"
                                             : text_of(*rebased));
  if (!shown || rebased->lost.empty()) return shown;
  auto faults = rebased->lost;
  if (!arguments.has("--partial"))
    faults.push_back(
        {arguments.text("EXERCISE"), {}, "nothing was written", "--partial carries the other patches over"});
  return tl::make_unexpected(std::move(faults));
}

Result from_git(const Arguments& arguments, const Context& context) {
  const auto id = arguments.text("--id");
  const auto made = session::exercise_from_git(context.house, bank(arguments, context),
                                               {.repository = context.here / arguments.text("REPOSITORY"),
                                                .base = arguments.text("BASE"),
                                                .head = arguments.text("HEAD"),
                                                .id = id,
                                                .only = arguments.values("--only")});
  if (!made) return tl::make_unexpected(made.error());
  if (arguments.has("--json"))
    return print(Json{{"schema", "seedfault.from-git/1"},
                      {"files", made->files.size()},
                      {"language", made->language},
                      {"changed_lines", made->changed_lines},
                      {"left_out", made->left_out}}
                     .dump(2) +
                 "\n");
  std::string text = fmt::format("Exercise {}: {} files, {}, {} changed lines.\n", id, made->files.size(),
                                 made->language, made->changed_lines);
  if (made->changed_lines > 400)
    text += "That is more than the 400 lines that a review can bear: take a part with --only.\n";
  for (const auto& each : made->left_out) text += fmt::format("left out: {}\n", each);
  return print(
      text +
      fmt::format(
          "\nThe code must be sound before a defect is planted: read it as a hard reviewer would. Remove\n"
          "what is your company's: names, hosts, secrets. Then fill in exercise.toml, brief.md and\n"
          "pull-request.md; `seedfault check {}` names what is missing.\n",
          id));
}

}  // namespace

Command author_command() {
  return {.name = "author",
          .summary = "Plant a defect, carry patches over an edit, make an exercise of a change",
          .description = "docs/authoring.md walks through it with an example.",
          .options = {},
          .examples = {"seedfault author plant order-search search-without-limit"},
          .run = which};
}

Command author_plant_command() {
  return {
      .name = "author plant",
      .summary = "Open a copy of the sound tree; record what was edited as the defect's patch",
      .description =
          "Without --record it writes the sound tree into a new folder, with the defect's patch applied when "
          "there is one. With --record the difference between that folder and the sound tree becomes "
          "plant.patch.",
      .options = {exercise_of_author,
                  {.name = "DEFECT",
                   .value = "",
                   .help = "a defect of it; `seedfault new defect` makes one",
                   .count = Option::Count::required},
                  {.name = "--record", .value = "", .help = "write the patch from the working copy"},
                  {.name = "--into",
                   .value = "DIR",
                   .help = "the working copy; ./<exercise>.<defect> without it"},
                  bank_option,
                  json_option},
      .examples = {"seedfault author plant order-search search-without-limit",
                   "seedfault author plant order-search search-without-limit --record"},
      .run = plant};
}

Command author_rebase_command() {
  return {
      .name = "author rebase",
      .summary = "Carry every patch over an edit of the sound tree",
      .description =
          "Edit tree/ as you like, then make before.patch and every plant.patch fit again. What they were "
          "made "
          "for is read from the git repository that holds the exercise. A patch that was edited on the same "
          "lines no longer applies: it is named, and nothing is written without --partial.",
      .options = {exercise_of_author,
                  {.name = "--from",
                   .value = "REVISION",
                   .help = "where the sound tree was as the patches know it; HEAD without it"},
                  {.name = "--partial",
                   .value = "",
                   .help = "write the patches that could be carried, though others could not"},
                  bank_option,
                  json_option},
      .examples = {"seedfault author rebase order-search"},
      .run = rebase};
}

Command author_from_git_command() {
  return {.name = "author from-git",
          .summary = "Make the beginning of an exercise from a change of your own repository",
          .description =
              "The code at HEAD becomes the sound tree, the way back to BASE before.patch, the commit's "
              "message the "
              "pull request's description. Authors and trailers stay behind.",
          .options = {{.name = "REPOSITORY",
                       .value = "",
                       .help = "a git repository's folder",
                       .count = Option::Count::required},
                      {.name = "BASE",
                       .value = "",
                       .help = "the revision before the change",
                       .count = Option::Count::required},
                      {.name = "HEAD",
                       .value = "",
                       .help = "the revision with it",
                       .count = Option::Count::required},
                      {.name = "--id",
                       .value = "EXERCISE",
                       .help = "the id of the exercise to make",
                       .count = Option::Count::required},
                      {.name = "--only",
                       .value = "PATH",
                       .help = "take only this folder or file; may be repeated",
                       .count = Option::Count::any},
                      bank_option,
                      json_option},
          .examples = {"seedfault author from-git ~/shop main~1 main --id shop-checkout --only checkout"},
          .run = from_git};
}

}  // namespace runner::cli
