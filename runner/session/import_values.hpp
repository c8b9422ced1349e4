// What an import did, comment by comment.
#pragma once

#include <string>
#include <vector>

#include "runner/review/comment.hpp"

namespace runner::session {

struct ImportedComment {
  std::string id;      // in the attempt
  std::string file;    // that it came in, as given
  std::string record;  // of that file: "comment 1700000001", "line 12"
  std::string path;    // where it stands now
  review::Side side = review::Side::after;
  review::LineSpan lines;
  // none: its place is not in the pull request. It is kept on its file, or on the review as a whole.
  review::AnchorQuality anchor = review::AnchorQuality::exact;
  std::string why;  // the anchor is not exact
};

// A record that became no comment.
struct NotImported {
  std::string file;
  std::string record;
  std::string why;
};

struct ImportedFile {
  std::string path;
  std::string format;  // the name of the format that it was read as
  int comments = 0;
  review::Verdict verdict = review::Verdict::none;  // that it tells of; the attempt's is given by submit
  std::vector<std::string> notes;
};

struct ImportResult {
  std::string attempt;
  std::vector<ImportedFile> files;
  std::vector<ImportedComment> comments;  // in the order of writing
  std::vector<NotImported> left_out;
  std::vector<std::string> authors;  // of the comments taken in, by name, each once
  int replies_without_parent = 0;    // what they answer is in none of the files

  [[nodiscard]] int count(review::AnchorQuality anchor) const;
};

}  // namespace runner::session
