// Comments that are being written in the browser, kept so that nothing is lost. They count for nothing, and
// go when the review is submitted.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct Unfinished {
  std::string place;  // in the page's own words: "2.a.14"; one text a place
  std::string body;
  std::string severity;  // as chosen so far, or ""
  int last = 0;          // the last line, for a comment on several
  std::string saved_at;
  friend bool operator==(const Unfinished&, const Unfinished&) = default;
};

[[nodiscard]] Checked<std::vector<Unfinished>> unfinished_of(const House& house,
                                                             const Attempt& attempt);  // by place

// In place of what was kept there before; an empty text takes it away. `saved_at` is given here. Faults: a
// submitted review, a text of more than 20,000 bytes, more than 200 places.
[[nodiscard]] Checked<std::monostate> keep_unfinished(const House& house, const Attempt& attempt,
                                                      Unfinished unfinished);

}  // namespace runner::session
