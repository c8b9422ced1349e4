// A review that was written elsewhere becomes the comments of an attempt.
#pragma once

#include <string>
#include <vector>

#include "runner/comments/comments.hpp"
#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct ImportResult {
  int placed = 0;
  std::vector<std::string>
      notes;  // what was inferred, or could not be placed and so was kept on the review as a whole
};

// Comments at their places in a stage.
struct PlacedReview {
  std::vector<review::Comment> comments;  // with their ids as they came
  ImportResult result;
};
// A file, read by the importer of that format; "" guesses.
[[nodiscard]] Checked<comments::Imported> read_review(const std::string& format, const std::string& path,
                                                      std::string_view text);
// `folder` is the candidate's, or "": see anchor.hpp.
[[nodiscard]] PlacedReview place_review(const Stage& stage, const comments::Imported& imported,
                                        const std::string& folder);

// `format` "" guesses from the file's name and text. Drafts of the attempt stay; imported comments join them.
// Nothing is dropped: a comment whose place is not in the pull request is kept with its place in its text,
// and a note says so.
[[nodiscard]] Checked<ImportResult> import_file(const House& house, const Attempt& attempt,
                                                const std::string& format, const std::string& path,
                                                std::string_view text);
[[nodiscard]] Checked<ImportResult> import_review(const House& house, const Attempt& attempt,
                                                  const comments::Imported& imported);

}  // namespace runner::session
