// The journals of the store: rows are added and read, and nothing here changes or removes one.
#include <fmt/format.h>

#include "runner/session/record.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

Checked<int> Store::add_numbered(std::string_view table, std::string_view attempt, Row values) {
  auto next =
      database_.run(fmt::format("SELECT COALESCE(MAX(number), 0) + 1 FROM {} WHERE attempt=?1", table),
                    {std::string(attempt)});
  if (!next) return tl::make_unexpected(next.error());
  const auto number = integer_of((*next)[0][0]);
  values.insert(values.begin(), {std::string(attempt), number});
  std::string places;
  for (std::size_t i = 0; i < values.size(); ++i) places += fmt::format("{}?{}", i == 0 ? "" : ",", i + 1);
  if (auto added = database_.run(fmt::format("INSERT INTO {} VALUES ({})", table, places), values); !added)
    return tl::make_unexpected(added.error());
  return static_cast<int>(number);
}

Checked<int> Store::add(std::string_view attempt, const review::Decision& decision) {
  return add_numbered("decisions", attempt, to_row(decision));
}

Checked<std::vector<review::Decision>> Store::decisions(std::string_view attempt) {
  auto rows = database_.run(
      "SELECT number, comment, ordinal, claim, defect, kind, level, fate, reason, made_by, made_at,"
      " tool_version, program_score, program_level, program_fate FROM decisions WHERE attempt=?1"
      " ORDER BY number",
      {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<review::Decision> result;
  for (const auto& row : *rows) result.push_back(decision_of(row));
  return result;
}

Checked<int> Store::add(std::string_view attempt, const PatchTrial& trial) {
  return add_numbered("patch_trials", attempt, to_row(trial));
}

Checked<std::vector<PatchTrial>> Store::patch_trials(std::string_view attempt) {
  auto rows = database_.run(
      "SELECT patch, digest, defect, verdict, detail, tier, made_at FROM patch_trials WHERE attempt=?1"
      " ORDER BY number",
      {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<PatchTrial> result;
  for (const auto& row : *rows) result.push_back(patch_trial_of(row));
  return result;
}

Checked<int> Store::add(std::string_view attempt, const ScoreRecord& score) {
  return add_numbered("scores", attempt, {score.made_at, score.tool_version, score.inputs, score.document});
}

Checked<std::vector<ScoreRecord>> Store::scores(std::string_view attempt) {
  auto rows = database_.run(
      "SELECT number, made_at, tool_version, inputs, document FROM scores WHERE attempt=?1 ORDER BY number",
      {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<ScoreRecord> result;
  for (const auto& row : *rows)
    result.push_back({.number = static_cast<int>(integer_of(row[0])),
                      .made_at = text_of(row[1]),
                      .tool_version = text_of(row[2]),
                      .inputs = text_of(row[3]),
                      .document = text_of(row[4])});
  return result;
}

}  // namespace runner::session
