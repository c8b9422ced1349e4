#include "runner/session/unfinished.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/clock.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

constexpr std::size_t longest = 20'000;  // bytes
constexpr std::size_t most = 200;

Checked<Database> open_drafts(const House& house) {
  if (const auto current = Store::open(house); !current) return tl::make_unexpected(current.error());
  return Database::open(house.store / "attempts.sqlite", Access::read_write);
}

Checked<std::vector<Unfinished>> read(Database& database, const std::string& attempt) {
  auto rows = database.run(
      "SELECT place, body, severity, last_line, saved_at FROM unfinished WHERE attempt=?1 ORDER BY place",
      {attempt});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<Unfinished> result;
  for (const auto& row : *rows)
    result.push_back({.place = text_of(row[0]),
                      .body = text_of(row[1]),
                      .severity = text_of(row[2]),
                      .last = static_cast<int>(integer_of(row[3])),
                      .saved_at = text_of(row[4])});
  return result;
}

Checked<std::monostate> write(Database& database, const std::string& attempt, const Unfinished& each) {
  auto written = database.run(
      "INSERT INTO unfinished VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT (attempt, place) DO UPDATE SET"
      " body=excluded.body, severity=excluded.severity, last_line=excluded.last_line,"
      " saved_at=excluded.saved_at",
      {attempt, each.place, each.body, each.severity, std::int64_t{each.last}, now_utc()});
  if (!written) return tl::make_unexpected(std::move(written.error()));
  return std::monostate{};
}

// Asked in the transaction that writes: a text that is late must not come after the submission.
Checked<std::monostate> may_write(Database& database, const std::string& attempt, const Unfinished& each) {
  const auto state = database.run("SELECT state FROM attempts WHERE id=?1", {attempt});
  if (!state) return tl::make_unexpected(state.error());
  if (state->empty() || text_of(state->front()[0]) != "open")
    return faulty({attempt, {}, "was submitted", "a submitted review is final"});
  const auto kept = read(database, attempt);
  if (!kept) return tl::make_unexpected(kept.error());
  const bool known = std::ranges::find(*kept, each.place, &Unfinished::place) != kept->end();
  if (!known && kept->size() >= most)
    return faulty({attempt,
                   {},
                   fmt::format("has {} unfinished comments already", most),
                   "finish or remove some of them"});
  return std::monostate{};
}

}  // namespace

Checked<std::vector<Unfinished>> unfinished_of(const House& house, const Attempt& attempt) {
  auto database = open_drafts(house);
  if (!database) return tl::make_unexpected(std::move(database.error()));
  return read(*database, attempt.id);
}

Checked<std::monostate> keep_unfinished(const House& house, const Attempt& attempt, Unfinished unfinished) {
  if (unfinished.body.size() > longest)
    return faulty({"the comment",
                   {},
                   fmt::format("is longer than {} bytes", longest),
                   "split it into several comments"});
  auto database = open_drafts(house);
  if (!database) return tl::make_unexpected(std::move(database.error()));
  auto transaction = Transaction::begin(*database);
  if (!transaction) return tl::make_unexpected(std::move(transaction.error()));
  if (unfinished.body.empty()) {
    auto gone =
        database->run("DELETE FROM unfinished WHERE attempt=?1 AND place=?2", {attempt.id, unfinished.place});
    if (!gone) return tl::make_unexpected(std::move(gone.error()));
    return transaction->commit();
  }
  if (auto may = may_write(*database, attempt.id, unfinished); !may) return may;
  if (auto written = write(*database, attempt.id, unfinished); !written) return written;
  return transaction->commit();
}

}  // namespace runner::session
