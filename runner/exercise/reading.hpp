// The files of an exercise, read one by one into values. Each adds what is wrong to `faults` and reads on.
#pragma once

#include <string>
#include <vector>

#include "detectors/source/manifest.hpp"
#include "runner/exercise/exercise.hpp"
#include "runner/exercise/folder.hpp"

namespace runner::exercise {

// The ids that the folder's other parts may name.
struct KnownIds {
  std::vector<std::string> defects;
};

// exercise.toml: everything of the exercise that is not in a file of its own.
void read_exercise_file(const Folder& folder, const KnownIds& known, Exercise& exercise, Faults& faults);
[[nodiscard]] PlantedDefect read_defect(const Folder& folder, const KnownIds& known, const std::string& id,
                                        Faults& faults);
[[nodiscard]] DecoyPlace read_decoy(const Folder& folder, const std::string& id, Faults& faults);
[[nodiscard]] SampleReview read_sample_review(const Folder& folder, const KnownIds& known,
                                              const std::string& name, Faults& faults);

// The [[places]] of a table.
[[nodiscard]] std::vector<PlaceRef> read_places(detectors::source::Manifest& manifest);

// Parts that more than one of them needs.
void require_text(detectors::source::Manifest& manifest, std::string_view key, std::string& value);
void check_known_id(detectors::source::Manifest& manifest, std::string_view key, const std::string& id,
                    const std::vector<std::string>& known);
[[nodiscard]] std::string unknown_id_remedy(const std::string& id, const std::vector<std::string>& known);

// "2026-03-17T09:42:00+01:00" or "…Z", a day and an hour that exist.
[[nodiscard]] bool is_moment(std::string_view text);
// Why git would not take this as a branch beside `main`; "" when it would.
[[nodiscard]] std::string bad_branch(std::string_view name);

}  // namespace runner::exercise
