// From a review to its score: the key of the attempt's variant, the trials of its suggestions, the judge, the
// numbers.
#pragma once

#include <string>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// The parts of the data that judging needs, read once.
struct Bench {
  detectors::Catalog catalog;
  review::Language language;
  review::Policy policy;
};
[[nodiscard]] Checked<Bench> set_bench(const House& house);

// An attempt's submitted comments (drafts count too while it is open: a note then says so).
[[nodiscard]] Checked<Scored> score(const House& house, const Attempt& attempt);
// The same with other comments in place of the attempt's: as they stood at an earlier moment.
[[nodiscard]] Checked<Scored> score_with(const House& house, const Attempt& attempt,
                                         std::vector<review::Comment> comments);

// A sample review of the bank, "payments-webhook/strong", with all defects planted: for authors, and to try
// things out.
[[nodiscard]] Checked<Scored> score_sample(const House& house, const std::string& exercise,
                                           const std::string& sample);

// Any review of a stage; `attempt` names what it is a review of.
[[nodiscard]] Checked<Scored> score_review(const Bench& bench, const Stage& stage, const Attempt& attempt,
                                           const review::Review& review,
                                           const std::vector<StoredTrial>& proofs,
                                           const std::vector<review::Decision>& decisions = {},
                                           const std::optional<PanelWord>& panel = {});

// SHA-256 of what a score of the attempt is made of, as far as it is kept in the store.
[[nodiscard]] Checked<std::string> inputs_of(const House& house, const Attempt& attempt);

}  // namespace runner::session
