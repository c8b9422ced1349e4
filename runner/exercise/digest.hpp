// SHA-256 (FIPS 180-4), to tell one state of an exercise from another.
#pragma once

#include <string>
#include <string_view>

#include "runner/exercise/exercise.hpp"

namespace runner::exercise {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

// Of everything that a score depends on: the tree, the patches, the defects and decoys with their words and
// places, the proofs, the bounds of planting. Not of the brief, the samples, the artifacts or the layout of
// the TOML files.
[[nodiscard]] std::string digest(const Exercise& exercise);

}  // namespace runner::exercise
