// A review that was written elsewhere becomes the comments of an attempt.
#pragma once

#include <string>
#include <vector>

#include "runner/comments/comments.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct ImportResult {
  int placed = 0;
  std::vector<std::string>
      notes;  // what was inferred, or could not be placed and so was kept on the review as a whole
};

// `format` "" guesses from the file's name and text. Drafts of the attempt stay; imported comments join them.
// Nothing is dropped: a comment whose place is not in the pull request is kept with its place in its text,
// and a note says so.
[[nodiscard]] Checked<ImportResult> import_file(const House& house, const Attempt& attempt,
                                                const std::string& format, const std::string& path,
                                                std::string_view text);
[[nodiscard]] Checked<ImportResult> import_review(const House& house, const Attempt& attempt,
                                                  const comments::Imported& imported);

}  // namespace runner::session
