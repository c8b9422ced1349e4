// The words and numbers that people read, the same in every form of report. Of this room alone.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string_view meaning(review::Level level);     // what it takes: "names the mechanism"
[[nodiscard]] std::string_view word(review::Fate fate);          // "decoy hit"
[[nodiscard]] std::string_view noun(review::Fate fate);          // "noise claim"
[[nodiscard]] std::string_view word(review::Band band);          // "meets the bar"
[[nodiscard]] std::string_view word(review::Verdict verdict);    // "request changes"
[[nodiscard]] std::string_view word(review::EvidenceKind kind);  // "wrong remedy"
[[nodiscard]] std::string_view word(review::PlaceRole role);
[[nodiscard]] std::string_view word(review::AnchorQuality quality);  // "" for exact
[[nodiscard]] std::string_view word(session::AttemptState state);
[[nodiscard]] std::string_view theme_title(
    std::string_view id);  // of a pattern, skill or instinct; the id if unknown

[[nodiscard]] std::string percent(double share);                      // 0.614 -> "61%"
[[nodiscard]] std::string percent(review::Interval interval);         // "35% to 84%"
[[nodiscard]] std::string points(double score);                       // "58.3"
[[nodiscard]] std::string number(double value);                       // "1.06"; never "-0.00"
[[nodiscard]] std::string counted(int count, std::string_view noun);  // "1 claim", "3 claims"
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

// "app/gateway.py:24-25", "app/gateway.py", "the review as a whole"; " (old side)" and the anchor's doubt
// follow.
[[nodiscard]] std::string place(const review::Comment& comment);
[[nodiscard]] std::string place(const review::Place& place);
// "comment c1 at app/gateway.py:24", "comment c2 on the review as a whole"
[[nodiscard]] std::string source(const review::Comment& comment);

}  // namespace runner::report
