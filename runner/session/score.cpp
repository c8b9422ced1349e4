#include "runner/session/score.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/digest.hpp"
#include "runner/review/claim.hpp"
#include "runner/review/judge.hpp"
#include "runner/review/queue.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/panel.hpp"
#include "runner/session/record.hpp"
#include "runner/session/run.hpp"
#include "runner/session/trial.hpp"
#include "runner/session/verify_patch.hpp"

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

void add_notes_on_decisions(Scored& scored) {
  const auto& adrift = scored.assessment.adrift;
  if (!adrift.empty())
    scored.notes.push_back(fmt::format(
        "The comments are read otherwise than when a person decided, and these decisions no longer fit any "
        "claim: {}. Decide again.",
        fmt::join(adrift, ", ")));
  const auto open = review::queue(scored.assessment).size();
  if (open > 0 && !scored.attempt.started_at.empty())  // a sample review of the bank is nobody's
    scored.notes.push_back(
        fmt::format("{} for a person to decide: `seedfault review {}`.",
                    open == 1 ? "1 close call is left" : fmt::format("{} close calls are left", open),
                    scored.attempt.id));
}

// One that stands where a proof could tell, and whose proof has not been run.
bool is_unproven(const review::SuggestionTrial& trial, const review::Review& review, const review::Key& key) {
  const auto comment = std::ranges::find(review.comments, trial.comment, &review::Comment::id);
  if (!trial.parses || comment == review.comments.end()) return false;
  const auto suggestions = review::suggestions_of(*comment);
  if (trial.suggestion >= suggestions.size()) return false;
  const auto near = defects_near(key, *comment, suggestions[trial.suggestion]);
  return std::ranges::any_of(near, [&](const std::string& id) {
    const auto proof =
        std::ranges::find(trial.proofs, id, &std::pair<std::string, review::ProofVerdict>::first);
    return proof == trial.proofs.end() || proof->second == review::ProofVerdict::not_run;
  });
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

namespace {

// What judging an attempt needs, and no comment changes: a server keeps it at hand.
Checked<std::shared_ptr<const Bench>> kept_bench(const House& house) {
  return keep_made<Bench>(data_folders(house), house.data.string() + "\nbench",
                          [&] { return set_bench(house); });
}

using ReadyKey = std::shared_ptr<const review::ReadyKey>;

Checked<std::shared_ptr<const ReadyKey>> kept_key(const House& house, const Attempt& attempt,
                                                  const Stage& stage, const Bench& bench) {
  auto made_of = data_folders(house);
  made_of.push_back(bank_of(house) / attempt.exercise);
  const auto name = fmt::format("{}\nkey\n{}", made_of.back().string(), fmt::join(attempt.planted, "\n"));
  return keep_made<ReadyKey>(made_of, name, [&]() -> Checked<ReadyKey> {
    auto key = key_of(stage, bench.catalog);
    if (!key) return tl::make_unexpected(std::move(key.error()));
    return review::make_ready(*std::move(key), bench.language);
  });
}

Scored judged(const Bench& bench, const Stage& stage, const review::ReadyKey& ready, const Attempt& attempt,
              const review::Review& review, const std::vector<StoredTrial>& proofs,
              const std::vector<review::Decision>& decisions, const std::optional<PanelWord>& panel) {
  const auto& key = review::key_of(ready);
  const auto trials = try_suggestions(bench, stage, key, review, proofs);
  auto assessment = review::judge(review, ready, trials, review::in_force(decisions));
  auto card = review::score(assessment, key, review.verdict, bench.policy);
  Scored scored{.attempt = attempt,
                .exercise_title = stage.exercise.title,
                .pull_request_title = stage.exercise.pull_request.title,
                .minutes = stage.exercise.minutes,
                .review = review,
                .key = key,
                .assessment = std::move(assessment),
                .card = std::move(card),
                .policy = bench.policy,
                .decisions = decisions,
                .panel = {},
                .scored_by = std::string(tool_version()),
                .inputs = {},
                .diffs = change_of(stage),
                .notes = notes_on(attempt, stage)};
  if (std::ranges::any_of(trials, [&](const auto& trial) { return is_unproven(trial, review, scored.key); }))
    scored.notes.emplace_back(
        "Suggested fixes were parsed and scanned, not run: `seedfault verify` runs the proofs on them.");
  if (panel) scored = with_panel(std::move(scored), *panel);
  add_notes_on_decisions(scored);
  return scored;
}

}  // namespace

Checked<Scored> score_review(const Bench& bench, const Stage& stage, const Attempt& attempt,
                             const review::Review& review, const std::vector<StoredTrial>& proofs,
                             const std::vector<review::Decision>& decisions,
                             const std::optional<PanelWord>& panel) {
  auto key = key_of(stage, bench.catalog);
  if (!key) return tl::make_unexpected(key.error());
  return judged(bench, stage, *review::make_ready(*std::move(key), bench.language), attempt, review, proofs,
                decisions, panel);
}

Checked<Scored> score_sample(const House& house, const std::string& exercise, const std::string& sample) {
  auto loaded = load_exercise(house, exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  const auto review = sample_named(*loaded, sample);
  if (!review) return tl::make_unexpected(review.error());
  auto chosen = planted_for(*loaded, *review);
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

namespace {

// What the store holds of an attempt, and a digest of all of it.
struct OfAttempt {
  std::vector<review::Comment> comments;
  std::vector<StoredTrial> proofs;
  std::vector<review::Decision> decisions;
  std::vector<PatchTrial> patches;
  std::optional<PanelWord> panel;
};

Checked<OfAttempt> kept_of(Store& store, const Attempt& attempt) {
  auto comments = store.comments(attempt.id);
  if (!comments) return tl::make_unexpected(comments.error());
  auto proofs = store.trials(attempt.id);
  if (!proofs) return tl::make_unexpected(proofs.error());
  auto decisions = store.decisions(attempt.id);
  if (!decisions) return tl::make_unexpected(decisions.error());
  auto patches = store.patch_trials(attempt.id);
  if (!patches) return tl::make_unexpected(patches.error());
  auto panel = panel_word(store, attempt.id);
  if (!panel) return tl::make_unexpected(panel.error());
  return OfAttempt{*std::move(comments), *std::move(proofs), *std::move(decisions), *std::move(patches),
                   *std::move(panel)};
}

void append(std::string& bytes, const Row& row) {
  for (const auto& value : row) {
    const auto text =
        std::holds_alternative<std::int64_t>(value) ? fmt::format("{}", integer_of(value)) : text_of(value);
    bytes += fmt::format("{}:{},", text.size(), text);
  }
}

bool is_weak(const StoredTrial& proof) { return proof.tier == sandbox::name(sandbox::Tier::weak); }

// The tier is part of it only where the score says it: two hosts that hold every wall give one digest.
Row row_for_digest(const StoredTrial& proof) {
  auto row = to_row(proof);
  if (!is_weak(proof)) row.pop_back();
  return row;
}

// Who said what of each defect, and what came of it.
Row row_for_digest(const PanelWord& word) {
  Row row{word.panel, word.revealed_at};
  for (const auto& [defect, matched, ambiguous] : word.defects) {
    for (const auto& [name, level] : defect.said)
      row.insert(row.end(), {name, std::string(to_string(level))});
    row.insert(row.end(), {defect.id, std::string(to_string(*defect.result)), defect.decided_by, defect.why});
  }
  return row;
}

std::string digest_of(const Attempt& attempt, const OfAttempt& kept) {
  auto row = to_row(attempt);
  std::string bytes;
  append(bytes, row);
  for (const auto& comment : kept.comments) append(bytes, to_row(comment));
  for (const auto& proof : kept.proofs) append(bytes, row_for_digest(proof));
  for (const auto& decision : kept.decisions) append(bytes, to_row(decision));
  for (const auto& patch : kept.patches) append(bytes, to_row(patch));
  if (kept.panel) append(bytes, row_for_digest(*kept.panel));
  return exercise::sha256(bytes);
}

}  // namespace

Checked<std::string> inputs_of(const House& house, const Attempt& attempt) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto kept = kept_of(*store, attempt);
  if (!kept) return tl::make_unexpected(kept.error());
  return digest_of(attempt, *kept);
}

namespace {

Checked<Scored> score_now(const House& house, const Attempt& attempt,
                          std::optional<std::vector<review::Comment>> comments) {
  const auto stage = kept_stage(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto bench = kept_bench(house);
  if (!bench) return tl::make_unexpected(bench.error());
  const auto key = kept_key(house, attempt, **stage, **bench);
  if (!key) return tl::make_unexpected(key.error());
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto kept = kept_of(*store, attempt);
  if (!kept) return tl::make_unexpected(kept.error());
  if (comments) {  // of another moment than what a panel read
    kept->comments = *std::move(comments);
    kept->panel.reset();
  }
  auto scored =
      judged(**bench, **stage, ***key, attempt, {.comments = kept->comments, .verdict = attempt.verdict},
             kept->proofs, kept->decisions, kept->panel);
  scored.inputs = digest_of(attempt, *kept);
  if (std::ranges::any_of(kept->proofs, is_weak))
    scored.notes.push_back(fmt::format("Proofs of suggested fixes {}.", weak_note));
  for (auto& note : notes_on_patches(kept->patches)) scored.notes.push_back(std::move(note));
  return scored;
}

}  // namespace

Checked<Scored> score(const House& house, const Attempt& attempt) {
  return score_now(house, attempt, std::nullopt);
}

Checked<Scored> score_with(const House& house, const Attempt& attempt,
                           std::vector<review::Comment> comments) {
  return score_now(house, attempt, std::move(comments));
}

}  // namespace runner::session
