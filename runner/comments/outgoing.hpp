// What the writers of formats ask of a comment and of the change. Of this room alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/comments/export.hpp"

namespace runner::comments {

// The diff of the file, nullptr when the change leaves it alone.
[[nodiscard]] const git::FileDiff* diff_of(const Outgoing& outgoing, std::string_view path);

// Do all of these lines of that side stand in one hunk? Only there can a review tool show a comment.
[[nodiscard]] bool in_one_hunk(const git::FileDiff& diff, review::Side side, review::LineSpan lines);

// A line as GitLab wants it: both numbers for an unchanged line, one for an added or a removed line. `at` are
// the counters of both sides when the line is reached, as line codes name them.
struct Numbers {
  std::optional<int> before;
  std::optional<int> after;
  int before_counter = 0;
  int after_counter = 0;
};
[[nodiscard]] Numbers numbers_of(const git::FileDiff* diff, review::Side side, int line);

// What a format has no field for, in the body: the label in front ("issue (blocking): "), unless the body has
// one; suggestions as fences. Those for the comment's own lines follow the body, the others become comments
// of their own on their lines, for a fence always replaces the lines under it.
enum class Label { apart, in_body };
[[nodiscard]] std::vector<review::Comment> with_fences(const std::vector<review::Comment>& comments,
                                                       Label label);
// "issue (blocking)"; "" without a label.
[[nodiscard]] std::string label_with_decorations(const review::Comment& comment);
// For formats whose only field is the text: the severity stands in front of it too.
[[nodiscard]] std::vector<review::Comment> all_in_body(const std::vector<review::Comment>& comments);

// "`app/x.py:12-14`: body", or "`app/x.py`: body": a comment where there is no place for its place.
[[nodiscard]] std::string with_place(const review::Comment& comment);

// "c3, c5: RDFormat holds no threads" for those comments that `lost` is true of; nothing
// when there are none.
void note(std::vector<std::string>& notes, const std::vector<review::Comment>& comments,
          bool (*lost)(const review::Comment&), std::string_view what);
[[nodiscard]] bool has_columns(const review::Comment& comment);
[[nodiscard]] bool is_reply(const review::Comment& comment);
[[nodiscard]] bool is_of_old_side(const review::Comment& comment);
// What is said of columns and of replies by a format that holds neither.
struct Losses {
  std::string_view columns;
  std::string_view reply;
};
void note_losses(std::vector<std::string>& notes, const std::vector<review::Comment>& comments,
                 const Losses& losses);
[[nodiscard]] bool has_verdict(const Outgoing& outgoing);

}  // namespace runner::comments
