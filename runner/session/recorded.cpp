#include "runner/session/recorded.hpp"

#include <fmt/format.h>

#include "runner/session/clock.hpp"
#include "runner/session/health.hpp"
#include "runner/session/score.hpp"

namespace runner::session {

Checked<std::vector<ScoreRecord>> score_records(const House& house, const Attempt& attempt) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  return store->scores(attempt.id);
}

Checked<std::optional<ScoreRecord>> standing_score(const House& house, const Attempt& attempt) {
  if (attempt.state == AttemptState::open) return std::nullopt;
  auto records = score_records(house, attempt);
  if (!records) return tl::make_unexpected(records.error());
  if (records->empty()) return std::nullopt;
  const auto inputs = inputs_of(house, attempt);
  if (!inputs) return tl::make_unexpected(inputs.error());
  if (records->back().inputs != *inputs) return std::nullopt;
  return std::move(records->back());
}

Checked<ScoreRecord> score_record(const House& house, const Attempt& attempt, int number) {
  auto records = score_records(house, attempt);
  if (!records) return tl::make_unexpected(records.error());
  for (auto& record : *records)
    if (record.number == number) return std::move(record);
  return faulty({attempt.id,
                 {},
                 fmt::format("has no score number {}", number),
                 records->empty() ? "`seedfault score` makes the first one"
                                  : fmt::format("its scores are 1 to {}", records->back().number)});
}

Checked<ScoreRecord> keep_score(const House& house, const Scored& scored, const std::string& document) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto records = store->scores(scored.attempt.id);
  if (!records) return tl::make_unexpected(records.error());
  if (auto kept = keep_outcome(*store, scored); !kept) return tl::make_unexpected(kept.error());
  if (!records->empty() && records->back().document == document && records->back().inputs == scored.inputs) {
    if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
    return std::move(records->back());
  }
  ScoreRecord record{.number = 0,
                     .made_at = now_utc(),
                     .tool_version = scored.scored_by,
                     .inputs = scored.inputs,
                     .document = document};
  const auto number = store->add(scored.attempt.id, record);
  if (!number) return tl::make_unexpected(number.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  record.number = *number;
  return record;
}

}  // namespace runner::session
