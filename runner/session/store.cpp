#include "runner/session/store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"
#include "runner/session/record.hpp"
#include "runner/session/schema.hpp"

namespace runner::session {
namespace {

Checked<std::monostate> done(Checked<std::vector<Row>> rows) {
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return std::monostate{};
}

// PRAGMA user_version counts the steps that this file has taken.
Checked<std::monostate> migrate(Database& database) {
  const auto first = first_schema_steps();
  const auto later = later_schema_steps();
  const auto known = static_cast<std::int64_t>(first.size() + later.size());
  auto rows = database.run("PRAGMA user_version");
  if (!rows) return tl::make_unexpected(rows.error());
  if (integer_of((*rows)[0][0]) == known) return std::monostate{};
  auto transaction = Transaction::begin(database);  // then ask again: another process may have been quicker
  if (!transaction) return tl::make_unexpected(transaction.error());
  rows = database.run("PRAGMA user_version");
  if (!rows) return tl::make_unexpected(rows.error());
  const auto taken = integer_of((*rows)[0][0]);
  if (taken > known)
    return faulty({database.file().string(),
                   {},
                   fmt::format("written by a newer seedfault (schema {}, this one knows {})", taken, known),
                   "update seedfault, or set XDG_DATA_HOME to another folder"});
  for (auto step = static_cast<std::size_t>(taken); step < first.size() + later.size(); ++step)
    if (auto made = database.run(step < first.size() ? first[step] : later[step - first.size()]); !made)
      return tl::make_unexpected(made.error());
  if (auto counted = database.run(fmt::format("PRAGMA user_version={}", known)); !counted)
    return tl::make_unexpected(counted.error());
  return transaction->commit();
}

}  // namespace

Checked<Store> Store::open(const House& house) {
  auto database = Database::open(house.store / "attempts.sqlite", Access::read_write);
  if (!database) return tl::make_unexpected(database.error());
  if (auto migrated = migrate(*database); !migrated) return tl::make_unexpected(migrated.error());
  return Store(*std::move(database));
}

Checked<std::string> Store::next_id(std::string_view exercise) {
  auto rows = database_.run(
      "SELECT COALESCE(MAX(number), 0) + 1 FROM (SELECT MAX(number) AS number FROM attempts UNION ALL"
      " SELECT number FROM erased_numbers WHERE name='attempts') AS given");
  if (!rows) return tl::make_unexpected(rows.error());
  return fmt::format("{}-{}", exercise, integer_of((*rows)[0][0]));
}

Checked<std::monostate> Store::add(const Attempt& attempt) {
  return done(database_.run(
      "INSERT INTO attempts VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM (SELECT MAX(number) "
      "AS number FROM attempts UNION"
      " ALL SELECT number FROM erased_numbers WHERE name='attempts') AS given),"
      "?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
      to_row(attempt)));
}

Checked<std::monostate> Store::submit(std::string_view id, review::Verdict verdict, std::string_view when) {
  auto marked =
      done(database_.run("UPDATE attempts SET state='submitted', verdict=?2, submitted_at=?3 WHERE id=?1",
                         {std::string(id), std::string(to_string(verdict)), std::string(when)}));
  if (!marked) return marked;
  auto unfinished = done(database_.run("DELETE FROM unfinished WHERE attempt=?1", {std::string(id)}));
  if (!unfinished) return unfinished;
  return done(database_.run("UPDATE comments SET state='submitted' WHERE attempt=?1", {std::string(id)}));
}

namespace {
constexpr std::string_view select_attempts =
    "SELECT id, exercise, exercise_version, exercise_digest, tool_version, seed, planted, candidate, folder,"
    " base_commit, change_commit, state, verdict, started_at, submitted_at,"
    " (SELECT COUNT(*) FROM comments WHERE comments.attempt = attempts.id) FROM attempts ";
}

Checked<std::vector<Attempt>> Store::attempts() {
  auto rows = database_.run(fmt::format("{} ORDER BY number", select_attempts));
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<Attempt> result;
  for (const auto& row : *rows) result.push_back(attempt_of(row));
  return result;
}

Checked<Attempt> Store::attempt(std::string_view id) {
  auto rows = database_.run(fmt::format("{} WHERE id=?1", select_attempts), {std::string(id)});
  if (!rows) return tl::make_unexpected(rows.error());
  if (!rows->empty()) return attempt_of((*rows)[0]);
  auto all = attempts();
  if (!all) return tl::make_unexpected(all.error());
  std::vector<std::string> ids;
  for (const auto& attempt : *all) ids.push_back(attempt.id);
  const auto meant = detectors::source::did_you_mean(id, ids);
  return faulty({std::string(id),
                 {},
                 "no such attempt",
                 meant ? *meant + " `seedfault attempts` shows them all"
                       : "`seedfault attempts` shows them all, `seedfault start` makes one"});
}

Checked<std::vector<review::Comment>> Store::comments(std::string_view attempt) {
  auto rows =
      database_.run(fmt::format("SELECT {} FROM comments WHERE attempt=?1 ORDER BY number", comment_columns),
                    {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<review::Comment> result;
  for (const auto& row : *rows) result.push_back(comment_of(row));
  return result;
}

Checked<std::string> Store::next_comment_id(std::string_view attempt) {
  auto rows = database_.run("SELECT COALESCE(MAX(number), 0) + 1 FROM comments WHERE attempt=?1",
                            {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  return fmt::format("c{}", integer_of((*rows)[0][0]));
}

Checked<std::monostate> Store::put(std::string_view attempt, const review::Comment& comment) {
  auto values = to_row(comment);
  values.insert(values.begin(), std::string(attempt));
  return done(database_.run(
      fmt::format(
          "INSERT INTO comments (attempt, number, {}) VALUES (?1,"
          " (SELECT COALESCE(MAX(number), 0) + 1 FROM comments WHERE attempt=?1),"
          " ?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)"
          " ON CONFLICT (attempt, id) DO UPDATE SET body=excluded.body, severity=excluded.severity,"
          " suggestions=excluded.suggestions, first_line=excluded.first_line, last_line=excluded.last_line,"
          " path=excluded.path, scope=excluded.scope, state=excluded.state, reply_to=excluded.reply_to,"
          " anchor=excluded.anchor, raw=excluded.raw, more=excluded.more",
          comment_columns),
      values));
}

Checked<std::monostate> Store::set_reply(std::string_view attempt, std::string_view comment,
                                         std::string_view answers) {
  return done(database_.run("UPDATE comments SET reply_to=?3 WHERE attempt=?1 AND id=?2",
                            {std::string(attempt), std::string(comment), std::string(answers)}));
}

Checked<std::monostate> Store::remove(std::string_view attempt, std::string_view comment) {
  return done(database_.run("DELETE FROM comments WHERE attempt=?1 AND id=?2",
                            {std::string(attempt), std::string(comment)}));
}

Checked<std::vector<StoredTrial>> Store::trials(std::string_view attempt) {
  auto rows = database_.run(
      "SELECT comment, suggestion, defect, verdict, detail, tier FROM trials WHERE attempt=?1 ORDER BY "
      "comment, "
      "suggestion, defect",
      {std::string(attempt)});
  if (!rows) return tl::make_unexpected(rows.error());
  std::vector<StoredTrial> result;
  for (const auto& row : *rows) result.push_back(trial_of(row));
  return result;
}

Checked<std::monostate> Store::put(std::string_view attempt, const StoredTrial& trial) {
  auto values = to_row(trial);
  values.insert(values.begin(), std::string(attempt));
  return done(database_.run(
      "INSERT INTO trials VALUES (?1,?2,?3,?4,?5,?6,?7) ON CONFLICT (attempt, comment, suggestion, defect)"
      " DO UPDATE SET verdict=excluded.verdict, detail=excluded.detail, tier=excluded.tier",
      values));
}

}  // namespace runner::session
