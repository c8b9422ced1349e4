// The parts that both runs of a SARIF log are made of: the findings, and the key. Of this room alone.
#pragma once

#include <string>
#include <string_view>

#include "runner/comments/export.hpp"
#include "runner/comments/ordered_json.hpp"

namespace runner::comments {

[[nodiscard]] const char* sarif_level(review::Severity severity);  // "error"
[[nodiscard]] std::string sarif_uri(std::string_view path);        // percent-encoded, relative
[[nodiscard]] OrderedJson sarif_region(review::LineSpan lines);
[[nodiscard]] OrderedJson sarif_location(std::string_view path, review::LineSpan lines);

// A rule and a result for each planted defect, with the level that the review reached; a result that passes
// for each decoy. Precondition: outgoing.judged.
[[nodiscard]] OrderedJson sarif_key_run(const Outgoing& outgoing);

}  // namespace runner::comments
