#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/report/score_html.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/score_markdown.hpp"
#include "runner/report/score_text.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

std::string rendered(const session::Scored& scored, std::string_view format, const report::Style& style) {
  if (format == "json") return report::score_json(scored);
  if (format == "html") return report::score_html(scored);
  if (format == "markdown") return report::score_markdown(scored);
  return report::score_text(scored, style);
}

Result run(const Arguments& arguments, const Context& context) {
  const auto scored = scored_named(context, arguments.text("ATTEMPT"));
  if (!scored) return tl::make_unexpected(scored.error());
  const auto format =
      arguments.has("--json") ? std::string("json") : arguments.value("--format").value_or("text");
  const auto file = arguments.value("--output");
  if (!file || *file == "-") return print(rendered(*scored, format, context.out));
  const report::Style plain{.colour = report::Colour::no, .width = context.out.width};
  if (auto written = session::write_file(*file, rendered(*scored, format, plain)); !written)
    return tl::make_unexpected(written.error());
  return done;
}

}  // namespace

Command score_command() {
  return {.name = "score",
          .summary = "The score of an attempt, with the evidence for every credit",
          .description =
              "Each planted defect with its level, the words and the place that earned it; what was missed "
              "and why it matters; "
              "decoy hits, noise and neutral remarks; coverage, precision, F2, d' and c with intervals; "
              "sub-scores by outage "
              "pattern and skill. Coverage and precision are always shown together.",
          .options = {{.name = "ATTEMPT",
                       .value = "",
                       .help = "an attempt of `seedfault attempts`, or a sample review as <exercise>/<name>; "
                               "without it, the attempt whose folder you are in"},
                      {.name = "--format",
                       .value = "FORMAT",
                       .help = "how to write it",
                       .count = Option::Count::optional,
                       .choices = {"text", "json", "html", "markdown"}},
                      {.name = "-o,--output",
                       .value = "FILE",
                       .help = "write there instead of to standard output"},
                      {.name = "--json", .value = "", .help = "the same as --format json"}},
          .examples = {"seedfault score payments-webhook-1",
                       "seedfault score payments-webhook-1 --format html -o report.html"},
          .run = run};
}

}  // namespace runner::cli
