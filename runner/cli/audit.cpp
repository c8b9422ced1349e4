#include "runner/session/audit.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/cli/calibrate.hpp"
#include "runner/cli/rows.hpp"
#include "runner/report/decisions.hpp"
#include "runner/report/handout.hpp"
#include "runner/report/invitations.hpp"
#include "runner/session/decide.hpp"
#include "runner/session/handout.hpp"

namespace runner::cli {
namespace {

Result list(const Arguments& arguments, const Context& context) {
  const auto log = session::audit_log(context.house);
  if (!log) return tl::make_unexpected(log.error());
  return print(arguments.has("--json") ? report::audit_json(*log) : report::audit_text(*log, context.out));
}

Result decisions(const Arguments& arguments, const Context& context) {
  const auto found = session::journals(context.house);
  if (!found) return tl::make_unexpected(found.error());
  return print_or_write(arguments, arguments.has("--json") ? report::journals_json(*found)
                                                           : report::journals_text(*found, context.out));
}

Result handout(const Arguments& arguments, const Context& context) {
  const auto found = session::handout(context.house, arguments.text("ATTEMPT"));
  if (!found) return tl::make_unexpected(found.error());
  const report::Style plain{.colour = report::Colour::no, .width = context.out.width};
  const auto& style = arguments.value("--output") ? plain : context.out;
  return print_or_write(arguments, arguments.has("--json") ? report::handout_json(*found)
                                                           : report::handout_text(*found, style));
}

session::Checked<session::AuditHead> read_head(const Arguments& arguments) {
  const auto text = arguments.text("--head");
  session::AuditHead head;
  if (text.empty()) return head;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), head.number);
  const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || head.number < 1 || !rest.starts_with(':'))
    return session::faulty({"--head",
                            {},
                            fmt::format("\"{}\" is no head of the log", text),
                            "give what an earlier `seedfault audit verify` printed, as 57:3f8a…"});
  head.hash = rest.substr(1);
  return head;
}

Result verify(const Arguments& arguments, const Context& context) {
  const auto kept = read_head(arguments);
  if (!kept) return tl::make_unexpected(kept.error());
  const auto log = session::audit_log(context.house);
  if (!log) return tl::make_unexpected(log.error());
  const auto head = session::verify(*log, *kept);
  if (!head) return tl::make_unexpected(head.error());
  if (head->number == 0) return print("the log is empty\n");
  return print(fmt::format("{} {} hold together; head {}:{}\n", head->number,
                           head->number == 1 ? "entry" : "entries", head->number, head->hash));
}

}  // namespace

Command audit_command() {
  return {.name = "audit",
          .summary = "What was done, by whom, and when",
          .description =
              "Invitations, beginnings, submissions, decisions and changes. An entry names invitations and "
              "attempts by their ids and holds no name and no text that a person wrote.",
          .options = {json_option},
          .examples = {"seedfault audit"},
          .run = list};
}

Command audit_decisions_command() {
  return {.name = "audit decisions",
          .summary = "Every decision of a person on any score, with its reason: for an auditor",
          .description =
              "By attempt, oldest first: what was decided about which claim, by whom, when and why, what the "
              "program had said, and whether the decision stands, was overtaken or withdrawn. It holds no "
              "candidate's name; the claims are quoted in --json.",
          .options = {output_option, json_option},
          .examples = {"seedfault audit decisions", "seedfault audit decisions --json -o decisions.json"},
          .run = decisions};
}

Command audit_handout_command() {
  return {
      .name = "audit handout",
      .summary = "All that bears on one attempt's score, to hand to an auditor",
      .description =
          "Which exercise, version and seed; each score that was given, when, by which version, and what "
          "moved since the one before; who set each level: the program, a person, a panel; every decision "
          "with who, when, why and what the program had said; panels with who rated what; time factor and "
          "pauses; the entries of the audit log, and whether the whole log holds together. Without the "
          "candidate's name and without what a panel's raters said before it is revealed; decisions quote "
          "what the candidate wrote.",
      .options = {{.name = "ATTEMPT",
                   .value = "",
                   .help = "an attempt of `seedfault attempts`",
                   .count = Option::Count::required},
                  output_option,
                  json_option},
      .examples = {"seedfault audit handout payments-webhook-1",
                   "seedfault audit handout payments-webhook-1 --json -o handout.json"},
      .run = handout};
}

Command audit_verify_command() {
  return {.name = "audit verify",
          .summary = "Check that the audit log is as it was written",
          .description =
              "Every entry carries a hash of itself and of the one before it, so an entry that was changed, "
              "taken out or put in is found. An end that was cut off is found against a head that you kept "
              "elsewhere: keep the one that this command prints.",
          .options = {{.name = "--head",
                       .value = "N:HASH",
                       .help = "a head that an earlier run printed: that entry must still be there"}},
          .examples = {"seedfault audit verify", "seedfault audit verify --head 57:3f8a…"},
          .run = verify};
}

}  // namespace runner::cli
