#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "runner/cli/review_walk.hpp"
#include "runner/cli/rows.hpp"
#include "runner/cli/terminal.hpp"
#include "runner/report/decisions.hpp"
#include "runner/report/queue_text.hpp"
#include "runner/session/decide.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {
namespace {

using review::DecisionKind;
using session::Checked;
using session::DecisionRequest;
using session::faulty;

// Who sits at the keyboard, unless --by says otherwise.
std::string name_of_person(const Arguments& arguments) {
  if (const auto by = arguments.value("--by")) return *by;
  for (const char* variable : {"USER", "LOGNAME"})
    if (const auto name = environment_variable(variable); name && !name->empty()) return *name;
  return {};
}

Checked<review::Level> level_in(const std::string& text) {
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '4') return static_cast<review::Level>(text[0] - '0');
  if (const auto level = review::level_named(text)) return *level;
  return faulty({"--level",
                 {},
                 fmt::format("'{}' is no level", text),
                 "use 0 missed, 1 located, 2 identified, 3 explained or 4 fixed"});
}

Checked<DecisionRequest> request_in(const Arguments& arguments) {
  DecisionRequest request{
      .target = arguments.has("--pair") ? arguments.text("--pair") : arguments.text("--claim"),
      .reason = arguments.text("--reason"),
      .by = name_of_person(arguments)};
  const auto verbs = {"--accept", "--reject", "--level", "--count-as", "--withdraw"};
  const auto given =
      std::count_if(verbs.begin(), verbs.end(), [&](const auto* verb) { return arguments.has(verb); });
  const bool one_target = arguments.has("--pair") != arguments.has("--claim");
  if (given != 1 || !one_target)
    return faulty({"seedfault review",
                   {},
                   !one_target  ? "needs one of --pair and --claim to decide about"
                   : given == 0 ? "does not say what is decided"
                                : "says more than one thing at once",
                   "give a pair with one of --accept, --reject, --level and --withdraw, or a claim with "
                   "--count-as or --withdraw"});
  if (arguments.has("--reject")) request.kind = DecisionKind::reject;
  if (arguments.has("--withdraw")) request.kind = DecisionKind::withdraw;
  if (const auto fate = arguments.value("--count-as")) {
    request.kind = DecisionKind::count_as;
    request.fate = *fate == "noise"     ? review::Fate::noise
                   : *fate == "neutral" ? review::Fate::neutral
                                        : review::Fate::valid_extra;
  }
  if (const auto text = arguments.value("--level")) {
    const auto level = level_in(*text);
    if (!level) return tl::make_unexpected(level.error());
    request.kind = *level == review::Level::missed ? DecisionKind::reject : DecisionKind::set;
    request.level = *level;
  }
  return request;
}

Result decide_one(const Arguments& arguments, const Context& context, const session::Scored& scored) {
  const auto request = request_in(arguments);
  if (!request) return tl::make_unexpected(request.error());
  const auto decision = session::decide(context.house, scored, *request);
  if (!decision) return tl::make_unexpected(decision.error());
  const auto after = session::score(context.house, scored.attempt);
  if (!after) return tl::make_unexpected(after.error());
  if (arguments.has("--json")) return print(report::queue_json(*after));
  return print(fmt::format("{}: decision {}: {}\n{}", scored.attempt.id, decision->number,
                           report::deed(*decision), moved(scored, *after)));
}

bool decides(const Arguments& arguments) {
  for (const auto* option :
       {"--pair", "--claim", "--accept", "--reject", "--level", "--count-as", "--withdraw"})
    if (arguments.has(option)) return true;
  return false;
}

Result run_review(const Arguments& arguments, const Context& context) {
  const auto name = arguments.text("ATTEMPT");
  if (name.find('/') != std::string::npos)
    return faulty(
        {name, {}, "is a sample review of the bank", "decide about attempts: `seedfault attempts`"});
  auto scored = scored_named(context, name);
  if (!scored) return tl::make_unexpected(scored.error());
  if (decides(arguments)) return decide_one(arguments, context, *scored);
  if (arguments.has("--json")) return print(report::queue_json(*scored));
  const bool open = scored->attempt.state == session::AttemptState::open;
  if (open || ::isatty(STDIN_FILENO) != 1 || ::isatty(STDOUT_FILENO) != 1)
    return print(report::queue_text(*scored, context.out));
  return walk_queue(context, *std::move(scored), name_of_person(arguments));
}

}  // namespace

Command review_command() {
  return {
      .name = "review",
      .summary = "Decide the close calls of a score, or overrule any match",
      .description =
          "On a terminal: one close call after the other, with the comment, the code, the defect and the "
          "evidence; keys accept it, reject it or set its level, each with a reason. Then the findings that "
          "nobody planned: right, wrong or neutral. Elsewhere: the list.\n\n"
          "Any pair may be decided, queued or not: CLAIM:DEFECT, where c3.1 is the first claim of comment c3 "
          "(`seedfault explain --json` and `seedfault score --json` name them). A claim that is credited "
          "with "
          "nothing can be counted as a valid extra, as noise or as neutral.\n\n"
          "Decisions are kept with who, when, why and what the program had said; they are never changed or "
          "removed, and one is taken back by a further one (--withdraw). Every report names them.",
      .options =
          {{.name = "ATTEMPT",
            .value = "",
            .help = "an attempt of `seedfault attempts`; without it, the attempt whose folder you are in"},
           {.name = "--pair", .value = "ID", .help = "decide about this pair: c3.1:missing-index"},
           {.name = "--accept", .value = "", .help = "it is about the defect, at the level its words earn"},
           {.name = "--reject", .value = "", .help = "it is not about the defect"},
           {.name = "--level",
            .value = "LEVEL",
            .help = "it is about the defect at this level: 1 located, 2 identified, 3 explained, 4 fixed; "
                    "0 is --reject"},
           {.name = "--claim", .value = "ID", .help = "decide about this claim: c3.1"},
           {.name = "--count-as",
            .value = "FATE",
            .help = "what the claim is",
            .choices = {"valid-extra", "noise", "neutral"}},
           {.name = "--withdraw", .value = "", .help = "take the decision about it back"},
           {.name = "--reason", .value = "TEXT", .help = "why, in a sentence; the candidate may ask"},
           {.name = "--by", .value = "NAME", .help = "who decides; without it, the user's name"},
           json_option},
      .examples = {"seedfault review payments-webhook-1",
                   "seedfault review payments-webhook-1 --pair c3.1:gateway-call-without-timeout --level 3 "
                   "--reason \"says that workers pile up\" --by ana"},
      .run = run_review};
}

}  // namespace runner::cli
