// A type as it is written, taken apart at its brackets and separators; for contract_types.cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detectors::written {

[[nodiscard]] std::string_view trimmed(std::string_view text);

// Parts between separators that stand in no bracket and no quotes.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view text, char separator);

// `list[X]` is ("list", "X"); without brackets the second is empty.
[[nodiscard]] std::pair<std::string_view, std::string_view> applied(std::string_view type);

// Of a dotted name; all of what is no name.
[[nodiscard]] std::string_view last_part(std::string_view name);

// Without what stands in brackets or quotes.
[[nodiscard]] std::string without_inner(std::string_view type);

}  // namespace detectors::written
