#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/comments.hpp"
#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

using detectors::source::Checked;
using detectors::source::faulty;
using detectors::source::Line;

enum class Order { little, big };

constexpr char32_t replacement = 0xFFFD;

void append(std::string& out, char32_t point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (point < 0x80) return put(point);
  if (point < 0x800) return put(0xC0U | point >> 6U), put(0x80U | (point & 0x3FU));
  if (point < 0x10000)
    return put(0xE0U | point >> 12U), put(0x80U | (point >> 6U & 0x3FU)), put(0x80U | (point & 0x3FU));
  put(0xF0U | point >> 18U), put(0x80U | (point >> 12U & 0x3FU));
  put(0x80U | (point >> 6U & 0x3FU)), put(0x80U | (point & 0x3FU));
}

char32_t unit_at(std::string_view bytes, std::size_t at, Order order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == Order::little ? char32_t{second} << 8U | first : char32_t{first} << 8U | second;
}

// A surrogate without its other half becomes U+FFFD, as in every decoder of the web.
std::string from_utf16(std::string_view bytes, Order order) {
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto point = unit_at(bytes, at, order);
    const bool high = point >= 0xD800 && point < 0xDC00;
    const auto low = high && at + 3 < bytes.size() ? unit_at(bytes, at + 2, order) : char32_t{0};
    if (high && low >= 0xDC00 && low < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    } else if (point >= 0xD800 && point < 0xE000) {
      point = replacement;
    }
    append(text, point);
  }
  return text;
}

// Text in a European language has NUL as every other byte of its UTF-16.
std::optional<Order> order_without_mark(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const auto nul = [&](std::size_t at) { return bytes[at] == '\0'; };
  if (!nul(0) && nul(1) && !nul(2) && nul(3)) return Order::little;
  if (nul(0) && !nul(1) && nul(2) && !nul(3)) return Order::big;
  return std::nullopt;
}

// None when the bytes are UTF-8, or something else that is not UTF-16.
std::optional<std::string> transcoded(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), Order::little);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), Order::big);
  if (const auto order = order_without_mark(bytes)) return from_utf16(bytes, *order);
  return std::nullopt;
}

// How long the UTF-8 sequence at the front is; 0 when it is malformed (RFC 3629, table in section 4).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const auto tail = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  const auto first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first < 0xF0) {
    const bool overlong = first == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = first == 0xED && byte(1) >= 0xA0;
    return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first < 0xF5) {
    const bool out_of_range = (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90);
    return tail(1) && tail(2) && tail(3) && !out_of_range ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t first_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto length = sequence_length(text.substr(at, 4));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

Checked<std::string> decoded(const std::string& path, std::string text) {
  if (auto other = transcoded(text)) text = *std::move(other);
  if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
  const auto wrong = std::min(first_not_utf8(text), text.find('\0'));
  if (wrong == std::string::npos) return text;
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(wrong), '\n') + 1;
  return faulty({path, Line{static_cast<int>(line)}, "is not UTF-8 text", "save the file as UTF-8"});
}

}  // namespace runner::comments
