// Where a typed place stands in the pull request: the file's path made plain, the lines checked against its
// text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/review/comment.hpp"
#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

// "./app/x.py", "a/app/x.py", "payments-webhook/app/x.py" -> "app/x.py", if the tree has that file.
[[nodiscard]] std::string plain_path(const Stage& stage, std::string_view typed);

// Checks a comment's place and makes its path plain. `described_in` names where the comment was written
// ("REVIEW.md", "the command line"); `folder` is the candidate's, to tell a binary file from one that does
// not exist.
[[nodiscard]] Checked<review::Comment> anchored(const Stage& stage, review::Comment comment,
                                                const std::string& described_in,
                                                const std::filesystem::path& folder);

}  // namespace runner::session
