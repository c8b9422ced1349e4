// Where this run finds its data and keeps its attempts, and the parts of the data that every use case needs.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/catalog.hpp"
#include "detectors/source/fault.hpp"
#include "runner/exercise/exercise.hpp"
#include "runner/review/language.hpp"

namespace runner::session {

using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::Faults;
using detectors::source::faulty;

struct House {
  std::filesystem::path data;       // holds detectors/, exercises/, runner/review/english/, sandbox/profiles/
  std::filesystem::path store;      // holds attempts.sqlite; made when the first attempt is
  std::filesystem::path bank = {};  // a folder of exercises in place of data's own; "" for those
};
// The folder that holds the exercises.
[[nodiscard]] std::filesystem::path bank_of(const House& house);
// The folders of what judging reads beside an exercise.
[[nodiscard]] std::vector<std::filesystem::path> data_folders(const House& house);

[[nodiscard]] std::string_view tool_version();

using Variable = std::function<std::optional<std::string>(const char*)>;

// Data: SEEDFAULT_DATA, else <program>/../share/seedfault, else the source tree of this build.
// Bank: SEEDFAULT_BANK, a team's own exercises in place of data's.
// Store: $XDG_DATA_HOME/seedfault, else ~/.local/share/seedfault.
[[nodiscard]] Checked<House> find_house(const Variable& variable);

// An id that does not exist is a fault that names the nearest ones.
[[nodiscard]] Checked<exercise::Exercise> load_exercise(const House& house, std::string_view id);
[[nodiscard]] Checked<exercise::SampleReview> sample_named(const exercise::Exercise& exercise,
                                                           const std::string& name);
[[nodiscard]] std::vector<std::string> exercise_ids(const House& house);
// Every exercise; those with faults contribute them to the error only when none can be read.
struct BankListing {
  std::vector<exercise::Exercise> exercises;
  Faults faults;  // of exercises that cannot be read
};
[[nodiscard]] BankListing load_bank(const House& house);
[[nodiscard]] Checked<detectors::Catalog> load_catalog(const House& house);
[[nodiscard]] Checked<review::Language> load_language(const House& house);

}  // namespace runner::session
