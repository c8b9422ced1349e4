// Which parts of a text are keywords, strings, comments: for showing code, never for judging it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace detectors::source {

enum class Colour : std::uint8_t { none, keyword, string, comment, function, type, number, constant };

// Bytes [begin, end) of the text, in one colour that is not none. A list of them is sorted and does not
// overlap.
struct Paint {
  std::size_t begin = 0;
  std::size_t end = 0;
  Colour colour = Colour::none;
  friend bool operator==(const Paint&, const Paint&) = default;
};

[[nodiscard]] constexpr std::string_view to_string(Colour colour) {
  constexpr std::string_view names[] = {"none",     "keyword", "string", "comment",
                                        "function", "type",    "number", "constant"};
  return names[static_cast<std::size_t>(colour)];
}

}  // namespace detectors::source
