// Places that a text names: `path:12`, "line 12", permalinks, symbols.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/review/claim.hpp"

namespace runner::review {

// In the order of the text, each once. `path` is the file that a bare "line 12" is about. Linear.
[[nodiscard]] std::vector<Mention> mentions_in(std::string_view text, std::string_view path);

// The symbol that a piece of code is, "Gateway.charge" for `Gateway.charge(order)`; "" when it is no symbol.
[[nodiscard]] std::string symbol_in(std::string_view code);

}  // namespace runner::review
