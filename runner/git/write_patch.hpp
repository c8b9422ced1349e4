// A change of one file as a unified diff, made by libgit2.
#pragma once

#include <string>

namespace runner::git {

// Three lines of context, paths as a/… and b/…. No `before` makes the file, no `after` deletes it; "" when
// nothing changes. What comes out, read_patch reads back to the same edits.
[[nodiscard]] std::string write_patch(const std::string& path, const std::string* before,
                                      const std::string* after);

}  // namespace runner::git
