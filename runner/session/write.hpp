// What a candidate does on the review page besides comments: summary, verdict, files seen.
#pragma once

#include <string>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

// All that a candidate has written so far.
struct Draft {
  std::vector<review::Comment> comments;  // in the order of writing
  Closing closing;
  std::vector<std::string> viewed;  // paths, sorted
};
[[nodiscard]] Checked<Draft> draft_of(const House& house, const Attempt& attempt);

// Until the review is submitted, which takes the summary in as a comment on the review as a whole.
[[nodiscard]] Checked<std::monostate> save_closing(const House& house, const Attempt& attempt,
                                                   const std::string& summary, review::Verdict verdict);
[[nodiscard]] Checked<std::monostate> mark_viewed(const House& house, const Attempt& attempt,
                                                  const std::string& path, Viewed viewed);

}  // namespace runner::session
