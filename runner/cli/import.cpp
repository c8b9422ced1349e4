#include "runner/session/import.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

Result run(const Arguments& arguments, const Context& context) {
  const auto attempt = session::find_attempt(context.house, arguments.text("--attempt"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto path = arguments.text("FILE");
  const auto text = session::read_file(path);
  if (!text) return tl::make_unexpected(text.error());
  const auto imported = session::import_file(context.house, *attempt, arguments.text("--from"), path, *text);
  if (!imported) return tl::make_unexpected(imported.error());
  std::string said = fmt::format("{}: {} comment{} placed\n", attempt->id, imported->placed,
                                 imported->placed == 1 ? "" : "s");
  for (const auto& note : imported->notes) said += fmt::format("note: {}\n", note);
  return print(said);
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : comments::formats()) names.push_back(format.name);
  return names;
}

}  // namespace

Command import_command() {
  return {.name = "import",
          .summary = "Take in a review that was written elsewhere",
          .description =
              "Nothing is dropped: a comment whose place is not in the pull request is kept on the review as "
              "a whole, and a note says so.",
          .options = {{.name = "FILE", .value = "", .help = "the review", .count = Option::Count::required},
                      {.name = "--from",
                       .value = "FORMAT",
                       .help = "its format; guessed without it",
                       .count = Option::Count::optional,
                       .choices = format_names()},
                      attempt_option},
          .examples = {"seedfault import review.json --attempt payments-webhook-1"},
          .run = run};
}

}  // namespace runner::cli
