// An exercise's patches and its sound tree as its author has them: they need not be complete yet.
#pragma once

#include <optional>
#include <string>

#include "runner/exercise/exercise.hpp"
#include "runner/exercise/folder.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

// The folder of an exercise of the bank; "did you mean" when there is none.
[[nodiscard]] Checked<std::filesystem::path> draft_folder(const std::filesystem::path& exercises,
                                                          const std::string& exercise);

// The files of an exercise in the making; a folder that holds no exercise.toml is a fault.
[[nodiscard]] Checked<exercise::Folder> read_draft(const std::filesystem::path& exercises,
                                                   const std::string& exercise);

// The sound tree with a patch applied. `name` is the patch's own, for faults.
[[nodiscard]] Checked<exercise::Tree> patched(const exercise::Tree& tree, const std::string& patch,
                                              const std::string& name);

// The patch from one tree to another, files by path; "" when they are the same.
[[nodiscard]] std::string patch_between(const exercise::Tree& before, const exercise::Tree& after);

}  // namespace runner::session
