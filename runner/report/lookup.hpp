// Questions that every form of report asks of a scored attempt; answers in a fixed order. Of this room alone.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "runner/session/values.hpp"

namespace runner::report {

// Indices of the key's defects: the most severe first, then the heaviest, then in the key's order.
[[nodiscard]] std::vector<std::size_t> by_severity(const review::Key& key);

[[nodiscard]] std::size_t defect_index(const session::Scored& scored,
                                       std::string_view id);  // key.defects.size(): none
[[nodiscard]] const review::DefectResult& result_of(const session::Scored& scored, std::size_t defect);
[[nodiscard]] const review::Decoy* decoy_named(const session::Scored& scored, std::string_view id);

[[nodiscard]] std::vector<std::size_t> claims_of_fate(const session::Scored& scored, review::Fate fate);
[[nodiscard]] std::vector<std::size_t> claims_of_comment(const session::Scored& scored, std::size_t comment);
[[nodiscard]] const review::Comment& comment_of(const session::Scored& scored, std::size_t claim);

// The pair of a claim and a defect; nullptr where nothing spoke for or against it.
[[nodiscard]] const review::Pair* pair_of(const session::Scored& scored, std::size_t claim,
                                          std::size_t defect);
[[nodiscard]] std::vector<const review::Pair*> pairs_of_defect(const session::Scored& scored,
                                                               std::size_t defect);
[[nodiscard]] double credit(const session::Scored& scored, review::Level level);

// Where to look for a defect first: its primary places, else all of them.
[[nodiscard]] std::vector<review::Place> main_places(const review::Defect& defect);

}  // namespace runner::report
