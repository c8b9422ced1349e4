// Points 2 and 5: what can be told only by running programs, in the sandbox.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

#include "runner/session/check_points.hpp"
#include "runner/session/run.hpp"
#include "sandbox/proof.hpp"

namespace runner::session {
namespace {

enum class Expected { pass, fail };

// One program to run on one tree, what it should say, and what it said.
struct Job {
  std::string path;  // the file that a fault names
  std::string what;  // "the proof on the sound tree"
  Expected expected = Expected::pass;
  std::function<tl::expected<sandbox::ProofResult, sandbox::Failure>()> run;
  std::optional<tl::expected<sandbox::ProofResult, sandbox::Failure>> result;
};

struct Settle {
  CheckPoint& point;
  const Job& job;

  void operator()(const sandbox::Passed&) const {
    if (job.expected == Expected::pass)
      ++point.proven;
    else
      point.faults.push_back(
          {job.path,
           {},
           job.what + " passes, and should fail",
           "make the proof show what goes wrong: it must fail once the defect is planted"});
  }
  void operator()(const sandbox::Failed& failed) const {
    if (job.expected == Expected::fail)
      ++point.proven;
    else
      point.faults.push_back({job.path,
                              {},
                              fmt::format("{} fails, and should pass: {}", job.what, failed.detail),
                              "mend the tree or the program"});
  }
  void operator()(const sandbox::Inconclusive& unclear) const {
    point.faults.push_back({job.path,
                            {},
                            fmt::format("{} is inconclusive: {}", job.what, unclear.why),
                            "make it run to its end inside the limits"});
  }
  void operator()(const sandbox::NotRun& missing) const {
    const auto text = fmt::format("not run: {} ({})", missing.missing, missing.cure);
    add_once(point.skipped, text);
  }
};

void run_jobs(const Checking& checking, std::vector<Job>& jobs, std::string_view what) {
  std::mutex mutex;
  std::size_t done = 0;
  std::vector<std::function<void()>> work;
  for (auto& job : jobs)
    work.emplace_back([&] {
      job.result = job.run();
      const std::scoped_lock lock(mutex);
      checking.progress(fmt::format("{}: {} {}/{}", checking.exercise.id, what, ++done, jobs.size()));
    });
  run_all(work);
}

CheckPoint settle(const std::vector<Job>& jobs) {
  CheckPoint point;
  for (const auto& job : jobs) {
    if (*job.result) {
      std::visit(Settle{point, job}, (*job.result)->verdict);
      if (weak_run(**job.result)) add_once(point.skipped, weak_note);
    } else {
      point.faults.push_back({job.path,
                              {},
                              fmt::format("{} could not be run: {}: {}", job.what, job.result->error().step,
                                          job.result->error().problem),
                              job.result->error().remedy});
    }
  }
  return point;
}

CheckPoint cannot_run(const sandbox::Failure& failure) {
  return {.number = 0,
          .title = {},
          .proven = 0,
          .faults = {{failure.step, {}, failure.problem, failure.remedy}},
          .skipped = {}};
}

}  // namespace

CheckPoint check_proofs(const Checking& checking) {
  const auto profile = load_profile(checking.house, checking.exercise.toolchain);
  if (!profile) return cannot_run(profile.error());
  const auto trees = variants(checking);
  std::vector<Job> jobs;
  for (const auto& defect : checking.exercise.defects)
    for (const auto& variant : trees) {
      const bool planted =
          std::find(variant.chosen.begin(), variant.chosen.end(), defect.id) != variant.chosen.end();
      if (!planted && !variant.chosen.empty()) continue;
      jobs.push_back(
          {.path = defect_file(checking.exercise, defect.id, defect.proof_name),
           .what = fmt::format("the proof on the tree \"{}\"", variant.name),
           .expected = planted ? Expected::fail : Expected::pass,
           .run = [&checking, &profile, &defect,
                   &variant] { return run_proof(*profile, variant.tree, defect, checking.allow_weak); },
           .result = {}});
    }
  run_jobs(checking, jobs, "proofs");
  return settle(jobs);
}

CheckPoint check_tests(const Checking& checking) {
  const auto profile = load_profile(checking.house, checking.exercise.toolchain);
  if (!profile) return cannot_run(profile.error());
  const auto trees = variants(checking);
  std::vector<Job> jobs;
  for (const auto& variant : trees)
    jobs.push_back({.path = fmt::format("exercises/{}/tree/tests", checking.exercise.id),
                    .what = fmt::format("the exercise's own tests on the tree \"{}\"", variant.name),
                    .expected = Expected::pass,
                    .run =
                        [&checking, &profile, &variant] {
                          return sandbox::run_tests(*profile, sandbox_files(variant.tree),
                                                    checking.allow_weak);
                        },
                    .result = {}});
  run_jobs(checking, jobs, "own tests");
  return settle(jobs);
}

}  // namespace runner::session
