#include "runner/exercise/utf8.hpp"

#include <array>

namespace runner::exercise {
namespace {

// A row of table 3-7: the first byte's range, the second's, and how many bytes follow the first. Later ones
// are 80..BF.
struct Row {
  unsigned char first, last, second_first, second_last;
  std::size_t following;
};
constexpr std::array<Row, 9> rows{{{0x00, 0x7f, 0, 0, 0},
                                   {0xc2, 0xdf, 0x80, 0xbf, 1},
                                   {0xe0, 0xe0, 0xa0, 0xbf, 2},
                                   {0xe1, 0xec, 0x80, 0xbf, 2},
                                   {0xed, 0xed, 0x80, 0x9f, 2},
                                   {0xee, 0xef, 0x80, 0xbf, 2},
                                   {0xf0, 0xf0, 0x90, 0xbf, 3},
                                   {0xf1, 0xf3, 0x80, 0xbf, 3},
                                   {0xf4, 0xf4, 0x80, 0x8f, 3}}};

// The length of the character at the front of the text, 0 when it is not well formed.
std::size_t character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (const auto& row : rows) {
    if (byte(0) < row.first || byte(0) > row.last) continue;
    if (text.size() <= row.following) return 0;
    if (row.following > 0 && (byte(1) < row.second_first || byte(1) > row.second_last)) return 0;
    for (std::size_t i = 2; i <= row.following; ++i)
      if (byte(i) < 0x80 || byte(i) > 0xbf) return 0;
    return row.following + 1;
  }
  return 0;
}

}  // namespace

std::size_t first_non_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = character(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace runner::exercise
