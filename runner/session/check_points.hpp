// The eight points, one function each. Of this room alone.
#pragma once

#include <string>
#include <vector>

#include "runner/session/check.hpp"
#include "runner/session/score.hpp"
#include "runner/session/stage.hpp"
#include "sandbox/profile.hpp"

namespace runner::session {

// What the points share: the exercise, its patches read once, the trees that most of them look at.
struct Checking {
  const House& house;
  const exercise::Exercise& exercise;
  const Patches& patches;
  const Bench& bench;
  const Progress& progress;
  AllowWeak allow_weak = AllowWeak::no;
};

[[nodiscard]] CheckPoint check_composition(const Checking& checking);  // 1
[[nodiscard]] CheckPoint check_proofs(const Checking& checking);       // 2
[[nodiscard]] CheckPoint check_detection(const Checking& checking);    // 3
[[nodiscard]] CheckPoint check_decoys(const Checking& checking);       // 4
[[nodiscard]] CheckPoint check_tests(const Checking& checking);        // 5
[[nodiscard]] CheckPoint check_leaks(const Checking& checking);        // 6
[[nodiscard]] CheckPoint check_reviews(const Checking& checking);      // 7

// One tree to look at, with a name for messages: "sound", "only gateway-call-without-timeout", "all planted".
struct Variant {
  std::string name;
  std::vector<std::string> chosen;
  exercise::Tree tree;
};
// Sound, each defect alone, all that go together. Variants that do not compose are left out: point 1 reports
// them.
[[nodiscard]] std::vector<Variant> variants(const Checking& checking);

[[nodiscard]] std::string defect_file(const exercise::Exercise& exercise, const std::string& defect,
                                      const std::string& name);
void add_faults(CheckPoint& point, const Faults& faults);

// Runs the jobs on all cores; each writes only what is its own.
void run_all(const std::vector<std::function<void()>>& jobs);

}  // namespace runner::session
