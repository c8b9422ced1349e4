#include "runner/session/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "runner/session/check_points.hpp"

namespace runner::session {
namespace {

constexpr std::array<std::string_view, 8> titles{
    "patches apply and every subset composes", "proofs pass on sound code and fail on planted",
    "a detector reports each planted defect",  "no decoy is reported",
    "the exercise's own tests stay green",     "the candidate's repository leaks nothing",
    "sample reviews get their levels",         "the folder is complete and has no stray file"};

CheckPoint titled(CheckPoint point, int number) {
  point.number = number;
  point.title = titles[static_cast<std::size_t>(number) - 1];
  return point;
}

CheckReport unreadable(const std::string& exercise, const Faults& faults, std::string_view what) {
  CheckReport report{.exercise = exercise, .points = {}};
  for (int number = 1; number < 8; ++number)
    report.points.push_back(titled({.number = 0,
                                    .title = {},
                                    .proven = 0,
                                    .faults = {},
                                    .skipped = {fmt::format("not looked at: {}", what)}},
                                   number));
  report.points.push_back(
      titled({.number = 0, .title = {}, .proven = 0, .faults = faults, .skipped = {}}, 8));
  return report;
}

}  // namespace

std::string defect_file(const exercise::Exercise& exercise, const std::string& defect,
                        const std::string& name) {
  return fmt::format("exercises/{}/defects/{}/{}", exercise.id, defect, name);
}

void add_faults(CheckPoint& point, const Faults& faults) {
  point.faults.insert(point.faults.end(), faults.begin(), faults.end());
}

std::vector<Variant> variants(const Checking& checking) {
  const auto everything = all_defects(checking.exercise);
  std::vector<Variant> all{{.name = "sound", .chosen = {}, .tree = checking.exercise.tree}};
  const auto add = [&](std::string name, std::vector<std::string> chosen) {
    if (auto stage = set_stage(checking.exercise, checking.patches, chosen))
      all.push_back(
          {.name = std::move(name), .chosen = std::move(chosen), .tree = std::move(stage->planted.tree)});
  };
  for (const auto& defect : checking.exercise.defects) add("only " + defect.id, {defect.id});
  if (everything.size() > 1) add("all planted", everything);
  return all;
}

void run_all(const std::vector<std::function<void()>>& jobs) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto job = next++; job < jobs.size(); job = next++) jobs[job]();
  };
  std::vector<std::jthread> threads;
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 1; i < cores && i < jobs.size(); ++i) threads.emplace_back(work);
  work();
}

CheckReport check(const House& house, const std::string& exercise, const Progress& progress,
                  AllowWeak allow_weak) {
  const auto loaded = load_exercise(house, exercise);
  if (!loaded) return unreadable(exercise, loaded.error(), "the exercise cannot be read");
  const auto bench = set_bench(house);
  if (!bench) return unreadable(exercise, bench.error(), "the catalogue of classes and rules cannot be read");
  const auto patches = read_patches(*loaded);
  if (!patches) {
    auto report = unreadable(exercise, {}, "a patch does not apply");
    report.points[0].skipped.clear();
    report.points[0].faults = patches.error();
    return report;
  }
  const Checking checking{.house = house,
                          .exercise = *loaded,
                          .patches = *patches,
                          .bench = *bench,
                          .progress = progress,
                          .allow_weak = allow_weak};
  constexpr std::array points{check_composition, check_proofs, check_detection, check_decoys,
                              check_tests,       check_leaks,  check_reviews};
  CheckReport report{.exercise = exercise, .points = {}};
  for (std::size_t i = 0; i < points.size(); ++i) {
    progress(fmt::format("{}: {} of 8, {}", exercise, i + 1, titles[i]));
    report.points.push_back(titled(points[i](checking), static_cast<int>(i) + 1));
  }
  const auto files = static_cast<int>(loaded->tree.size() + loaded->defects.size() * 3 +
                                      loaded->decoys.size() + loaded->reviews.size());
  report.points.push_back(
      titled({.number = 0, .title = {}, .proven = files, .faults = {}, .skipped = {}}, 8));
  return report;
}

bool all_proven(const CheckReport& report) {
  return std::all_of(report.points.begin(), report.points.end(),
                     [](const auto& point) { return point.faults.empty(); });
}

}  // namespace runner::session
