#include "runner/report/printable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace runner::report {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool within(char32_t c, const auto& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Marks that take no column (Unicode 15, the blocks that occur in prose).
constexpr std::array<Range, 12> zero_width{{{0x0300, 0x036F},
                                            {0x0483, 0x0489},
                                            {0x0591, 0x05BD},
                                            {0x0610, 0x061A},
                                            {0x064B, 0x065F},
                                            {0x1AB0, 0x1AFF},
                                            {0x1DC0, 0x1DFF},
                                            {0x200D, 0x200D},
                                            {0x20D0, 0x20FF},
                                            {0xFE00, 0xFE0F},
                                            {0xFE20, 0xFE2F},
                                            {0xE0100, 0xE01EF}}};

// East Asian Wide and Fullwidth, and the emoji blocks.
constexpr std::array<Range, 12> wide{{{0x1100, 0x115F},
                                      {0x231A, 0x231B},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0x33FF},
                                      {0x3400, 0x4DBF},
                                      {0x4E00, 0xA4CF},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF00, 0xFF60},
                                      {0x1F300, 0x1FAFF},
                                      {0x20000, 0x3FFFD}}};

// Characters by which text can be made to look like other text: bidirectional controls, invisible ones, tags.
constexpr std::array<Range, 9> deceptive{{{0x061C, 0x061C},
                                          {0x200B, 0x200C},
                                          {0x200E, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x2064},
                                          {0x2066, 0x206F},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFF9, 0xFFFB},
                                          {0xE0000, 0xE007F}}};

std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool well_formed(char32_t c, std::size_t bytes) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  const bool overlong = (bytes == 3 && c < 0x800) || (bytes == 4 && c < 0x10000);
  return !surrogate && !overlong && c <= 0x10FFFF;
}

void append_safe(std::string& out, CodePoint c, std::string_view bytes) {
  if (!c.valid) {
    out += "\xEF\xBF\xBD";
  } else if (c.value < 0x20 && c.value != '\n' &&
             c.value != '\t') {  // U+2400 + c is the picture of the control character c
    out += "\xE2\x90";
    out += static_cast<char>(0x80 + c.value);
  } else if (c.value == 0x7F) {
    out += "\xE2\x90\xA1";
  } else if ((c.value >= 0x80 && c.value < 0xA0) || within(c.value, deceptive)) {
    out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c.value));
  } else {
    out += bytes;
  }
}

// The length of a colour code ("ESC [ digits m") at the start of `text`; 0 when there is none.
std::size_t colour_code(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const auto end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = announced_length(lead);
  if (length == 0 || length > text.size()) return {.value = 0xFFFD, .bytes = 1, .valid = false};
  if (length == 1) return {.value = lead, .bytes = 1, .valid = true};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0U) != 0x80U) return {.value = 0xFFFD, .bytes = 1, .valid = false};
    value = (value << 6U) | (next & 0x3FU);
  }
  if (!well_formed(value, length)) return {.value = 0xFFFD, .bytes = 1, .valid = false};
  return {.value = value, .bytes = length, .valid = true};
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    const CodePoint c = first_code_point(text);
    append_safe(out, c, text.substr(0, c.bytes));
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string line = printable(text);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

std::string_view first_line(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start);
  text = text.substr(0, text.find_first_of("\r\n"));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

int display_width(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    if (const auto code = colour_code(text); code > 0) {
      text.remove_prefix(code);
      continue;
    }
    const CodePoint c = first_code_point(text);
    text.remove_prefix(c.bytes);
    if (!within(c.value, zero_width)) width += within(c.value, wide) ? 2 : 1;
  }
  return width;
}

}  // namespace runner::report
