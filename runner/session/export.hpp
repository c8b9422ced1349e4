// A review on its way out: what the writers of formats are given.
#pragma once

#include "runner/comments/export.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct ExportResult {
  std::string text;
  std::vector<std::string> notes;  // what the format holds elsewhere or not at all
};

// While the attempt is open its drafts and the entries of its REVIEW.md are exported, and a note says so. The
// key leaves with a submitted attempt only, and only in a format that has a place for it; both are faults.
[[nodiscard]] Checked<ExportResult> export_review(const House& house, const Scored& scored,
                                                  const std::string& format, comments::HoldsKey with_key);

}  // namespace runner::session
