// Values as JSON, for every form of it that this room writes. Of this room alone: the only header here that
// names the JSON library.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "runner/session/invitation_values.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

using Json = nlohmann::ordered_json;

// Two spaces of indent, a newline at the end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string written(const Json& value);

// A name as JSON spells it: "decoy hit" becomes "decoy-hit".
[[nodiscard]] std::string identifier(std::string_view name);

[[nodiscard]] Json rounded(double value);  // to six decimals; null for what is no finite number
[[nodiscard]] Json json(const std::optional<double>& value);
[[nodiscard]] Json json(review::Interval interval);  // [low, high]
[[nodiscard]] Json json(review::LineSpan lines);     // [first, last]; null for none
[[nodiscard]] Json json(const review::Place& place);
[[nodiscard]] Json json(const std::vector<review::Place>& places);
[[nodiscard]] Json json(const detectors::source::Words& words);
[[nodiscard]] Json json(const review::Comment& comment);
[[nodiscard]] Json json(const review::Evidence& evidence);
[[nodiscard]] Json json(const session::Invitation& invitation);
[[nodiscard]] Json json(const detectors::source::Fault& fault);
[[nodiscard]] Json json(const detectors::source::Faults& faults);
[[nodiscard]] Json json(const session::Scored& scored, const review::Pair& pair);
[[nodiscard]] Json json(const session::Scored& scored, const review::Decision& decision);
[[nodiscard]] Json json(const session::AuditEntry& entry);
[[nodiscard]] Json json(const session::PanelDefect& defect);
[[nodiscard]] Json json(const session::PanelWord& word);
[[nodiscard]] Json panel_of(const session::Scored& scored, std::string_view defect);  // null: none rated it

}  // namespace runner::report
