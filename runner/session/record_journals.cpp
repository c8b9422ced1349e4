// Trials and decisions as rows of the store, and back.
#include <fmt/format.h>

#include <charconv>

#include "runner/session/record.hpp"

namespace runner::session {
namespace {

double share_of(const std::string& text) {
  double share = 0;
  std::from_chars(text.data(), text.data() + text.size(), share);
  return share;
}

}  // namespace

Row to_row(const StoredTrial& trial) {
  return {trial.comment, static_cast<std::int64_t>(trial.suggestion),
          trial.defect,  std::string(to_string(trial.verdict)),
          trial.detail,  trial.tier};
}

Row to_row(const PatchTrial& trial) {
  return {trial.patch,  trial.digest, trial.defect, std::string(to_string(trial.verdict)),
          trial.detail, trial.tier,   trial.made_at};
}

Row to_row(const review::Decision& decision) {
  return {decision.comment,
          static_cast<std::int64_t>(decision.ordinal),
          decision.claim,
          decision.defect,
          std::string(to_string(decision.kind)),
          std::string(to_string(decision.level)),
          std::string(to_string(decision.fate)),
          decision.reason,
          decision.by,
          decision.when,
          decision.tool_version,
          fmt::format("{:.6f}", decision.program_score),
          std::string(to_string(decision.program_level)),
          std::string(to_string(decision.program_fate))};
}

review::Decision decision_of(const Row& row) {
  return {.number = static_cast<int>(integer_of(row[0])),
          .comment = text_of(row[1]),
          .ordinal = static_cast<std::size_t>(integer_of(row[2])),
          .claim = text_of(row[3]),
          .defect = text_of(row[4]),
          .kind = review::decision_kind_named(text_of(row[5])).value_or(review::DecisionKind::withdraw),
          .level = review::level_named(text_of(row[6])).value_or(review::Level::missed),
          .fate = review::fate_named(text_of(row[7])).value_or(review::Fate::neutral),
          .reason = text_of(row[8]),
          .by = text_of(row[9]),
          .when = text_of(row[10]),
          .tool_version = text_of(row[11]),
          .program_score = share_of(text_of(row[12])),
          .program_level = review::level_named(text_of(row[13])).value_or(review::Level::missed),
          .program_fate = review::fate_named(text_of(row[14])).value_or(review::Fate::neutral)};
}

}  // namespace runner::session
