// A diff as a reply quotes it: follows which line of which file is quoted, also where parts were cut away.
#pragma once

#include <string>
#include <string_view>

#include "runner/review/comment.hpp"

namespace runner::comments {

// Where a quoted line stands. line 0: the count was lost where something was cut away; its text still tells.
struct QuotedPlace {
  std::string path;  // "" outside of a diff
  review::Side side = review::Side::after;
  int line = 0;
  std::string code;  // "" for a header of the diff: the file as a whole
};

class QuotedDiff {
 public:
  // Takes one line without its quote marks. True when it belongs to a diff.
  bool take(std::string_view line);
  // Of the last line of code that was taken since the last blank place.
  [[nodiscard]] const QuotedPlace& place() const { return place_; }
  void leave();  // what follows is no diff until a header comes

 private:
  bool take_header(std::string_view line);
  void take_code(std::string_view line);

  std::string before_path_;
  std::string after_path_;
  int before_ = 0;  // the next line of either side; 0: not known
  int after_ = 0;
  bool in_file_ = false;
  bool in_hunk_ = false;
  bool from_seen_ = false;  // "--- a/x" was the line before
  QuotedPlace place_;
};

}  // namespace runner::comments
