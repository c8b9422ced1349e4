// A review that was written elsewhere becomes the comments of an attempt.
#pragma once

#include <string>
#include <vector>

#include "runner/comments/comments.hpp"
#include "runner/session/check.hpp"
#include "runner/session/house.hpp"
#include "runner/session/import_values.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct ImportRequest {
  std::vector<std::string> files;  // "-" is standard input
  std::string format;              // "" guesses for each file from its name and text
  std::string author;              // "" takes what everybody wrote; else only what they did
};

// All files or nothing, in one transaction. Drafts of the attempt stay; imported comments join them. Nothing
// is dropped: a comment whose place is not in the pull request is kept with its place in its text, and the
// result says so. What is imported a second time is not taken twice; where its text has changed since, it is
// brought up to date. Faults: a format that nobody knows, a file that cannot be read, an attempt that was
// submitted.
[[nodiscard]] Checked<ImportResult> import_files(
    const House& house, const Attempt& attempt, const ImportRequest& request,
    const Progress& progress = [](const std::string&) {});

// The same of one text that is at hand.
[[nodiscard]] Checked<ImportResult> import_file(const House& house, const Attempt& attempt,
                                                const std::string& format, const std::string& path,
                                                std::string text);
[[nodiscard]] Checked<ImportResult> import_review(const House& house, const Attempt& attempt,
                                                  const comments::Imported& imported);

// The comments of one text at their places in a stage that is nobody's attempt; ids as they came.
struct PlacedReview {
  std::vector<review::Comment> comments;
  ImportResult result;
};
[[nodiscard]] Checked<PlacedReview> place_review(const Stage& stage, const std::string& format,
                                                 const std::string& path, std::string text);

// The format of a decoded text: the one named, or the one that it looks like.
[[nodiscard]] Checked<const comments::Format*> choose_format(const std::string& name, const std::string& path,
                                                             std::string_view text);

}  // namespace runner::session
