#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/session/author.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;
using session::Files;

Result written(const session::Checked<Files>& files, const Arguments& arguments, std::string_view next) {
  if (!files) return tl::make_unexpected(files.error());
  if (arguments.has("--json")) {
    auto paths = Json::array();
    for (const auto& path : *files) paths.push_back(path.string());
    return print(Json{{"schema", "seedfault.new/1"}, {"files", std::move(paths)}}.dump(2) + "\n");
  }
  std::string text;
  for (const auto& path : *files) text += fmt::format("wrote {}\n", path.string());
  return print(text + fmt::format("\n{}\n", next));
}

Result which(const Arguments&, const Context&) {
  return session::faulty(
      {"seedfault new", {}, "does not say what", "say `new exercise`, `new defect` or `new decoy`"});
}

Result new_exercise(const Arguments& arguments, const Context& context) {
  const auto id = arguments.text("EXERCISE");
  return written(
      session::new_exercise(context.house, bank(arguments, context), id, arguments.text("--language")),
      arguments,
      fmt::format(
          "Next: put the sound code into tree/ and the way back into before.patch, write brief.md and\n"
          "pull-request.md, then `seedfault new defect {} ID --class CLASS`.\n"
          "`seedfault check {}` names what is still missing.",
          id, id));
}

Result new_defect(const Arguments& arguments, const Context& context) {
  const auto exercise = arguments.text("EXERCISE");
  const auto id = arguments.text("DEFECT");
  return written(
      session::new_defect(context.house, bank(arguments, context), exercise, id, arguments.text("--class")),
      arguments,
      fmt::format("Next: `seedfault author plant {} {}` opens a copy of the sound tree to plant it in.",
                  exercise, id));
}

Result new_decoy(const Arguments& arguments, const Context& context) {
  const auto exercise = arguments.text("EXERCISE");
  return written(session::new_decoy(context.house, bank(arguments, context), exercise,
                                    arguments.text("DECOY"), arguments.text("--class")),
                 arguments, fmt::format("`seedfault check {}` names what is still missing in it.", exercise));
}

const Option class_option{.name = "--class",
                          .value = "CLASS",
                          .help = "a class of the catalogue, such as missing-timeout",
                          .count = Option::Count::required};

}  // namespace

std::filesystem::path bank(const Arguments& arguments, const Context& context) {
  const auto given = arguments.value("--bank");
  return given ? context.here / *given : session::bank_of(context.house);
}

Command new_command() {
  return {
      .name = "new",
      .summary = "Begin an exercise, a defect or a decoy with a skeleton",
      .description =
          "Writes files with a comment at every value. `seedfault check` names what is not filled in yet.",
      .options = {},
      .examples = {"seedfault new exercise order-search --language python"},
      .run = which};
}

Command new_exercise_command() {
  return {.name = "new exercise",
          .summary = "The skeleton of an exercise",
          .description = "",
          .options = {{.name = "EXERCISE",
                       .value = "",
                       .help = "its id: lower case words with hyphens",
                       .count = Option::Count::required},
                      {.name = "--language",
                       .value = "LANGUAGE",
                       .help = "go, java, javascript, python, sql or typescript",
                       .count = Option::Count::required},
                      bank_option,
                      json_option},
          .examples = {"seedfault new exercise order-search --language python"},
          .run = new_exercise};
}

Command new_defect_command() {
  return {.name = "new defect",
          .summary = "The skeleton of a defect and of its proof",
          .description = "",
          .options = {exercise_of_author,
                      {.name = "DEFECT", .value = "", .help = "its id", .count = Option::Count::required},
                      class_option,
                      bank_option,
                      json_option},
          .examples = {"seedfault new defect order-search search-without-limit --class unbounded-query"},
          .run = new_defect};
}

Command new_decoy_command() {
  return {.name = "new decoy",
          .summary = "The skeleton of a decoy",
          .description = "",
          .options = {exercise_of_author,
                      {.name = "DECOY", .value = "", .help = "its id", .count = Option::Count::required},
                      class_option,
                      bank_option,
                      json_option},
          .examples = {"seedfault new decoy order-search limit-from-settings --class unbounded-query"},
          .run = new_decoy};
}

}  // namespace runner::cli
