// How a candidate looks at the pull request, kept in the page's address: every link is a place to come back
// to, and nothing needs a script.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "runner/review/comment.hpp"
#include "runner/web/diff_rows.hpp"

namespace runner::web {

// What a comment is being written on. No file: the review as a whole; no line: the file as a whole.
struct At {
  std::optional<std::size_t> file = {};  // index into the changes
  review::Side side = review::Side::after;
  int line = 0;
  friend bool operator==(const At&, const At&) = default;
};

struct View {
  Layout layout = Layout::unified;
  std::set<std::pair<std::size_t, int>> opened = {};  // file, gap
  std::optional<At> at = {};
  int last = 0;           // the last line of what is commented on, where that is several; else 0
  std::string edit = {};  // a comment's id
};

// The same without what is being written.
[[nodiscard]] View without_form(View view);

// What is not understood is left out: an address can be typed by anyone.
[[nodiscard]] View read_view(std::string_view query);
[[nodiscard]] std::string to_query(const View& view);  // "?view=split&open=0.1", or "?"

[[nodiscard]] std::string to_string(const At& at);  // "review", "2", "2.a.14"
[[nodiscard]] std::optional<At> at_named(std::string_view text);

}  // namespace runner::web
