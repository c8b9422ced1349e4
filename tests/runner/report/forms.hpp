// What tests of reports ask of a text.
#pragma once

#include <string>
#include <string_view>

#include "runner/report/style.hpp"

namespace runner::report {

inline constexpr Style broad{.colour = Colour::no, .width = 200};

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline int times(const std::string& text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace runner::report
