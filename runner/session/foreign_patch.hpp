// A patch that somebody else wrote, applied in memory to the code as the candidate saw it. Nothing of it
// touches the disk, and nothing of it is run here.
#pragma once

#include <string>
#include <vector>

#include "runner/exercise/exercise.hpp"
#include "sandbox/profile.hpp"

namespace runner::session {

inline constexpr std::size_t largest_patch = std::size_t{1} << 20U;         // bytes
inline constexpr std::size_t largest_patched_text = std::size_t{1} << 20U;  // bytes, of one file
inline constexpr std::size_t most_patched_files = 100;

struct PatchedTree {
  exercise::Tree tree;
  std::vector<std::string> files;      // that were changed, made or deleted; sorted
  std::vector<std::string> set_aside;  // changes of the exercise's own tests, which judge the patch; sorted
};

// Faults, all at once: a text that is no patch or does not fit; a path that is absolute or long, has "..", or
// reaches into .git; a link, a submodule, a binary file; too much; a file where a folder is, or the other way
// round; nothing but tests. `name` is the patch's own, for faults.
[[nodiscard]] exercise::Checked<PatchedTree> apply_foreign(const exercise::Tree& tree,
                                                           const sandbox::Profile& profile,
                                                           const std::string& patch, const std::string& name);

}  // namespace runner::session
