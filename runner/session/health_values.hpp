// The health of the bank as values.
#pragma once

#include <string>
#include <vector>

#include "runner/measure/health.hpp"
#include "runner/review/assessment.hpp"

namespace runner::session {

struct BankHealth {
  std::string exercise;
  std::string version;  // of the exercise, as the attempts name it: versions are never mixed
  measure::ExerciseHealth health;
};
struct HealthReport {
  std::vector<BankHealth> exercises;  // by id and version
  int not_scored = 0;                 // submitted attempts that no score was kept of
};

// One defect whose level is another now, with what each version went by.
struct LevelChange {
  std::string defect;
  review::Level before = review::Level::missed;
  review::Level after = review::Level::missed;
  std::vector<std::string> evidence_before, evidence_after;
};
struct Rescored {
  std::string attempt;
  std::string version_before, version_after;  // of the program
  double score_before = 0, score_after = 0;
  std::vector<LevelChange> changes;
  std::string note;  // why it could not be compared, or what else is different
};

}  // namespace runner::session
