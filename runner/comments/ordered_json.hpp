// JSON out, its keys in the order of writing. Of this room alone.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace runner::comments {

using OrderedJson = nlohmann::ordered_json;

// Bytes that are no UTF-8 become U+FFFD.
enum class Layout { indented, one_line };
[[nodiscard]] std::string written(const OrderedJson& json, Layout layout = Layout::indented);

}  // namespace runner::comments
