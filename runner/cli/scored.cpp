#include "runner/cli/scored.hpp"

#include <fmt/format.h>

#include "runner/report/score_json.hpp"
#include "runner/report/score_read.hpp"
#include "runner/session/baseline.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/recorded.hpp"
#include "runner/session/score.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::Scored;

// What became different since the score before this one, for whoever was told that one.
std::optional<std::string> since(const session::ScoreRecord& before, const Scored& now) {
  const auto earlier = report::read_score(before.document);
  if (!earlier) return std::nullopt;
  std::string moved;
  for (const auto& result : now.assessment.defects)
    for (const auto& old : earlier->assessment.defects)
      if (old.defect == result.defect && old.level != result.level)
        moved += fmt::format("{}{} from {} to {}", moved.empty() ? "" : ", ", result.defect,
                             to_string(old.level), to_string(result.level));
  return fmt::format(
      "Score {} of this attempt, by seedfault {} on {}, was {:.1f}; {} (`--record {}` shows it).",
      before.number, before.tool_version, before.made_at.substr(0, 10), earlier->card.score,
      moved.empty() ? "no level has changed since" : "since then: " + moved, before.number);
}

// A baseline "<tool>@<exercise>" or a sample review "<exercise>/<sample>": nobody's, scored afresh each time.
std::optional<Checked<Scored>> score_of_other(const Context& context, const std::string& name) {
  if (name.find('@') != std::string::npos) {
    const auto baseline = session::find_baseline(context.house, name);
    if (!baseline) return tl::make_unexpected(baseline.error());
    return session::score_baseline(context.house, *baseline);
  }
  if (const auto slash = name.find('/'); slash != std::string::npos)
    return session::score_sample(context.house, name.substr(0, slash), name.substr(slash + 1));
  return std::nullopt;
}

Checked<Reported> of_record(const Context& context, const session::Attempt& attempt,
                            const session::ScoreRecord& record) {
  auto scored = report::read_score(record.document);
  if (!scored) return tl::make_unexpected(scored.error());
  if (record.number > 1)
    if (const auto before = session::score_record(context.house, attempt, record.number - 1))
      if (auto note = since(*before, *scored)) scored->notes.push_back(*std::move(note));
  return Reported{.scored = *std::move(scored), .document = record.document};
}

}  // namespace

Checked<Reported> reported(const Context& context, const std::string& name, const ScoreChoice& choice) {
  if (auto other = score_of_other(context, name)) {
    if (!*other) return tl::make_unexpected(other->error());
    auto document = report::score_json(**other);
    return Reported{.scored = **std::move(other), .document = std::move(document)};
  }
  const auto attempt = session::find_attempt(context.house, name, context.here);
  if (!attempt) return tl::make_unexpected(attempt.error());
  if (choice.record) {
    const auto record = session::score_record(context.house, *attempt, *choice.record);
    if (!record) return tl::make_unexpected(record.error());
    return of_record(context, *attempt, *record);
  }
  auto standing = session::standing_score(context.house, *attempt);
  if (!standing) return tl::make_unexpected(standing.error());
  if (*standing && !choice.again) return of_record(context, *attempt, **standing);
  auto scored = session::score(context.house, *attempt);
  if (!scored) return tl::make_unexpected(scored.error());
  auto document = report::score_json(*scored);
  if (attempt->state == session::AttemptState::open || !choice.keep)
    return Reported{.scored = *std::move(scored), .document = std::move(document)};
  const auto record = session::keep_score(context.house, *scored, document);
  if (!record) return tl::make_unexpected(record.error());
  return of_record(context, *attempt, *record);
}

Checked<Scored> scored_named(const Context& context, const std::string& name) {
  auto found = reported(context, name, {});
  if (!found) return tl::make_unexpected(found.error());
  return std::move(found->scored);
}

}  // namespace runner::cli
