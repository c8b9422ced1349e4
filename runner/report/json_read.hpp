// Values read back from the JSON that this room writes. A value of another kind or name makes the JSON
// library throw; who reads a document catches that. Of this room alone.
#pragma once

#include "runner/report/json_values.hpp"

namespace runner::report {

[[nodiscard]] std::string text(const Json& json, const char* key);
[[nodiscard]] int number_of(const Json& json);  // 0 for null
[[nodiscard]] review::Level level_of(const Json& json);
[[nodiscard]] review::Fate fate_of(const Json& json);
[[nodiscard]] review::Verdict verdict_of(const Json& json);
[[nodiscard]] detectors::source::Severity severity_of(const Json& json);
[[nodiscard]] review::LineSpan lines_of(const Json& json);
[[nodiscard]] std::vector<review::Place> places_of(const Json& json);
[[nodiscard]] detectors::source::Words words_of(const Json& json);
[[nodiscard]] review::Comment comment_of(const Json& json);
[[nodiscard]] review::Evidence evidence_of(const Json& json);
[[nodiscard]] review::Decision decision_of(const Json& json);
[[nodiscard]] git::FileDiff diff_of(const Json& json);
[[nodiscard]] review::Scorecard card_of(const Json& json);
[[nodiscard]] review::Policy policy_of(const Json& json);

}  // namespace runner::report
