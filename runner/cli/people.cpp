#include <fmt/format.h>

#include <charconv>

#include "runner/cli/rows.hpp"
#include "runner/report/subject.hpp"
#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/subject.hpp"

namespace runner::cli {
namespace {

const Option subject_option{.name = "SUBJECT",
                            .value = "",
                            .help = "a code name, or the id of an invitation or an attempt",
                            .count = Option::Count::required};

Result which(const Arguments&, const Context&) {
  return session::faulty(
      {"seedfault subject", {}, "does nothing by itself", "use `seedfault subject export SUBJECT`"});
}

Result run_export(const Arguments& arguments, const Context& context) {
  const auto held = session::held_about(context.house, arguments.text("SUBJECT"));
  if (!held) return tl::make_unexpected(held.error());
  return print(report::held_json(*held));
}

Result tell(const session::Checked<session::Erased>& erased, const Arguments& arguments) {
  if (!erased) return tl::make_unexpected(erased.error());
  return print(arguments.has("--json") ? report::erased_json(*erased) : report::erased_text(*erased));
}

Result run_erase(const Arguments& arguments, const Context& context) {
  return tell(session::erase(context.house, arguments.text("SUBJECT"), session::command_line), arguments);
}

session::Checked<int> days_in(const Arguments& arguments) {
  const auto text = arguments.text("--days");
  int days = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error == std::errc() && end == text.data() + text.size() && days >= 0 && days <= 36'500) return days;
  return session::faulty({"--days",
                          {},
                          fmt::format("\"{}\" is no number of days", text),
                          "use a whole number from 0 to 36500: 180 is half a year"});
}

Result run_retention(const Arguments& arguments, const Context& context) {
  const auto days = days_in(arguments);
  if (!days) return tl::make_unexpected(days.error());
  const auto overdue = session::overdue(context.house, *days, session::now_utc());
  if (!overdue) return tl::make_unexpected(overdue.error());
  if (arguments.has("--erase"))
    return tell(session::erase(context.house, *overdue, session::command_line), arguments);
  return print(arguments.has("--json") ? report::overdue_json(*overdue)
                                       : report::overdue_text(*overdue, context.out));
}

}  // namespace

Command subject_command() {
  return {.name = "subject",
          .summary = "What is held about a person",
          .description = "`seedfault erase` takes it away, `seedfault retention` after a term.",
          .options = {},
          .examples = {"seedfault subject export heron-12"},
          .run = which};
}

Command subject_export_command() {
  return {.name = "subject export",
          .summary = "All that is held about a person, as JSON",
          .description =
              "Invitations, attempts, comments, texts that are not finished, decisions. Not in it: which "
              "defects were planted and the scores' documents, which are the exercise's key.",
          .options = {subject_option},
          .examples = {"seedfault subject export heron-12"},
          .run = run_export};
}

Command erase_command() {
  return {
      .name = "erase",
      .summary = "Erase all that is held about a person",
      .description =
          "Comments, texts that are not finished, decisions, scores, the attempts, the names on their "
          "invitations; the links open nothing any more. The audit log stays whole: it holds ids only. It "
          "cannot be undone.",
      .options = {subject_option, json_option},
      .examples = {"seedfault erase heron-12", "seedfault erase i7"},
      .run = run_erase};
}

Command retention_command() {
  return {
      .name = "retention",
      .summary = "What ended long ago, and erasing it",
      .description =
          "Attempts that were submitted, or begun and left, and invitations that were never begun, so many "
          "days ago or more. Without --erase it only lists them. Run it daily with --erase from a timer.",
      .options = {{.name = "--days",
                   .value = "N",
                   .help = "how long it is kept: 180 is half a year",
                   .count = Option::Count::required},
                  {.name = "--erase", .value = "", .help = "erase them, as `seedfault erase` does"},
                  json_option},
      .examples = {"seedfault retention --days 180", "seedfault retention --days 180 --erase"},
      .run = run_retention};
}

}  // namespace runner::cli
