#include <fmt/format.h>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/calibration.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/clock.hpp"

namespace runner::cli {
namespace {

Result reveal(const Arguments& arguments, const Context& context) {
  const auto pack = session::reveal(context.house, {.pack = arguments.text("PACK"),
                                                    .by = person_in(arguments),
                                                    .when = session::now_utc(),
                                                    .without = arguments.values("--without"),
                                                    .reason = arguments.text("--reason")});
  if (!pack) return tl::make_unexpected(pack.error());
  return print(arguments.has("--json") ? report::pack_json(*pack, "")
                                       : report::pack_text(*pack, "", context.out));
}

Result tell(const Arguments& arguments, const Context& context) {
  context.progress("comparing");
  const auto found = session::calibration_report(context.house, arguments.text("PACK"));
  context.progress("");
  if (!found) return tl::make_unexpected(found.error());
  if (const auto by = arguments.value("--by"))
    if (auto noted = session::note_reading(context.house, found->pack.id, *by, session::now_utc()); !noted)
      return tl::make_unexpected(noted.error());
  const auto format =
      arguments.has("--json") ? std::string("json") : arguments.value("--format").value_or("text");
  if (format == "json") return print_or_write(arguments, report::calibration_json(*found));
  if (format == "html") return print_or_write(arguments, report::calibration_html(*found));
  return print_or_write(arguments, report::calibration_text(*found, context.out));
}

}  // namespace

Command calibrate_reveal_command() {
  return {.name = "calibrate reveal",
          .summary = "Show everybody's ratings, and the program's, to everybody at once",
          .description =
              "Refused until every rater has submitted. --without does not wait for somebody, with a reason "
              "that is kept.",
          .options = {pack_option,
                      {.name = "--without",
                       .value = "NAME",
                       .help = "a rater who is not waited for; may be repeated",
                       .count = Option::Count::any},
                      {.name = "--reason", .value = "TEXT", .help = "why not"},
                      by_option,
                      json_option},
          .examples = {"seedfault calibrate reveal autumn --by ana"},
          .run = reveal};
}

Command calibrate_report_command() {
  return {
      .name = "calibrate report",
      .summary = "How far the raters of a pack agree, and where they do not",
      .description =
          "Each rater against the panel (the middle of the others), the known levels and the program: raw "
          "agreement, Cohen's kappa, PABAK, AC1, linear and quadratic weighted kappa, Krippendorff's alpha, "
          "ICC, bias, spread and d', each with its 95% interval (bootstrap; jackknife below 20 ratings), or "
          "n/a where nothing varies. The items with most disagreement come first, comments side by side. "
          "With "
          "--by the reading is noted: it is what an observer does.",
      .options = {pack_option,
                  {.name = "--format",
                   .value = "FORMAT",
                   .help = "how to write it",
                   .count = Option::Count::optional,
                   .choices = {"text", "json", "html"}},
                  output_option,
                  {.name = "--by", .value = "NAME", .help = "who reads it; noted in the log"},
                  {.name = "--json", .value = "", .help = "the same as --format json"}},
      .examples = {"seedfault calibrate report autumn --format html -o autumn.html"},
      .run = tell};
}

}  // namespace runner::cli
