#include <fmt/format.h>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/calibration.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/files.hpp"
#include "runner/session/sheet.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::faulty;

Checked<const session::PackReview*> review_named(const session::Pack& pack, const std::string& code) {
  if (code.empty() && pack.reviews.size() == 1) return &pack.reviews.front();
  if (const auto* found = review_of(pack, code)) return found;
  std::vector<std::string> codes;
  for (const auto& each : pack.reviews) codes.push_back(each.code);
  return faulty({"--review",
                 {},
                 code.empty() ? "is missing" : fmt::format("'{}' is no review of {}", code, pack.id),
                 fmt::format("its reviews are {}", fmt::join(codes, ", "))});
}

Checked<session::Sheet> sheet_in(const Arguments& arguments, const session::Pack& pack) {
  if (const auto file = arguments.value("--file")) {
    const auto text = *file == "-" ? session::read_input() : session::read_file(*file);
    if (!text) return tl::make_unexpected(text.error());
    return session::read_sheet(*file, *text, pack);
  }
  const bool says = arguments.has("--level") || arguments.has("--verdict") || arguments.has("--why");
  if (!says && arguments.has("--submit")) return session::Sheet{};
  if (!says)
    return faulty({"seedfault calibrate rate",
                   {},
                   "does not say what is rated",
                   "give --file, or --review with --level, --verdict and --why, or --submit"});
  const auto review = review_named(pack, arguments.text("--review"));
  if (!review) return tl::make_unexpected(review.error());
  auto rating = ratings_in(arguments.values("--level"), **review);
  if (!rating) return tl::make_unexpected(rating.error());
  if (const auto verdict = arguments.value("--verdict")) rating->verdict = review::band_named(*verdict);
  rating->why = arguments.text("--why");
  session::Sheet sheet;
  sheet[(*review)->code] = *std::move(rating);
  return sheet;
}

Result rate(const Arguments& arguments, const Context& context) {
  const auto by = person_in(arguments);
  const auto pack = session::find_pack(context.house, arguments.text("PACK"), by);
  if (!pack) return tl::make_unexpected(pack.error());
  auto sheet = sheet_in(arguments, *pack);
  if (!sheet) return tl::make_unexpected(sheet.error());
  const auto rated = session::rate(
      context.house, {.pack = pack->id,
                      .by = by,
                      .when = session::now_utc(),
                      .sheet = *std::move(sheet),
                      .submit = arguments.has("--submit") ? session::Submit::yes : session::Submit::no});
  if (!rated) return tl::make_unexpected(rated.error());
  return print(arguments.has("--json") ? report::pack_json(*rated, by)
                                       : report::pack_text(*rated, by, context.out));
}

Result write_sheet(const Arguments& arguments, const Context& context) {
  const auto by = person_in(arguments);
  const auto pack = session::find_pack(context.house, arguments.text("PACK"), by);
  if (!pack) return tl::make_unexpected(pack.error());
  if (arguments.has("--json")) return print(report::pack_json(*pack, by));
  return print_or_write(arguments, session::sheet_text(*pack, by));
}

Result show(const Arguments& arguments, const Context& context) {
  const auto pack = session::find_pack(context.house, arguments.text("PACK"), person_in(arguments));
  if (!pack) return tl::make_unexpected(pack.error());
  const auto review = review_named(*pack, arguments.text("--review"));
  if (!review) return tl::make_unexpected(review.error());
  const auto scored = report::read_blind(**review);
  if (!scored) return tl::make_unexpected(scored.error());
  if (arguments.has("--json")) return print_or_write(arguments, report::blind_json(*scored));
  if (arguments.text("--format") == "html") return print_or_write(arguments, report::blind_html(*scored));
  return print_or_write(arguments, report::blind_text(*scored, context.out));
}

Result join(const Arguments& arguments, const Context& context) {
  const auto joined =
      session::join(context.house, arguments.text("PACK"), person_in(arguments), session::now_utc());
  if (!joined) return tl::make_unexpected(joined.error());
  const auto pack = session::find_pack(context.house, joined->id, person_in(arguments));
  if (!pack) return tl::make_unexpected(pack.error());
  return print(arguments.has("--json") ? report::pack_json(*pack, person_in(arguments))
                                       : report::pack_text(*pack, person_in(arguments), context.out));
}

const Option review_option{.name = "--review", .value = "CODE", .help = "a review of the pack, by its bird"};

}  // namespace

Command calibrate_sheet_command() {
  return {.name = "calibrate sheet",
          .summary = "Write the file in which a rater fills in levels, verdicts and reasons",
          .description = "What you have rated so far is filled in. `calibrate rate --file` reads it back.",
          .options = {pack_option, by_option, output_option, json_option},
          .examples = {"seedfault calibrate sheet autumn --by ana -o autumn-ana.md"},
          .run = write_sheet};
}

Command calibrate_show_command() {
  return {.name = "calibrate show",
          .summary = "The change, the comments and the planted defects of one review, and nothing else",
          .description = "What the program made of the review, and what others did, stays hidden.",
          .options = {pack_option,
                      review_option,
                      {.name = "--format",
                       .value = "FORMAT",
                       .help = "how to write it",
                       .count = Option::Count::optional,
                       .choices = {"text", "html"}},
                      by_option,
                      output_option,
                      json_option},
          .examples = {"seedfault calibrate show autumn --review heron --format html -o heron.html"},
          .run = show};
}

Command calibrate_rate_command() {
  return {.name = "calibrate rate",
          .summary = "Rate the reviews of a pack, from a file or one by one",
          .description =
              "A level for each planted defect (0 missed, 1 located, 2 identified, 3 explained, 4 fixed), a "
              "verdict on the review, and why. Ratings can be changed until --submit, which needs all of "
              "them, and never after.",
          .options = {pack_option,
                      {.name = "--file", .value = "FILE", .help = "a filled-in sheet; - is standard input"},
                      review_option,
                      {.name = "--level",
                       .value = "DEFECT=LEVEL",
                       .help = "the level of one defect; may be repeated",
                       .count = Option::Count::any},
                      {.name = "--verdict",
                       .value = "VERDICT",
                       .help = "the review as a whole",
                       .count = Option::Count::optional,
                       .choices = {"strong", "meets", "mixed", "below"}},
                      {.name = "--why", .value = "TEXT", .help = "why, for the panel"},
                      {.name = "--submit", .value = "", .help = "final: nothing can be changed afterwards"},
                      by_option,
                      json_option},
          .examples = {"seedfault calibrate rate autumn --by ana --file autumn-ana.md --submit",
                       "seedfault calibrate rate autumn --by ana --review heron --level missing-timeout=3 "
                       "--verdict meets --why 'sees what hangs'"},
          .run = rate};
}

Command calibrate_join_command() {
  return {.name = "calibrate join",
          .summary = "Become a rater of a pack that was made without you",
          .description =
              "Who joins after the reveal is marked as late: compared with the panel, and no part of it.",
          .options = {pack_option, by_option, json_option},
          .examples = {"seedfault calibrate join autumn --by dee"},
          .run = join};
}

}  // namespace runner::cli
