// The piece of a diff that a comment carries along: "@@ -18,6 +18,14 @@ …" and the lines below it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runner/review/comment.hpp"

namespace runner::comments {

struct HunkHeader {
  int before = 0;  // the line that the hunk begins with on either side
  int after = 0;
  int before_count = 1;
  int after_count = 1;
};
[[nodiscard]] std::optional<HunkHeader> read_hunk_header(std::string_view line);

// The text of the last line of that side, which is the one that GitHub's comment stands on; "" when there is
// none.
[[nodiscard]] std::string last_line_of_hunk(std::string_view hunk, review::Side side);

}  // namespace runner::comments
