// Write, list, change and submit the comments of an attempt.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "runner/session/audit.hpp"
#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// Which attempt: the id when one is given, else the one whose folder holds `here`, else the only open one.
[[nodiscard]] Checked<Attempt> find_attempt(const House& house, const std::string& id,
                                            const std::filesystem::path& here);

struct CommentRequest {
  review::CommentScope scope = review::CommentScope::lines;
  std::string path;  // as typed: "./", "a/", "b/" and the repository's folder are taken off
  review::LineSpan lines;
  std::string body;
  std::optional<review::Severity> severity;
  review::Side side = review::Side::after;
  std::string source = "cli";  // "web" for the review page
};

// Faults: a file that is not in the pull request's tree, a line that the file does not have (the nearest are
// shown), a binary file, an empty text, an attempt that is submitted.
[[nodiscard]] Checked<review::Comment> add_comment(const House& house, const Attempt& attempt,
                                                   const CommentRequest& request);
// The same for a caller that has the attempt's stage at hand.
[[nodiscard]] Checked<review::Comment> add_comment(const House& house, const Stage& stage,
                                                   const Attempt& attempt, const CommentRequest& request);

// no: a change without a severity takes the comment's away.
enum class KeepSeverity { yes, no };

// What a comment says, in a few letters: it tells whether somebody changed it meanwhile.
[[nodiscard]] std::string version_of(const review::Comment& comment);

// `made_from` is the version that the writer saw; one that was changed since is a fault. "": whatever it
// says.
struct CommentChange {
  std::optional<std::string> body;
  std::optional<review::Severity> severity;
  KeepSeverity keep_severity = KeepSeverity::yes;
  std::string made_from = {};
};
[[nodiscard]] Checked<review::Comment> edit_comment(const House& house, const Attempt& attempt,
                                                    const std::string& id, const CommentChange& change);
[[nodiscard]] Checked<review::Comment> remove_comment(const House& house, const Attempt& attempt,
                                                      const std::string& id,
                                                      const std::string& made_from = {});

struct CommentListing {
  std::vector<review::Comment>
      comments;  // of the store, then those that REVIEW.md holds while the attempt is open
  std::vector<std::string> notes;
  Faults review_file_faults;  // entries of REVIEW.md that cannot be placed
};
[[nodiscard]] Checked<CommentListing> list_comments(const House& house, const Attempt& attempt);

// REVIEW.md and a summary that was written on the review page are taken in, the drafts become final, the
// verdict is kept: all of it or nothing. Without one given, the one that REVIEW.md says counts. `actor` as in
// audit.hpp.
[[nodiscard]] Checked<Attempt> submit(const House& house, const Attempt& attempt,
                                      std::optional<review::Verdict> given,
                                      std::string_view actor = command_line);

// A fault once the attempt is submitted: asked in the transaction that would change it.
[[nodiscard]] Checked<std::monostate> still_open(Store& store, std::string_view id);

[[nodiscard]] Checked<std::vector<Attempt>> list_attempts(const House& house);

}  // namespace runner::session
