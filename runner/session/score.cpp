#include "runner/session/score.hpp"

#include <fmt/format.h>

#include "runner/review/judge.hpp"
#include "runner/session/trial.hpp"

namespace runner::session {
namespace {

// What a reader of the score must know about how it came to be.
std::vector<std::string> notes_on(const Attempt& attempt, const Stage& stage) {
  std::vector<std::string> notes;
  const auto& exercise = stage.exercise;
  if (attempt.exercise_digest != exercise.digest)
    notes.push_back(fmt::format(
        "The exercise has changed since this attempt was started (version {} then, {} now): the score is "
        "computed against the present key.",
        attempt.exercise_version, exercise.version));
  if (attempt.state == AttemptState::open)
    notes.emplace_back("The attempt is still open: drafts are scored as they stand.");
  return notes;
}

bool has_unproven_suggestion(const std::vector<review::SuggestionTrial>& trials) {
  for (const auto& trial : trials)
    if (trial.parses && trial.proofs.empty()) return true;
  return false;
}

}  // namespace

Checked<Bench> set_bench(const House& house) {
  auto catalog = load_catalog(house);
  auto language = load_language(house);
  Faults faults;
  if (!catalog) faults = catalog.error();
  if (!language) faults.insert(faults.end(), language.error().begin(), language.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return Bench{.catalog = *std::move(catalog), .language = *std::move(language), .policy = {}};
}

Checked<Scored> score_review(const Bench& bench, const Stage& stage, const Attempt& attempt,
                             const review::Review& review, const std::vector<StoredTrial>& proofs) {
  auto key = key_of(stage, bench.catalog);
  if (!key) return tl::make_unexpected(key.error());
  const auto trials = try_suggestions(bench, stage, *key, review, proofs);
  auto assessment = review::judge(review, *key, trials, bench.language);
  auto card = review::score(assessment, *key, review.verdict, bench.policy);
  Scored scored{.attempt = attempt,
                .exercise_title = stage.exercise.title,
                .pull_request_title = stage.exercise.pull_request.title,
                .minutes = stage.exercise.minutes,
                .review = review,
                .key = *std::move(key),
                .assessment = std::move(assessment),
                .card = std::move(card),
                .policy = bench.policy,
                .diffs = change_of(stage),
                .notes = notes_on(attempt, stage)};
  if (has_unproven_suggestion(trials))
    scored.notes.emplace_back(
        "Suggested fixes were parsed and scanned, not run: `seedfault verify` runs the proofs on them.");
  return scored;
}

Checked<Scored> score_sample(const House& house, const std::string& exercise, const std::string& sample) {
  auto loaded = load_exercise(house, exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  const auto review = sample_named(*loaded, sample);
  if (!review) return tl::make_unexpected(review.error());
  auto chosen = all_defects(*loaded);
  const Attempt attempt{.id = exercise + "/" + sample,
                        .exercise = exercise,
                        .exercise_version = loaded->version,
                        .exercise_digest = loaded->digest,
                        .tool_version = std::string(tool_version()),
                        .seed = 0,
                        .planted = chosen,
                        .candidate = "sample-" + sample,
                        .state = AttemptState::submitted,
                        .verdict = review->review.verdict};
  const auto stage = set_stage(*std::move(loaded), std::move(chosen));
  if (!stage) return tl::make_unexpected(stage.error());
  const auto bench = set_bench(house);
  if (!bench) return tl::make_unexpected(bench.error());
  return score_review(*bench, *stage, attempt, review->review, {});
}

Checked<Scored> score(const House& house, const Attempt& attempt) {
  auto loaded = load_exercise(house, attempt.exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  const auto stage = set_stage(*std::move(loaded), attempt.planted);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto bench = set_bench(house);
  if (!bench) return tl::make_unexpected(bench.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto comments = store->comments(attempt.id);
  if (!comments) return tl::make_unexpected(comments.error());
  const auto proofs = store->trials(attempt.id);
  if (!proofs) return tl::make_unexpected(proofs.error());
  return score_review(*bench, *stage, attempt, {.comments = *std::move(comments), .verdict = attempt.verdict},
                      *proofs);
}

}  // namespace runner::session
