#include "runner/session/import.hpp"

#include <filesystem>

#include "runner/cli/rows.hpp"
#include "runner/report/import_text.hpp"
#include "runner/session/comment.hpp"

namespace runner::cli {
namespace {

// "import ATTEMPT FILE…" as well as "import FILE… --attempt ATTEMPT": the first word is an attempt when one
// has that name and no file has.
std::string take_attempt(const Arguments& arguments, const Context& context,
                         std::vector<std::string>& files) {
  std::error_code ignored;
  if (arguments.has("--attempt") || files.size() < 2 || files[0] == "-" ||
      std::filesystem::exists(files[0], ignored))
    return arguments.text("--attempt");
  if (!session::find_attempt(context.house, files[0], context.here)) return "";
  const auto id = files[0];
  files.erase(files.begin());
  return id;
}

Result run_import(const Arguments& arguments, const Context& context) {
  auto files = arguments.values("FILE");
  if (files.empty())
    return session::faulty({"seedfault import",
                            {},
                            "no file is given",
                            "name the files of the review, or - for standard input"});
  const auto id = take_attempt(arguments, context, files);
  const auto attempt = session::find_attempt(context.house, id, context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto imported = session::import_files(
      context.house, *attempt,
      {.files = files, .format = arguments.text("--from"), .author = arguments.text("--author")},
      context.progress);
  if (!imported) return tl::make_unexpected(imported.error());
  return print(arguments.has("--json") ? report::import_json(*imported)
                                       : report::import_text(*imported, context.out));
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : comments::formats()) names.push_back(format.name);
  return names;
}

}  // namespace

Command import_command() {
  return {
      .name = "import",
      .summary = "Take in a review that was written elsewhere",
      .description =
          "All files or nothing. Nothing is dropped: a comment whose place is not in the pull request is "
          "kept on its file or on the review as a whole, and what was inferred, could not be placed or "
          "was left out is listed with its reason.\n\n"
          "What was imported before is not taken twice; where its text has changed since, it is brought "
          "up to date.",
      .options = {{.name = "FILE",
                   .value = "",
                   .help = "the review, - for standard input; several are taken together. The attempt may "
                           "stand before them",
                   .count = Option::Count::any},
                  {.name = "--from",
                   .value = "FORMAT",
                   .help = "their format; guessed without it",
                   .count = Option::Count::optional,
                   .choices = format_names()},
                  {.name = "--author",
                   .value = "NAME",
                   .help = "only what this person wrote, as the files name them",
                   .count = Option::Count::optional},
                  attempt_option,
                  json_option},
      .examples =
          {"gh api repos/acme/orders/pulls/7/comments --paginate | seedfault import payments-webhook-1 -",
           "seedfault import findings.sarif --attempt payments-webhook-1"},
      .run = run_import};
}

}  // namespace runner::cli
