#include "runner/session/subject.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/invite.hpp"

namespace runner::session {
namespace {

constexpr std::int64_t day = 86'400;

struct Named {
  std::vector<Attempt> attempts;
  std::vector<Invitation> invitations;
};

bool is_about(const Attempt& attempt, const std::string& subject) {
  return attempt.id == subject || (!attempt.candidate.empty() && attempt.candidate == subject);
}

bool is_erased(const Invitation& invitation) { return invitation.token_hash.starts_with("erased "); }

// An attempt leads to its invitation and the other way round, whichever was named.
Checked<Named> named(Store& store, const std::string& subject) {
  auto attempts = store.attempts();
  if (!attempts) return tl::make_unexpected(std::move(attempts.error()));
  auto invitations = store.invitations();
  if (!invitations) return tl::make_unexpected(std::move(invitations.error()));
  Named found;
  for (auto& each : *invitations) {
    const bool asked = (each.id == subject && !is_erased(each)) ||
                       (!each.name.empty() && each.name == subject) ||
                       (!each.attempt.empty() && each.attempt == subject);
    if (asked) found.invitations.push_back(std::move(each));
  }
  for (auto& each : *attempts) {
    const bool invited =
        std::ranges::find(found.invitations, each.id, &Invitation::attempt) != found.invitations.end();
    if (invited || is_about(each, subject)) found.attempts.push_back(std::move(each));
  }
  if (!found.attempts.empty() || !found.invitations.empty()) return found;
  return faulty({subject,
                 {},
                 "nothing is held about it",
                 "give a code name, or an id of `seedfault invitations` or `seedfault attempts`"});
}

template <class T>
bool put(Faults& faults, T& into, Checked<T> read) {
  if (read)
    into = *std::move(read);
  else
    faults = std::move(read.error());
  return faults.empty();
}

Checked<HeldAttempt> held_attempt(const House& house, Store& store, Attempt attempt) {
  HeldAttempt held;
  std::vector<ScoreRecord> scores;
  Faults faults;
  const auto& id = attempt.id;
  const bool read = put(faults, held.comments, store.comments(id)) &&
                    put(faults, held.closing, store.closing(id)) &&
                    put(faults, held.viewed, store.viewed(id)) &&
                    put(faults, held.unfinished, unfinished_of(house, attempt)) &&
                    put(faults, held.decisions, store.decisions(id)) && put(faults, scores, store.scores(id));
  if (!read) return tl::make_unexpected(std::move(faults));
  for (auto& score : scores)
    held.scores.push_back({.number = score.number,
                           .made_at = std::move(score.made_at),
                           .tool_version = std::move(score.tool_version)});
  attempt.planted.clear();
  held.attempt = std::move(attempt);
  return held;
}

std::vector<std::string> ids_of(const std::vector<Attempt>& attempts) {
  std::vector<std::string> ids;
  for (const auto& each : attempts) ids.push_back(each.id);
  return ids;
}

void add_notes(Erased& erased, const Attempt& attempt, const std::vector<std::string>& packs) {
  if (!attempt.folder.empty())
    erased.notes.push_back(fmt::format("{}: the candidate's folder {} is not the store's: remove it yourself",
                                       attempt.id, attempt.folder));
  for (const auto& pack : packs)
    erased.notes.push_back(
        fmt::format("{}: the calibration pack {} holds a frozen copy of this review, without its code name",
                    attempt.id, pack));
}

// Every table that hangs on an attempt, before the attempt itself. Its number is kept, so that no other
// attempt is ever given its id. NOLINTBEGIN(bugprone-suspicious-missing-comma): a statement may take two
// lines
constexpr std::string_view of_attempt[] = {
    "DELETE FROM comments WHERE attempt=?1", "DELETE FROM trials WHERE attempt=?1",
    "DELETE FROM decisions WHERE attempt=?1", "DELETE FROM scores WHERE attempt=?1",
    "DELETE FROM patch_trials WHERE attempt=?1", "DELETE FROM closings WHERE attempt=?1",
    "DELETE FROM viewed WHERE attempt=?1", "DELETE FROM unfinished WHERE attempt=?1",
    "DELETE FROM outcomes WHERE attempt=?1",
    // of a pair session the interviewer's link goes too: it opened nothing else
    "UPDATE invitations SET token_hash='erased ' || id, revoked_at=CASE revoked_at WHEN '' THEN made_at ELSE"
    " revoked_at END WHERE id IN (SELECT interviewer FROM pairs WHERE attempt=?1)",
    "INSERT INTO erased_numbers SELECT 'pairs', number FROM pairs WHERE attempt=?1 ON CONFLICT (name)"
    " DO UPDATE SET number=excluded.number WHERE excluded.number > erased_numbers.number",
    "DELETE FROM pair_events WHERE pair IN (SELECT id FROM pairs WHERE attempt=?1)",
    "DELETE FROM pairs WHERE attempt=?1",
    "INSERT INTO erased_numbers SELECT 'attempts', number FROM attempts WHERE id=?1 ON CONFLICT (name)"
    " DO UPDATE SET number=excluded.number WHERE excluded.number > erased_numbers.number",
    "DELETE FROM attempts WHERE id=?1"};
// NOLINTEND(bugprone-suspicious-missing-comma)
// The row stays, so that no other invitation is ever given its id, and holds nothing but what it was for. Its
// link opens nothing.
constexpr std::string_view of_invitation[] = {
    "DELETE FROM pauses WHERE invitation=?1",
    "UPDATE invitations SET token_hash='erased ' || id, name='', seed='0', attempt='', deadline='',"
    " revoked_at=CASE revoked_at WHEN '' THEN made_at ELSE revoked_at END WHERE id=?1"};

Checked<std::monostate> run_each(Database& database, std::span<const std::string_view> statements,
                                 const std::vector<std::string>& ids) {
  for (const auto& id : ids)
    for (const auto sql : statements)
      if (auto done = database.run(sql, {id}); !done) return tl::make_unexpected(std::move(done.error()));
  return std::monostate{};
}

// Then written anew without the free pages, so that the bytes are gone from the file as well.
Checked<std::monostate> take_out(Database& database, const Erased& erased) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return tl::make_unexpected(std::move(transaction.error()));
  if (auto gone = run_each(database, of_attempt, erased.attempts); !gone) return gone;
  if (auto gone = run_each(database, of_invitation, erased.invitations); !gone) return gone;
  if (auto committed = transaction->commit(); !committed) return committed;
  for (const auto* sql : {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"})
    if (auto done = database.run(sql); !done) return tl::make_unexpected(std::move(done.error()));
  return std::monostate{};
}

Checked<std::vector<std::string>> packs_with(Database& database, const std::string& attempt) {
  auto rows = database.run("SELECT DISTINCT pack FROM pack_reviews WHERE source=?1 ORDER BY pack", {attempt});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<std::string> packs;
  for (const auto& row : *rows) packs.push_back(text_of(row[0]));
  return packs;
}

// Noted first: what was cut short in between is found again, and done by asking once more.
Checked<Erased> erase_named(const House& house, std::string_view actor, const Named& found) {
  Erased erased{.attempts = ids_of(found.attempts), .invitations = {}, .notes = {}};
  for (const auto& each : found.invitations) erased.invitations.push_back(each.id);
  auto noted = in_transaction(house, [&](Store& store) -> Checked<std::monostate> {
    for (const auto* ids : {&erased.attempts, &erased.invitations})
      for (const auto& id : *ids)
        if (auto done =
                note(store, {.actor = std::string(actor), .action = "erase", .subject = id, .detail = {}});
            !done)
          return done;
    return std::monostate{};
  });
  if (!noted) return tl::make_unexpected(std::move(noted.error()));
  auto database = Database::open(house.store / "attempts.sqlite", Access::read_write);
  if (!database) return tl::make_unexpected(std::move(database.error()));
  for (const auto& attempt : found.attempts) {
    const auto packs = packs_with(*database, attempt.id);
    if (!packs) return tl::make_unexpected(packs.error());
    add_notes(erased, attempt, *packs);
  }
  if (auto gone = take_out(*database, erased); !gone) return tl::make_unexpected(std::move(gone.error()));
  return erased;
}

// When somebody last did something with it.
std::string ended(const Attempt& attempt) {
  return attempt.submitted_at.empty() ? attempt.started_at : attempt.submitted_at;
}

}  // namespace

Checked<Held> held_about(const House& house, const std::string& subject) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = named(*store, subject);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  Held held{.subject = subject, .invitations = {}, .attempts = {}};
  for (auto& invitation : found->invitations) {
    auto pauses = store->pauses(invitation.id);
    if (!pauses) return tl::make_unexpected(std::move(pauses.error()));
    invitation.token_hash.clear();
    held.invitations.push_back(
        {.invitation = std::move(invitation), .attempt = {}, .pauses = *std::move(pauses)});
  }
  for (auto& attempt : found->attempts) {
    auto one = held_attempt(house, *store, std::move(attempt));
    if (!one) return tl::make_unexpected(std::move(one.error()));
    held.attempts.push_back(*std::move(one));
  }
  return held;
}

Checked<Erased> erase(const House& house, const std::string& subject, std::string_view actor) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  const auto found = named(*store, subject);
  if (!found) return tl::make_unexpected(found.error());
  return erase_named(house, actor, *found);
}

