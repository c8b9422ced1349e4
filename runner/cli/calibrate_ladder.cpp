#include <fmt/format.h>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/calibration.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/clock.hpp"

namespace runner::cli {
namespace {

Result told(const Arguments& arguments, const Context& context,
            const std::vector<session::Interviewer>& people) {
  const auto policy = session::ladder_policy(context.house);
  if (!policy) return tl::make_unexpected(policy.error());
  return print(arguments.has("--json") ? report::ladder_json(people, *policy)
                                       : report::ladder_text(people, *policy, context.out));
}

Result ladder(const Arguments& arguments, const Context& context) {
  const auto people = session::interviewers(context.house, session::now_utc());
  if (!people) return tl::make_unexpected(people.error());
  return told(arguments, context, *people);
}

session::StepRequest step_in(const Arguments& arguments) {
  return {.name = arguments.text("NAME"),
          .by = person_in(arguments),
          .when = session::now_utc(),
          .reason = arguments.text("--reason")};
}

Result promote(const Arguments& arguments, const Context& context) {
  const auto person = session::promote(context.house, step_in(arguments));
  if (!person) return tl::make_unexpected(person.error());
  return told(arguments, context, {*person});
}

Result enrol(const Arguments& arguments, const Context& context) {
  const auto rung = measure::rung_named(arguments.text("--rung"));
  const auto person =
      session::enrol(context.house, step_in(arguments), rung.value_or(measure::Rung::observer));
  if (!person) return tl::make_unexpected(person.error());
  return told(arguments, context, {*person});
}

Result audit(const Arguments& arguments, const Context& context) {
  const auto log = session::calibration_log(context.house);
  if (!log) return tl::make_unexpected(log.error());
  return print(arguments.has("--json") ? report::log_json(*log) : report::log_text(*log, context.out));
}

const Option name_option{
    .name = "NAME", .value = "", .help = "an interviewer", .count = Option::Count::required};

}  // namespace

Command calibrate_ladder_command() {
  return {
      .name = "calibrate ladder",
      .summary = "Who observes, shadows, leads under an expert's eye, and judges alone",
      .description =
          "By rung: observer, shadow, reverse-shadow, certified, lapsed; with what is still needed for the "
          "next. A certificate lapses after six months without a pack at the bar, or with two failed "
          "anchors; a lapse is entered into the log here. A team's own thresholds stand in "
          "ladder.toml beside the store (docs/calibration.md).",
      .options = {json_option},
      .examples = {"seedfault calibrate ladder"},
      .run = ladder};
}

Command calibrate_promote_command() {
  return {.name = "calibrate promote",
          .summary = "Put an interviewer onto the next rung, when its bar is met",
          .description = "Refused, with what is still needed, when it is not.",
          .options = {name_option,
                      {.name = "--reason", .value = "TEXT", .help = "what else spoke for it"},
                      by_option,
                      json_option},
          .examples = {"seedfault calibrate promote dee --by ana"},
          .run = promote};
}

Command calibrate_enrol_command() {
  return {.name = "calibrate enrol",
          .summary = "Put somebody onto a rung without a bar: a team's first experts",
          .description = "The log says that the rung was given and not earned, by whom and why.",
          .options = {name_option,
                      {.name = "--rung",
                       .value = "RUNG",
                       .help = "which",
                       .count = Option::Count::required,
                       .choices = {"observer", "shadow", "reverse-shadow", "certified"}},
                      {.name = "--reason", .value = "TEXT", .help = "why", .count = Option::Count::required},
                      by_option,
                      json_option},
          .examples = {"seedfault calibrate enrol ana --rung certified --reason 'founding panel' --by ben"},
          .run = enrol};
}

Command calibrate_log_command() {
  return {.name = "calibrate log",
          .summary = "The log: every pack, submission, reveal, decision and rung",
          .description =
              "Entries are only added. Each holds a digest of itself and the one before it; one that was "
              "changed by hand is named.",
          .options = {json_option},
          .examples = {"seedfault calibrate log --json"},
          .run = audit};
}

}  // namespace runner::cli
