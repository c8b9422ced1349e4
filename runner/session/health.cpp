#include "runner/session/health.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "runner/session/clock.hpp"
#include "runner/session/panel.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

using measure::Response;
using measure::Responses;

// "id=3\n…": what is stored is read by this file alone.
std::string levels_text(const Scored& scored) {
  std::string text;
  for (const auto& result : scored.assessment.defects) {
    int position = -1;
    for (const auto& defect : scored.key.defects)
      if (defect.id == result.defect && !defect.places.empty())
        for (std::size_t i = 0; i < scored.diffs.size(); ++i)
          if (scored.diffs[i].path == defect.places.front().path) position = static_cast<int>(i);
    text += fmt::format("{}={}@{}\n", result.defect, static_cast<int>(result.level), position);
  }
  return text;
}

std::string extras_text(const Scored& scored) {
  std::string text;
  for (const auto& claim : scored.assessment.claims) {
    const bool judged = claim.fate == review::Fate::valid_extra;
    if (!judged && claim.fate != review::Fate::unjudged) continue;
    const auto& comment = scored.review.comments[claim.claim.comment];
    text += fmt::format("{}\t{}\t{}{}\n", claim.target, comment.lines.first.number, comment.path,
                        judged ? "" : "\tunjudged");
  }
  return text;
}

std::int64_t minutes_of(const Attempt& attempt) {
  const auto from = read_moment(attempt.started_at);
  const auto to = read_moment(attempt.submitted_at);
  return from && to ? std::max<std::int64_t>(0, (to->seconds - from->seconds) / 60) : 0;
}

template <class Number>
Number number_in(std::string_view text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Calls `use` with each line.
template <class Use>
void each_line(const std::string& text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    use(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
}

// One exercise in the making: items get their column when they are met first.
struct Collected {
  Responses responses;
  std::map<std::string, std::size_t, std::less<>> columns;
};

void add_levels(Collected& into, const std::string& text, Response& row) {
  row.levels.assign(into.responses.items.size(), measure::not_planted);
  each_line(text, [&](std::string_view line) {
    const auto equals = line.rfind('=');
    const auto at = line.rfind('@');
    if (equals == std::string_view::npos || at == std::string_view::npos || at < equals) return;
    const auto id = line.substr(0, equals);
    auto column = into.columns.find(id);
    if (column == into.columns.end()) {
      column = into.columns.emplace(std::string(id), into.responses.items.size()).first;
      into.responses.items.push_back(
          {.id = std::string(id), .position = number_in<int>(line.substr(at + 1))});
      row.levels.push_back(measure::not_planted);
    }
    row.levels[column->second] =
        static_cast<signed char>(number_in<int>(line.substr(equals + 1, at - equals - 1)));
  });
}

void add_row(Collected& into, const Row& row) {
  Response response{.levels = {},
                    .coverage = number_in<double>(text_of(row[3])),
                    .minutes = static_cast<double>(integer_of(row[2])),
                    .time_factor = integer_of(row[6]) > 0 ? static_cast<int>(integer_of(row[6])) : 100,
                    .extras = {}};
  add_levels(into, text_of(row[4]), response);
  each_line(text_of(row[5]), [&](std::string_view line) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (second == std::string_view::npos) return;
    const auto third = line.find('\t', second + 1);
    response.extras.push_back({.class_id = std::string(line.substr(0, first)),
                               .path = std::string(line.substr(second + 1, third - second - 1)),
                               .line = number_in<int>(line.substr(first + 1, second - first - 1)),
                               .judged = third == std::string_view::npos});
  });
  into.responses.rows.push_back(std::move(response));
}

std::vector<std::string> evidence_of(const Scored& scored, const std::string& defect) {
  std::vector<std::string> texts;
  for (const auto& result : scored.assessment.defects) {
    if (result.defect != defect || !result.claim) continue;
    for (const auto& pair : scored.assessment.pairs) {
      if (pair.claim != *result.claim || scored.key.defects[pair.defect].id != defect) continue;
      for (const auto& evidence : pair.evidence) texts.push_back(evidence.text);
    }
  }
  return texts;
}

}  // namespace

Checked<std::monostate> keep_outcome(Store& store, const Scored& scored) {
  const auto& attempt = scored.attempt;
  auto kept = store.database().run(
      "INSERT INTO outcomes VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT (attempt) DO UPDATE SET"
      " coverage=excluded.coverage, levels=excluded.levels, extras=excluded.extras,"
      " exercise_version=excluded.exercise_version",
      {attempt.id, attempt.exercise, attempt.exercise_version, attempt.submitted_at, minutes_of(attempt),
       fmt::format("{:.6f}", scored.card.coverage), levels_text(scored), extras_text(scored)});
  if (!kept) return tl::make_unexpected(kept.error());
  return std::monostate{};
}

Checked<HealthReport> bank_health(const House& house, const std::string& exercise, const Tell& tell) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  tell("reading outcomes");
  auto rows = store->database().run(
      "SELECT outcomes.exercise, exercise_version, minutes, coverage, levels, extras, given.time_factor"
      " FROM outcomes LEFT JOIN (SELECT attempt, MAX(time_factor) AS time_factor FROM invitations"
      " WHERE attempt <> '' AND role = 'candidate' GROUP BY attempt) AS given ON given.attempt = "
      "outcomes.attempt"
      " WHERE ?1 = '' OR outcomes.exercise = ?1 ORDER BY submitted_at, outcomes.attempt",
      {exercise});
  if (!rows) return tl::make_unexpected(rows.error());
  std::map<std::pair<std::string, std::string>, Collected> collected;
  for (const auto& row : *rows) add_row(collected[{text_of(row[0]), text_of(row[1])}], row);
  HealthReport report;
  for (auto& [name, each] : collected) {
    tell(fmt::format("{}: {} attempts", name.first, each.responses.rows.size()));
    // Items that were met later were not planted for those before.
    for (auto& row : each.responses.rows)
      row.levels.resize(each.responses.items.size(), measure::not_planted);
    report.exercises.push_back(
        {.exercise = name.first, .version = name.second, .health = measure::health(each.responses)});
  }
  auto waiting = store->database().run(
      "SELECT COUNT(*) FROM attempts WHERE state='submitted' AND (?1 = '' OR exercise = ?1)"
      " AND NOT EXISTS (SELECT 1 FROM outcomes WHERE outcomes.attempt = attempts.id)",
      {exercise});
  if (!waiting) return tl::make_unexpected(waiting.error());
  report.not_scored = static_cast<int>(integer_of((*waiting)[0][0]));
  return report;
}

Rescored compared_scores(const Scored& given, const Scored& now) {
  // What a panel decided hides what the program says.
  const auto before = without_panel(given);
  const auto after = without_panel(now);
  Rescored result{.attempt = after.attempt.id,
                  .version_before = before.scored_by,
                  .version_after = after.scored_by,
                  .score_before = before.card.score,
                  .score_after = after.card.score,
                  .changes = {},
                  .note = {}};
  if (before.attempt.exercise_digest != after.attempt.exercise_digest || before.inputs != after.inputs)
    result.note = "not only the program differs: decisions, proofs or the attempt changed since";
  for (const auto& again : after.assessment.defects)
    for (const auto& then : before.assessment.defects)
      if (then.defect == again.defect && then.level != again.level)
        result.changes.push_back({.defect = again.defect,
                                  .before = then.level,
                                  .after = again.level,
                                  .evidence_before = evidence_of(before, again.defect),
                                  .evidence_after = evidence_of(after, again.defect)});
  return result;
}

}  // namespace runner::session
