#include "runner/report/compare.hpp"

#include "runner/cli/rows.hpp"
#include "runner/session/compare.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

std::string rendered(const std::vector<session::Scored>& scores, std::string_view format,
                     const report::Style& style) {
  if (format == "json") return report::compare_json(scores);
  if (format == "html") return report::compare_html(scores);
  if (format == "markdown") return report::compare_markdown(scores);
  return report::compare_text(scores, style);
}

Result run_compare(const Arguments& arguments, const Context& context) {
  std::vector<session::Scored> scores;
  session::Faults faults;
  for (const auto& name : arguments.values("ATTEMPT")) {
    context.progress("scoring " + name);
    auto scored = scored_named(context, name);
    if (scored)
      scores.push_back(*std::move(scored));
    else
      faults.insert(faults.end(), scored.error().begin(), scored.error().end());
  }
  context.progress("");
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  const auto compared = session::comparable(std::move(scores));
  if (!compared) return tl::make_unexpected(compared.error());
  const auto format =
      arguments.has("--json") ? std::string("json") : arguments.value("--format").value_or("text");
  const auto file = arguments.value("--output");
  if (!file || *file == "-") return print(rendered(*compared, format, context.out));
  const report::Style plain{.colour = report::Colour::no, .width = context.out.width};
  if (auto written = session::write_file(*file, rendered(*compared, format, plain)); !written)
    return tl::make_unexpected(written.error());
  return done;
}

}  // namespace

Command compare_command() {
  return {.name = "compare",
          .summary = "Attempts side by side, defect by defect",
          .description =
              "Of one exercise: coverage, precision and score of each, the level that each reached on every "
              "defect, and which defects nobody or everybody found. Sample reviews (<exercise>/<name>) and "
              "baselines (<exercise>@<name>) may stand among them and are marked as what they are. A defect "
              "that was not planted for an attempt counts neither way.",
          .options = {{.name = "ATTEMPT",
                       .value = "",
                       .help = "two or more attempts, sample reviews or baselines",
                       .count = Option::Count::any},
                      {.name = "--format",
                       .value = "FORMAT",
                       .help = "how to write it",
                       .count = Option::Count::optional,
                       .choices = {"text", "json", "html", "markdown"}},
                      {.name = "-o,--output",
                       .value = "FILE",
                       .help = "write there instead of to standard output"},
                      {.name = "--json", .value = "", .help = "the same as --format json"}},
          .examples =
              {"seedfault compare payments-webhook-1 payments-webhook-2 payments-webhook@linter",
               "seedfault compare payments-webhook-1 payments-webhook/strong --format html -o compare.html"},
          .run = run_compare};
}

}  // namespace runner::cli
