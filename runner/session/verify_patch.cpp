#include "runner/session/verify_patch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/digest.hpp"
#include "runner/session/check_points.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/foreign_patch.hpp"
#include "runner/session/prove.hpp"
#include "runner/session/run.hpp"

namespace runner::session {
namespace {

Checked<std::vector<std::string>> claimed(const Stage& stage, const Attempt& attempt,
                                          const std::vector<std::string>& defects) {
  if (defects.empty()) return stage.chosen;
  Faults faults;
  std::vector<std::string> once;
  for (const auto& id : defects) {
    add_once(once, id);
    if (std::ranges::find(stage.chosen, id) != stage.chosen.end()) continue;
    faults.push_back({"--defect",
                      {},
                      fmt::format("'{}' is not planted in {}", id, attempt.id),
                      detectors::source::did_you_mean(id, stage.chosen)
                          .value_or("`seedfault explain` names the planted ones")});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return once;
}

struct Jobs {
  const sandbox::Profile& profile;
  const Stage& stage;
  const exercise::Tree& tree;
  const std::string& name;
  AllowWeak allow_weak;

  [[nodiscard]] Shown own_tests() const {
    return shown_by("the exercise's own tests", name,
                    sandbox::run_tests(profile, sandbox_files(tree), allow_weak));
  }
  [[nodiscard]] Shown proof_of(const std::string& defect) const {
    const auto planted = std::ranges::find(stage.exercise.defects, defect, &exercise::PlantedDefect::id);
    return shown_by("proof", fmt::format("{} against {}", name, defect),
                    run_proof(profile, tree, *planted, allow_weak));
  }
};

// The tests run once for all defects. Each job writes only what is its own.
struct Found {
  Shown tests;
  std::vector<Shown> proofs;
};
Found run_jobs(const Jobs& jobs, const std::vector<std::string>& defects, const Progress& progress) {
  Found found{.tests = {}, .proofs = std::vector<Shown>(defects.size())};
  std::mutex mutex;
  std::size_t done = 0;
  std::vector<std::function<void()>> work;
  const auto add = [&](Shown& shown, std::function<Shown()> job) {
    work.emplace_back([&, job = std::move(job), all = defects.size() + 1] {
      shown = job();
      const std::scoped_lock lock(mutex);
      progress(fmt::format("runs {}/{}", ++done, all));
    });
  };
  add(found.tests, [&] { return jobs.own_tests(); });
  for (std::size_t i = 0; i < defects.size(); ++i)
    add(found.proofs[i], [&, i] { return jobs.proof_of(defects[i]); });
  run_all(work);
  return found;
}

void take(VerifiedPatch& verified, const Found& found, const PatchOrder& order,
          const std::vector<std::string>& defects) {
  const auto now = now_utc();
  for (std::size_t i = 0; i < defects.size(); ++i) {
    const bool proven = found.proofs[i].verdict == review::ProofVerdict::passed;
    const auto& shown = proven ? found.tests : found.proofs[i];
    for (const auto* run : {&found.proofs[i], &shown})
      if (!run->note.empty()) add_once(verified.notes, run->note);
    verified.trials.push_back({.patch = order.name,
                               .digest = verified.digest,
                               .defect = defects[i],
                               .verdict = shown.verdict,
                               .detail = shown.detail,
                               .tier = shown.tier,
                               .made_at = now});
  }
}

Checked<std::monostate> keep(Store& store, const Attempt& attempt, const std::vector<PatchTrial>& trials) {
  auto transaction = store.begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  for (const auto& trial : trials)
    if (auto added = store.add(attempt.id, trial); !added) return tl::make_unexpected(added.error());
  return transaction->commit();
}

}  // namespace

Checked<VerifiedPatch> verify_patch(const House& house, const Attempt& attempt, const PatchOrder& order,
                                    const Progress& progress, AllowWeak allow_weak) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto stage = stage_of(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  const auto profile = load_profile(house, stage->exercise.toolchain);
  if (!profile) return faulty({profile.error().step, {}, profile.error().problem, profile.error().remedy});
  const auto defects = claimed(*stage, attempt, order.defects);
  auto patched = apply_foreign(stage->planted.tree, *profile, order.text, order.name);
  Faults faults;
  if (!defects) faults = defects.error();
  if (!patched) faults.insert(faults.end(), patched.error().begin(), patched.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  const auto found = run_jobs({*profile, *stage, patched->tree, order.name, allow_weak}, *defects, progress);
  VerifiedPatch verified{.digest = exercise::sha256(order.text),
                         .files = std::move(patched->files),
                         .set_aside = std::move(patched->set_aside),
                         .trials = {},
                         .notes = {}};
  take(verified, found, order, *defects);
  if (auto kept = keep(*store, attempt, verified.trials); !kept) return tl::make_unexpected(kept.error());
  return verified;
}

namespace {

// The defects of one patch by what the newest run showed.
struct Said {
  std::string digest;
  std::string name;
  std::vector<std::pair<std::string, review::ProofVerdict>> defects;
  bool weak = false;
};

std::vector<Said> by_patch(const std::vector<PatchTrial>& trials) {
  std::vector<Said> all;
  for (const auto& trial : trials) {
    auto said = std::ranges::find(all, trial.digest, &Said::digest);
    if (said == all.end())
      said = all.insert(all.end(), {.digest = trial.digest, .name = trial.patch, .defects = {}});
    auto& defects = said->defects;
    std::erase_if(defects, [&](const auto& each) { return each.first == trial.defect; });
    if (trial.verdict != review::ProofVerdict::not_run) defects.emplace_back(trial.defect, trial.verdict);
    said->weak = said->weak || trial.tier == sandbox::name(sandbox::Tier::weak);
  }
  return all;
}

std::string fixed_by(const Said& said) {
  std::vector<std::string> ids;
  for (const auto& [id, known] : said.defects)
    if (known == review::ProofVerdict::passed) ids.push_back(id);
  std::ranges::sort(ids);
  return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

std::vector<std::string> notes_on_patches(const std::vector<PatchTrial>& trials) {
  std::vector<std::string> notes;
  for (const auto& said : by_patch(trials)) {
    if (said.defects.empty()) continue;
    const auto fixed = fixed_by(said);
    notes.push_back(
        fmt::format("The patch {} was given beside the review and run{}: it fixes {}, of {} tried. It counts "
                    "nothing by itself.",
                    said.name, said.weak ? " in the weak sandbox" : "", fixed.empty() ? "no defect" : fixed,
                    said.defects.size() == 1 ? "1 defect" : fmt::format("{} defects", said.defects.size())));
  }
  return notes;
}

}  // namespace runner::session
