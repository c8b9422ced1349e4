#include "runner/session/export.hpp"

#include <fmt/format.h>

#include "runner/cli/rows.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

Result run_export(const Arguments& arguments, const Context& context) {
  const auto scored = scored_named(context, arguments.text("ATTEMPT"));
  if (!scored) return tl::make_unexpected(scored.error());
  const auto with_key = arguments.has("--with-key") ? comments::HoldsKey::yes : comments::HoldsKey::no;
  const auto exported = session::export_review(context.house, *scored, arguments.text("--to"), with_key);
  if (!exported) return tl::make_unexpected(exported.error());
  const auto file = arguments.value("--output").value_or("-");
  if (file == "-") {
    if (auto printed = print(exported->text); !printed) return printed;
  } else if (auto written = session::write_file(file, exported->text); !written) {
    return tl::make_unexpected(written.error());
  }
  for (const auto& note : exported->notes) fmt::print(stderr, "note: {}\n", note);
  return done;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& format : comments::export_formats()) names.push_back(format.name);
  return names;
}

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .summary = "Write a review in a format that other tools read",
      .description =
          "The comments of an attempt as a GitHub review, GitLab draft notes, RDFormat, SARIF, CSV, "
          "Markdown or JSON. `github` is the body of one POST; each element of `gitlab` is the body of one. "
          "What a format cannot hold is said on standard error, comment by comment.",
      .options = {{.name = "ATTEMPT",
                   .value = "",
                   .help = "an attempt of `seedfault attempts`, or a sample review as <exercise>/<name>; "
                           "without it, the attempt whose folder you are in"},
                  {.name = "--to",
                   .value = "FORMAT",
                   .help = "the format",
                   .count = Option::Count::required,
                   .choices = format_names()},
                  {.name = "-o,--output",
                   .value = "FILE",
                   .help = "write there instead of to standard output"},
                  {.name = "--with-key",
                   .value = "",
                   .help = "sarif only, and only after submission: the planted defects too, and what became "
                           "of each finding"}},
      .examples = {"seedfault export payments-webhook-1 --to github | gh api "
                   "repos/acme/payments/pulls/7/reviews --input -",
                   "seedfault export payments-webhook-1 --to sarif --with-key -o review.sarif"},
      .run = run_export};
}

}  // namespace runner::cli
