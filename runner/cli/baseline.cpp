#include "runner/session/baseline.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/report/baselines.hpp"
#include "runner/report/import_text.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

Result list(const Arguments& arguments, const Context& context) {
  const auto baselines = session::list_baselines(context.house, arguments.text("EXERCISE"));
  if (!baselines) return tl::make_unexpected(baselines.error());
  std::vector<session::Scored> scores;
  for (const auto& baseline : *baselines) {
    context.progress(fmt::format("scoring {}", baseline.id));
    auto scored = session::score_baseline(context.house, baseline);
    if (!scored) return tl::make_unexpected(scored.error());
    scores.push_back(*std::move(scored));
  }
  context.progress("");
  return print(arguments.has("--json") ? report::baselines_json(scores)
                                       : report::baselines_text(scores, context.out));
}

Result remove(const Arguments& arguments, const Context& context) {
  const auto id = fmt::format("{}@{}", arguments.text("EXERCISE"), arguments.text("--remove"));
  const auto baseline = session::find_baseline(context.house, id);
  if (!baseline) return tl::make_unexpected(baseline.error());
  if (auto removed = session::remove_baseline(context.house, *baseline); !removed)
    return tl::make_unexpected(removed.error());
  return print(fmt::format("{}: removed\n", id));
}

session::Checked<session::BaselineAdded> added(const Arguments& arguments, const Context& context) {
  const auto path = arguments.text("FILE");
  auto text = session::read_file(path);
  if (!text) return tl::make_unexpected(text.error());
  using Existing = session::BaselineRequest::Existing;
  session::BaselineRequest request{
      .exercise = arguments.text("EXERCISE"),
      .format = arguments.text("--from"),
      .path = path,
      .text = *std::move(text),
      .name = arguments.text("--name"),
      .like = {},
      .existing = arguments.has("--replace") ? Existing::replace : Existing::keep};
  if (const auto like = arguments.value("--like")) {
    auto attempt = session::find_attempt(context.house, *like, context.here);
    if (!attempt) return tl::make_unexpected(attempt.error());
    request.like = *std::move(attempt);
  }
  return session::add_baseline(context.house, request);
}

Result run_baseline(const Arguments& arguments, const Context& context) {
  if (arguments.has("--remove")) return remove(arguments, context);
  if (!arguments.has("FILE")) return list(arguments, context);
  const auto baseline = added(arguments, context);
  if (!baseline) return tl::make_unexpected(baseline.error());
  fmt::print(stderr, "{}", report::import_text(baseline->result, context.err));
  const auto scored = session::score_baseline(context.house, baseline->baseline);
  if (!scored) return tl::make_unexpected(scored.error());
  return print(arguments.has("--json") ? report::baselines_json({*scored})
                                       : report::baselines_text({*scored}, context.out));
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : comments::formats()) names.push_back(format.name);
  return names;
}

}  // namespace

Command baseline_command() {
  return {
      .name = "baseline",
      .summary = "What a linter or an AI reviewer would score on an exercise",
      .description =
          "With a FILE: reads the tool's findings, in any format that `seedfault import` reads, scores them "
          "as a person's review is scored, and keeps them as <exercise>@<name>. Without one: lists the "
          "exercise's baselines.\n\n"
          "Baselines stand in tables of their own and are in no list of attempts. `score`, `explain`, "
          "`export` "
          "and `compare` take <exercise>@<name> as they take an attempt. Run the tool on the folder that "
          "`seedfault start` made; with --like the same defects are planted as there, without it all.",
      .options = {{.name = "EXERCISE",
                   .value = "",
                   .help = "an exercise of `seedfault list`",
                   .count = Option::Count::required},
                  {.name = "FILE", .value = "", .help = "what the tool wrote"},
                  {.name = "--from",
                   .value = "FORMAT",
                   .help = "its format; guessed without it",
                   .count = Option::Count::optional,
                   .choices = format_names()},
                  {.name = "--name",
                   .value = "NAME",
                   .help = "what to call it; the tool's name in the file, or the file's, without it"},
                  {.name = "--like",
                   .value = "ATTEMPT",
                   .help = "the defects that were planted for this attempt, instead of all"},
                  {.name = "--replace", .value = "", .help = "in the place of a baseline of that name"},
                  {.name = "--remove", .value = "NAME", .help = "forget a baseline"},
                  json_option},
      .examples = {"seedfault baseline payments-webhook findings.sarif --name linter-4.2",
                   "seedfault baseline payments-webhook"},
      .run = run_baseline};
}

}  // namespace runner::cli
