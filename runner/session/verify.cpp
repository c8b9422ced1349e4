#include "runner/session/verify.hpp"
#include "runner/exercise/stand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "detectors/outline.hpp"
#include "detectors/source/file.hpp"
#include "runner/review/claim.hpp"
#include "runner/session/check_points.hpp"
#include "runner/session/prove.hpp"
#include "runner/session/run.hpp"
#include "runner/session/trial.hpp"

namespace runner::session {
namespace {

// One suggestion against one defect near it.
struct Job {
  StoredTrial trial;
  exercise::Tree tree;
  const exercise::PlantedDefect* defect = nullptr;
  std::string note;
};

std::string names_defect(const StoredTrial& trial) {
  return fmt::format("suggestion in {} against {}", trial.comment, trial.defect);
}

void take(Job& job, Shown shown) {
  job.trial.verdict = shown.verdict;
  job.trial.detail = std::move(shown.detail);
  job.trial.tier = std::move(shown.tier);
  job.note = std::move(shown.note);
}

void run(Job& job, const sandbox::Profile& profile, AllowWeak allow_weak) {
  const auto subject = names_defect(job.trial);
  take(job, shown_by("proof", subject, run_proof(profile, job.tree, *job.defect, allow_weak)));
  if (job.trial.verdict == review::ProofVerdict::passed)
    take(job, shown_by("the exercise's own tests", subject,
                       sandbox::run_tests(profile, sandbox_files(job.tree), allow_weak)));
}

bool parses(const exercise::Tree& tree, const std::string& path) {
  const auto* text = exercise::text_of(tree, path);
  return text && !detectors::syntax_error(detectors::source::SourceFile(path, *text));
}

std::vector<Job> jobs_for(const Stage& stage, const review::Key& key,
                          const std::vector<review::Comment>& comments) {
  std::vector<Job> jobs;
  for (const auto& comment : comments) {
    const auto suggestions = review::suggestions_of(comment);
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      const auto tree = suggested_tree(stage, comment, suggestions[i]);
      if (!tree || !parses(*tree, comment.path)) continue;
      for (const auto& id : defects_near(key, comment, suggestions[i])) {
        const auto& all = stage.exercise.defects;
        const auto planted =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
        jobs.push_back({.trial = {.comment = comment.id,
                                  .suggestion = i,
                                  .defect = id,
                                  .verdict = review::ProofVerdict::not_run,
                                  .detail = {},
                                  .tier = {}},
                        .tree = *tree,
                        .defect = &*planted,
                        .note = {}});
      }
    }
  }
  return jobs;
}

Checked<std::monostate> keep(Store& store, const Attempt& attempt, const std::vector<StoredTrial>& trials) {
  auto transaction = store.begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  for (const auto& trial : trials)
    if (auto put = store.put(attempt.id, trial); !put) return put;
  return transaction->commit();
}

Verified run_all_of(std::vector<Job>& jobs, const sandbox::Profile& profile, const Progress& progress,
                    AllowWeak allow_weak) {
  std::mutex mutex;
  std::size_t done = 0;
  std::vector<std::function<void()>> work;
  for (auto& job : jobs)
    work.emplace_back([&] {
      run(job, profile, allow_weak);
      const std::scoped_lock lock(mutex);
      progress(fmt::format("suggestions {}/{}", ++done, jobs.size()));
    });
  run_all(work);
  Verified verified;
  for (auto& job : jobs) {
    if (!job.note.empty()) add_once(verified.notes, job.note);
    verified.trials.push_back(std::move(job.trial));
  }
  return verified;
}

bool has_suggestion(const std::vector<review::Comment>& comments) {
  return std::any_of(comments.begin(), comments.end(),
                     [](const auto& comment) { return !review::suggestions_of(comment).empty(); });
}

enum class Which { all, unknown };

// Those that have been run stay as they are.
void leave_out_known(std::vector<Job>& jobs, const std::vector<StoredTrial>& known) {
  std::erase_if(jobs, [&](const Job& job) {
    return std::any_of(known.begin(), known.end(), [&](const StoredTrial& trial) {
      return trial.comment == job.trial.comment && trial.suggestion == job.trial.suggestion &&
             trial.defect == job.trial.defect && trial.verdict != review::ProofVerdict::not_run;
    });
  });
}

Checked<Verified> verify_some(const House& house, const Attempt& attempt, const Progress& progress,
                              AllowWeak allow_weak, Which which) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto comments = store->comments(attempt.id);
  if (!comments) return tl::make_unexpected(comments.error());
  if (!has_suggestion(*comments)) return Verified{};
  const auto stage = stage_of(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto catalog = load_catalog(house);
  if (!catalog) return tl::make_unexpected(catalog.error());
  const auto key = key_of(*stage, *catalog);
  if (!key) return tl::make_unexpected(key.error());
  const auto profile = load_profile(house, stage->exercise.toolchain);
  if (!profile) return faulty({profile.error().step, {}, profile.error().problem, profile.error().remedy});
  auto jobs = jobs_for(*stage, *key, *comments);
  const auto known = store->trials(attempt.id);
  if (!known) return tl::make_unexpected(known.error());
  if (which == Which::unknown) leave_out_known(jobs, *known);
  auto verified = run_all_of(jobs, *profile, progress, allow_weak);
  if (auto kept = keep(*store, attempt, verified.trials); !kept) return tl::make_unexpected(kept.error());
  return verified;
}

}  // namespace

Checked<Verified> verify(const House& house, const Attempt& attempt, const Progress& progress,
                         AllowWeak allow_weak) {
  return verify_some(house, attempt, progress, allow_weak, Which::all);
}

Checked<Verified> verify_unknown(const House& house, const Attempt& attempt, const Progress& progress) {
  if (attempt.state != AttemptState::submitted) return Verified{};
  return verify_some(house, attempt, progress, AllowWeak::no, Which::unknown);
}

}  // namespace runner::session
