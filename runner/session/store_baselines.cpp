// Baselines in the store: tables of their own, which nothing about people's attempts reads.
#include <fmt/format.h>

#include "runner/session/record.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

std::string numbered_places(std::size_t count) {
  std::string places;
  for (std::size_t i = 1; i <= count; ++i) places += fmt::format("{}?{}", i == 1 ? "" : ",", i);
  return places;
}

}  // namespace

Checked<std::vector<Attempt>> Store::baselines(std::string_view exercise) {
  auto rows = database_.run(
      "SELECT exercise, name, exercise_version, exercise_digest, tool_version, planted, verdict, added_at,"
      " (SELECT COUNT(*) FROM baseline_comments AS said WHERE said.exercise = baselines.exercise"
      " AND said.name = baselines.name) FROM baselines WHERE ?1 = '' OR exercise = ?1 ORDER BY exercise, "
      "name",
      {std::string(exercise)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<Attempt> result;
  for (const auto& row : *rows) result.push_back(baseline_of(row));
  return result;
}

Checked<std::vector<review::Comment>> Store::baseline_comments(const Attempt& baseline) {
  auto rows = database_.run(
      fmt::format("SELECT {} FROM baseline_comments WHERE exercise=?1 AND name=?2 ORDER BY number",
                  comment_columns),
      {baseline.exercise, baseline.candidate});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<review::Comment> result;
  for (const auto& row : *rows) result.push_back(comment_of(row));
  return result;
}

Checked<std::monostate> Store::add_baseline(const Attempt& baseline,
                                            const std::vector<review::Comment>& comments) {
  const auto row = baseline_row(baseline);
  if (auto added =
          database_.run(fmt::format("INSERT INTO baselines VALUES ({})", numbered_places(row.size())), row);
      !added)
    return tl::make_unexpected(added.error());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    auto values = to_row(comments[i]);
    values.insert(values.begin(), {baseline.exercise, baseline.candidate, static_cast<std::int64_t>(i + 1)});
    const auto sql = fmt::format("INSERT INTO baseline_comments (exercise, name, number, {}) VALUES ({})",
                                 comment_columns, numbered_places(values.size()));
    if (auto added = database_.run(sql, values); !added) return tl::make_unexpected(added.error());
  }
  return std::monostate{};
}

Checked<std::monostate> Store::remove_baseline(const Attempt& baseline) {
  for (const auto* table : {"baseline_comments", "baselines"})
    if (auto removed = database_.run(fmt::format("DELETE FROM {} WHERE exercise=?1 AND name=?2", table),
                                     {baseline.exercise, baseline.candidate});
        !removed)
      return tl::make_unexpected(removed.error());
  return std::monostate{};
}

}  // namespace runner::session