Checked<Overdue> overdue(const House& house, int days, std::string_view now) {
  const auto moment = read_moment(now);
  if (!moment)
    return faulty({"now", {}, fmt::format("\"{}\" is not a time", now), "write it as 2026-04-30T18:00:00Z"});
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto attempts = store->attempts();
  if (!attempts) return tl::make_unexpected(std::move(attempts.error()));
  auto invitations = store->invitations();
  if (!invitations) return tl::make_unexpected(std::move(invitations.error()));
  Overdue result{.before = utc(moment->seconds - days * day), .attempts = {}, .invitations = {}};
  for (auto& each : *attempts)
    if (ended(each) <= result.before) result.attempts.push_back(std::move(each));
  const auto ids = ids_of(result.attempts);
  for (auto& each : *invitations) {
    const bool goes_along = std::ranges::find(ids, each.attempt) != ids.end();
    const bool idle = each.role == Role::candidate && each.attempt.empty() && !is_erased(each) &&
                      std::max(each.made_at, each.deadline) <= result.before;
    if (goes_along || idle) result.invitations.push_back(std::move(each));
  }
  return result;
}

Checked<Erased> erase(const House& house, const Overdue& overdue, std::string_view actor) {
  return erase_named(house, actor, {.attempts = overdue.attempts, .invitations = overdue.invitations});
}

}  // namespace runner::session
