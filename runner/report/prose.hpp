// A document's Markdown, as an author wrote it in a file: where a line ends there, a space is meant.
#pragma once

#include <string>
#include <string_view>

namespace runner::report {

// As disarmed as html.hpp's markup, whose lines end where the writer ended them.
[[nodiscard]] std::string prose(std::string_view markdown);

}  // namespace runner::report
