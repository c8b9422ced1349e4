#include "runner/web/http.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace runner::web {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// What stands between the separators, each cut at its first '='.
template <class Take>
void each_pair(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    const auto equals = part.find('=');
    if (!part.empty())
      take(part.substr(0, equals),
           equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

}  // namespace

std::string_view field(const Fields& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string decoded(std::string_view text, Plus plus) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
    }
  }
  return out;
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (plain(c))
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Fields read_form(std::string_view text) {
  Fields fields;
  each_pair(text, '&', [&](std::string_view name, std::string_view value) {
    fields.emplace_back(decoded(name, Plus::is_space), decoded(value, Plus::is_space));
  });
  return fields;
}

Fields read_cookies(std::string_view text) {
  Fields fields;
  each_pair(text, ';', [&](std::string_view name, std::string_view value) {
    while (name.starts_with(' ')) name.remove_prefix(1);
    fields.emplace_back(name, value);
  });
  return fields;
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string_view query_of(std::string_view target) {
  const auto mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

std::string forwarded_for(const Fields& headers, std::string peer) {
  for (const auto& [name, value] : headers) {
    if (name != "x-forwarded-for") continue;
    auto last = std::string_view(value);
    if (const auto comma = last.rfind(','); comma != std::string_view::npos) last.remove_prefix(comma + 1);
    while (last.starts_with(' ')) last.remove_prefix(1);
    if (!last.empty()) peer = last;
  }
  return peer;
}

std::string_view to_string(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::other:
      return "other";
  }
  return "other";
}

Response redirect(std::string_view to) {
  return {.status = 303, .body = "", .headers = {{"Location", std::string(to)}}};
}

}  // namespace runner::web
