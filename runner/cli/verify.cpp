#include "runner/session/verify.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/cli/rows.hpp"
#include "runner/cli/weak.hpp"
#include "runner/report/printable.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"
#include "runner/session/foreign_patch.hpp"
#include "runner/session/record.hpp"
#include "runner/session/verify_patch.hpp"

namespace runner::cli {
namespace {

using Json = nlohmann::ordered_json;

// A proof's detail holds what the program under test said: any bytes.
std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// "failed: proof: …", and the tier where a wall is missing.
template <typename Trial>
std::string ending_of(const Trial& trial) {
  const bool lacking = trial.tier == "weak" || trial.tier == "no-proc";
  return fmt::format("{}{}{}{}", session::to_string(trial.verdict),
                     lacking ? fmt::format(" ({} sandbox)", trial.tier) : "",
                     trial.detail.empty() ? "" : ": ", report::printable(trial.detail));
}

template <typename Trial>
Json with_ending(Json json, const Trial& trial) {
  json.update({{"defect", trial.defect},
               {"verdict", session::to_string(trial.verdict)},
               {"detail", trial.detail},
               {"tier", trial.tier}});
  return json;
}

std::string notes_of(const std::vector<std::string>& notes) {
  std::string said;
  for (const auto& note : notes) said += fmt::format("note: {}\n", note);
  return said;
}

std::string text_of(const session::Attempt& attempt, const session::Verified& verified) {
  std::string said;
  for (const auto& trial : verified.trials)
    said += fmt::format("{} against {}: {}\n", trial.comment, trial.defect, ending_of(trial));
  said += notes_of(verified.notes);
  return said.empty() ? fmt::format("{}: no suggestion to verify\n", attempt.id) : said;
}

std::string json_of(const session::Attempt& attempt, const session::Verified& verified) {
  auto trials = Json::array();
  for (const auto& trial : verified.trials)
    trials.push_back(with_ending(Json{{"comment", trial.comment}, {"suggestion", trial.suggestion}}, trial));
  return dumped({{"schema", "seedfault.verify/1"},
                 {"attempt", attempt.id},
                 {"trials", std::move(trials)},
                 {"notes", verified.notes}});
}

std::string text_of(const session::PatchOrder& order, const session::VerifiedPatch& verified) {
  std::string said;
  for (const auto& trial : verified.trials)
    said += fmt::format("{} against {}: {}\n", order.name, trial.defect, ending_of(trial));
  if (!verified.set_aside.empty())
    said +=
        fmt::format("note: its changes of {} are left out: the exercise's own tests judge it as they are\n",
                    fmt::join(verified.set_aside, ", "));
  return said + notes_of(verified.notes);
}

std::string json_of(const session::Attempt& attempt, const session::PatchOrder& order,
                    const session::VerifiedPatch& verified) {
  auto trials = Json::array();
  for (const auto& trial : verified.trials) trials.push_back(with_ending(Json::object(), trial));
  return dumped({{"schema", "seedfault.verify/1"},
                 {"attempt", attempt.id},
                 {"patch",
                  {{"name", order.name},
                   {"sha256", verified.digest},
                   {"files", verified.files},
                   {"set_aside", verified.set_aside}}},
                 {"trials", std::move(trials)},
                 {"notes", verified.notes}});
}

Result run_patch(const Arguments& arguments, const Context& context, const session::Attempt& attempt) {
  const auto file = arguments.text("--patch");
  auto text = file == "-" ? session::read_input(session::largest_patch)
                          : session::read_file(context.here / file, session::largest_patch);
  if (!text) return tl::make_unexpected(text.error());
  const session::PatchOrder order{
      .name = file == "-" ? "standard input" : std::filesystem::path(file).filename().string(),
      .text = *std::move(text),
      .defects = arguments.values("--defect")};
  const auto verified =
      session::verify_patch(context.house, attempt, order, context.progress, weak_allowed(arguments));
  context.progress("");
  if (!verified) return tl::make_unexpected(verified.error());
  return print(arguments.has("--json") ? json_of(attempt, order, *verified) : text_of(order, *verified));
}

Result run_verify(const Arguments& arguments, const Context& context) {
  const bool patch = arguments.has("--patch");
  if (arguments.has("--defect") && !patch)
    return session::faulty({"--defect",
                            {},
                            "says what a patch claims to fix, and there is no --patch",
                            "leave it out: a suggestion is tried against the defects near it"});
  const auto attempt = session::find_attempt(context.house, arguments.text("ATTEMPT"), context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  if (patch) return run_patch(arguments, context, *attempt);
  const auto verified = session::verify(context.house, *attempt, context.progress, weak_allowed(arguments));
  context.progress("");
  if (!verified) return tl::make_unexpected(verified.error());
  return print(arguments.has("--json") ? json_of(*attempt, *verified) : text_of(*attempt, *verified));
}

}  // namespace

Command verify_command() {
  return {
      .name = "verify",
      .summary = "Run the proofs on the fixes that a candidate suggested, in the sandbox",
      .description =
          "Each ```suggestion is applied in memory to the code as the candidate saw it; the proof of the "
          "defect that it touches and the exercise's own tests then run on that tree. `seedfault score` "
          "reads "
          "what was found.\n\n"
          "With --patch, the same for a patch that was given beside the review, as `git diff` writes it: the "
          "proofs of the defects that it claims to fix (--defect), or of each that was planted. Its paths "
          "stay "
          "within the tree; links, binary files and more than 1 MiB are refused. What it changes in the "
          "exercise's own tests is left out: they judge it as they are. What was found is kept and named in "
          "the "
          "score's notes, where it counts nothing by itself.",
      .options = {{.name = "ATTEMPT",
                   .value = "",
                   .help = "an attempt of `seedfault attempts`",
                   .count = Option::Count::required},
                  {.name = "--patch",
                   .value = "FILE",
                   .help = "a patch in place of the suggestions; - is standard input"},
                  {.name = "--defect",
                   .value = "ID",
                   .help = "a defect that the patch claims to fix",
                   .count = Option::Count::any},
                  weak_option,
                  json_option},
      .examples =
          {"seedfault verify payments-webhook-1",
           "seedfault verify payments-webhook-1 --patch fix.patch --defect orders-call-without-timeout"},
      .run = run_verify};
}

}  // namespace runner::cli
