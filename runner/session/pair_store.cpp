#include "runner/session/pair_store.hpp"

#include <fmt/format.h>

#include "runner/session/clock.hpp"

namespace runner::session {
namespace {

constexpr std::string_view pair_columns = "id, exercise, attempt, candidate, interviewer, minutes, made_at";
constexpr std::string_view event_columns = "number, at, made_by, kind, subject, place, severity, text, ref";

// None is given twice, not even one that was erased.
constexpr std::string_view next_number =
    "(SELECT COALESCE(MAX(given), 0) + 1 FROM (SELECT number AS given FROM pairs UNION ALL SELECT number "
    "FROM "
    "erased_numbers WHERE name='pairs'))";

PairSession pair_of(const Row& row) {
  return {.id = text_of(row[0]),
          .exercise = text_of(row[1]),
          .attempt = text_of(row[2]),
          .candidate = text_of(row[3]),
          .interviewer = text_of(row[4]),
          .minutes = static_cast<int>(integer_of(row[5])),
          .made_at = text_of(row[6])};
}

// What is not known is kept from the candidate: it reads as the interviewer's note.
PairEvent event_in(const Row& row) {
  return {.number = static_cast<int>(integer_of(row[0])),
          .at = text_of(row[1]),
          .by = voice_named(text_of(row[2])).value_or(Voice::interviewer),
          .kind = pair_kind_named(text_of(row[3])).value_or(PairKind::note),
          .subject = text_of(row[4]),
          .place = text_of(row[5]),
          .severity = text_of(row[6]),
          .text = text_of(row[7]),
          .ref = text_of(row[8])};
}

Checked<std::monostate> ran(Checked<std::vector<Row>> rows) {
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return std::monostate{};
}

std::string_view where_of(PairKey key) {
  switch (key) {
    case PairKey::id:
      return "id=?1";
    case PairKey::attempt:
      return "attempt=?1";
    case PairKey::invitation:
      return "candidate=?1 OR interviewer=?1";
  }
  return "id=?1";
}

}  // namespace

Checked<std::string> next_pair_id(Store& store) {
  auto rows = store.database().run(fmt::format("SELECT {}", next_number));
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return fmt::format("p{}", integer_of(rows->front()[0]));
}

Checked<std::monostate> add_pair(Store& store, const PairSession& pair) {
  return ran(
      store.database().run(fmt::format("INSERT INTO pairs (number, {}) VALUES ({},?1,?2,?3,?4,?5,?6,?7)",
                                       pair_columns, next_number),
                           {pair.id, pair.exercise, pair.attempt, pair.candidate, pair.interviewer,
                            std::int64_t{pair.minutes}, pair.made_at}));
}

Checked<std::vector<PairSession>> read_pairs(Store& store) {
  auto rows = store.database().run(fmt::format("SELECT {} FROM pairs ORDER BY number", pair_columns));
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<PairSession> all;
  for (const auto& row : *rows) all.push_back(pair_of(row));
  return all;
}

Checked<std::optional<PairSession>> pair_by(Store& store, PairKey key, std::string_view value) {
  auto rows = store.database().run(fmt::format("SELECT {} FROM pairs WHERE {}", pair_columns, where_of(key)),
                                   {std::string(value)});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  return rows->empty() ? std::optional<PairSession>{} : std::optional(pair_of(rows->front()));
}

Checked<std::vector<PairEvent>> read_events(Store& store, std::string_view pair, int after) {
  auto rows = store.database().run(
      fmt::format("SELECT {} FROM pair_events WHERE pair=?1 AND number>?2 ORDER BY number", event_columns),
      {std::string(pair), std::int64_t{after}});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  std::vector<PairEvent> events;
  for (const auto& row : *rows) events.push_back(event_in(row));
  return events;
}

Checked<PairEvent> add_event(Store& store, std::string_view pair, PairEvent event) {
  auto rows = store.database().run("SELECT COALESCE(MAX(number), 0) + 1 FROM pair_events WHERE pair=?1",
                                   {std::string(pair)});
  if (!rows) return tl::make_unexpected(std::move(rows.error()));
  event.number = static_cast<int>(integer_of(rows->front()[0]));
  event.at = now_utc();
  // The end is always taken: a full log must not keep a session open.
  if (event.number > most_pair_events && event.kind != PairKind::ended)
    return faulty({std::string(pair), {}, "its log is full", "end the session; what is written is kept"});
  auto added = ran(store.database().run(
      fmt::format("INSERT INTO pair_events (pair, {}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
                  event_columns),
      {std::string(pair), std::int64_t{event.number}, event.at, std::string(to_string(event.by)),
       std::string(to_string(event.kind)), event.subject, event.place, event.severity, event.text,
       event.ref}));
  if (!added) return tl::make_unexpected(std::move(added.error()));
  return event;
}

Checked<std::monostate> tell_pair(Store& store, std::string_view attempt, PairEvent event) {
  auto pair = pair_by(store, PairKey::attempt, attempt);
  if (!pair) return tl::make_unexpected(std::move(pair.error()));
  if (!*pair) return std::monostate{};
  if (event.kind == PairKind::ended)
    event.by = event.subject == (*pair)->candidate ? Voice::candidate : Voice::interviewer;
  auto added = add_event(store, (*pair)->id, std::move(event));
  if (!added) return tl::make_unexpected(std::move(added.error()));
  return std::monostate{};
}

}  // namespace runner::session
