// Invitations, pauses, closings, viewed marks and the audit log in the store.
#include <fmt/format.h>

#include <charconv>

#include "runner/session/record.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

constexpr std::string_view columns =
    "id, token_hash, role, name, exercise, seed, attempt, deadline, time_factor, feedback, made_at, "
    "revoked_at";

Checked<std::monostate> done(Checked<std::vector<Row>> rows) {
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return std::monostate{};
}

Row to_row(const Invitation& each) {
  return {each.id,
          each.token_hash,
          std::string(to_string(each.role)),
          each.name,
          each.exercise,
          fmt::format("{}", each.seed),
          each.attempt,
          each.deadline,
          std::int64_t{each.time_factor},
          std::string(to_string(each.feedback)),
          each.made_at,
          each.revoked_at};
}

Invitation invitation_of(const Row& row) {
  Invitation each;
  each.id = text_of(row[0]);
  each.token_hash = text_of(row[1]);
  each.role = role_named(text_of(row[2]));
  each.name = text_of(row[3]);
  each.exercise = text_of(row[4]);
  const auto seed = text_of(row[5]);
  std::from_chars(seed.data(), seed.data() + seed.size(), each.seed);
  each.attempt = text_of(row[6]);
  each.deadline = text_of(row[7]);
  each.time_factor = static_cast<int>(integer_of(row[8]));
  each.feedback = feedback_named(text_of(row[9])).value_or(Feedback::none);
  each.made_at = text_of(row[10]);
  each.revoked_at = text_of(row[11]);
  return each;
}

AuditEntry entry_of(const Row& row) {
  return {.number = static_cast<int>(integer_of(row[0])),
          .at = text_of(row[1]),
          .actor = text_of(row[2]),
          .action = text_of(row[3]),
          .subject = text_of(row[4]),
          .detail = text_of(row[5]),
          .previous = text_of(row[6]),
          .hash = text_of(row[7])};
}

constexpr std::string_view select_audit =
    "SELECT number, at, actor, action, subject, detail, previous, hash FROM audit";

}  // namespace

Checked<std::string> Store::next_invitation_id() {
  auto rows = database_.run("SELECT COALESCE(MAX(number), 0) + 1 FROM invitations");
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return fmt::format("i{}", integer_of((*rows)[0][0]));
}

Checked<std::monostate> Store::put(const Invitation& invitation) {
  return done(database_.run(
      fmt::format("INSERT INTO invitations (number, {}) VALUES"
                  " ((SELECT COALESCE(MAX(number), 0) + 1 FROM invitations),?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,"
                  "?11,?12) ON CONFLICT (id) DO UPDATE SET attempt=excluded.attempt,"
                  " deadline=excluded.deadline, time_factor=excluded.time_factor, feedback=excluded.feedback,"
                  " revoked_at=excluded.revoked_at",
                  columns),
      to_row(invitation)));
}

Checked<std::vector<Invitation>> Store::invitations(std::string_view where,
                                                    const std::vector<Value>& values) {
  auto rows =
      database_.run(fmt::format("SELECT {} FROM invitations {} ORDER BY number", columns, where), values);
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<Invitation> result;
  for (const auto& row : *rows) result.push_back(invitation_of(row));
  return result;
}

Checked<std::vector<Invitation>> Store::invitations() { return invitations("", {}); }

Checked<std::optional<Invitation>> Store::invitation_by(InvitationKey key, std::string_view value) {
  auto found =
      invitations(key == InvitationKey::id ? "WHERE id=?1" : "WHERE token_hash=?1", {std::string(value)});
  if (!found) return tl::make_unexpected(std::move(found.error()));
  if (found->empty()) return std::optional<Invitation>{};
  return std::optional(std::move(found->front()));
}

Checked<std::vector<Pause>> Store::pauses(std::string_view invitation) {
  auto rows = database_.run("SELECT began_at, ended_at FROM pauses WHERE invitation=?1 ORDER BY number",
                            {std::string(invitation)});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<Pause> result;
  for (const auto& row : *rows) result.push_back({.began_at = text_of(row[0]), .ended_at = text_of(row[1])});
  return result;
}

Checked<std::monostate> Store::begin_pause(std::string_view invitation, std::string_view when) {
  return done(
      database_.run("INSERT INTO pauses VALUES (?1, (SELECT COALESCE(MAX(number), 0) + 1 FROM pauses"
                    " WHERE invitation=?1), ?2, '')",
                    {std::string(invitation), std::string(when)}));
}

Checked<std::monostate> Store::end_pause(std::string_view invitation, std::string_view when) {
  return done(database_.run("UPDATE pauses SET ended_at=?2 WHERE invitation=?1 AND ended_at=''",
                            {std::string(invitation), std::string(when)}));
}

Checked<Closing> Store::closing(std::string_view attempt) {
  auto rows = database_.run("SELECT summary, verdict, saved_at FROM closings WHERE attempt=?1",
                            {std::string(attempt)});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  if (rows->empty()) return Closing{};
  const auto& row = rows->front();
  return Closing{.summary = text_of(row[0]),
                 .verdict = review::verdict_named(text_of(row[1])).value_or(review::Verdict::none),
                 .saved_at = text_of(row[2])};
}

Checked<std::monostate> Store::put(std::string_view attempt, const Closing& closing) {
  return done(database_.run(
      "INSERT INTO closings VALUES (?1,?2,?3,?4) ON CONFLICT (attempt) DO UPDATE SET"
      " summary=excluded.summary, verdict=excluded.verdict, saved_at=excluded.saved_at",
      {std::string(attempt), closing.summary, std::string(to_string(closing.verdict)), closing.saved_at}));
}

Checked<std::vector<std::string>> Store::viewed(std::string_view attempt) {
  auto rows = database_.run("SELECT path FROM viewed WHERE attempt=?1 ORDER BY path", {std::string(attempt)});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<std::string> paths;
  for (const auto& row : *rows) paths.push_back(text_of(row[0]));
  return paths;
}

Checked<std::monostate> Store::set_viewed(std::string_view attempt, std::string_view path, Viewed viewed) {
  return done(database_.run(viewed == Viewed::yes
                                ? "INSERT INTO viewed VALUES (?1,?2) ON CONFLICT (attempt, path) DO NOTHING"
                                : "DELETE FROM viewed WHERE attempt=?1 AND path=?2",
                            {std::string(attempt), std::string(path)}));
}

Checked<AuditEntry> Store::last_audit_entry() {
  auto rows = database_.run(fmt::format("{} ORDER BY number DESC LIMIT 1", select_audit));
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return rows->empty() ? AuditEntry{} : entry_of(rows->front());
}

Checked<std::vector<AuditEntry>> Store::audit_entries() {
  auto rows = database_.run(fmt::format("{} ORDER BY number", select_audit));
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<AuditEntry> result;
  for (const auto& row : *rows) result.push_back(entry_of(row));
  return result;
}

Checked<std::monostate> Store::add(const AuditEntry& entry) {
  return done(database_.run("INSERT INTO audit VALUES (?1,?2,?3,?4,?5,?6,?7,?8)",
                            {std::int64_t{entry.number}, entry.at, entry.actor, entry.action, entry.subject,
                             entry.detail, entry.previous, entry.hash}));
}

}  // namespace runner::session
