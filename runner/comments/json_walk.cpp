#include "runner/comments/json_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace runner::comments {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t skip_blanks(Value text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r'))
    ++at;
  return at;
}

// Behind the closing quote; npos when there is none.
std::size_t string_end(Value text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at + 1;
  }
  return npos;
}

std::size_t literal_end(Value text, std::size_t at) {
  return std::min(text.find_first_of(",:]}{[\" \t\r\n", at), text.size());
}

struct End {
  std::size_t at = npos;  // npos: the value does not end
  bool too_deep = false;
};

End container_end(Value text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = string_end(text, at);
      if (at == npos) return {};
      continue;
    }
    if ((c == '{' || c == '[') && ++depth > deepest) return {.at = at, .too_deep = true};
    ++at;
    if ((c == '}' || c == ']') && --depth == 0) return {.at = at};
  }
  return {};
}

End value_end(Value text, std::size_t at) {
  if (text[at] == '"') return {.at = string_end(text, at)};
  if (text[at] == '{' || text[at] == '[') return container_end(text, at);
  return {.at = literal_end(text, at)};
}

bool broken(Reading& reading, Value at) {
  reading.fault(reading.line_at(at), "not valid JSON", "mend the syntax at or before this line");
  return false;
}

bool cut_off(Reading& reading, Value at) {
  const auto text = reading.text;
  reading.fault(reading.line_at(text.substr(text.size())),
                fmt::format("the file ends within what begins on line {}", reading.line_at(at).number),
                "fetch or write the whole of it again");
  return false;
}

// The value at `at`, which is moved behind it; an empty one after a fault.
Value take_value(Reading& reading, Value text, std::size_t& at) {
  const auto end = at < text.size() ? value_end(text, at) : End{};
  if (end.too_deep) {
    reading.fault(reading.line_at(text.substr(end.at)), fmt::format("nested more than {} deep", deepest),
                  "this is no file of comments");
    return {};
  }
  if (end.at == npos) return cut_off(reading, text.substr(std::min(at, text.size()))), Value{};
  if (end.at == at) return broken(reading, text.substr(at)), Value{};
  const auto value = text.substr(at, end.at - at);
  at = end.at;
  return value;
}

// True at the comma, false at the closing mark; a fault otherwise, which `good` tells.
bool goes_on(Reading& reading, Value text, std::size_t& at, char closing, bool& good) {
  at = skip_blanks(text, at);
  if (at < text.size() && text[at] == ',') return ++at, true;
  good = at + 1 == text.size() && text[at] == closing;
  if (!good) broken(reading, text.substr(std::min(at, text.size())));
  return false;
}

bool is_empty(Value container) {
  return skip_blanks(container.substr(0, container.size() - 1), 1) == container.size() - 1;
}

std::string key_of(Value quoted) {
  const auto key = nlohmann::json::parse(quoted, nullptr, false);
  return key.is_string() ? key.get<std::string>() : std::string();
}

}  // namespace

bool documents(Reading& reading, Value text, const Visit& visit) {
  for (auto at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, at)) {
    const auto value = take_value(reading, text, at);
    if (value.empty()) return false;
    visit(value);
  }
  return true;
}

bool elements(Reading& reading, Value list, const Visit& visit) {
  if (is_empty(list)) return true;
  bool good = true;
  std::size_t at = 1;
  do {
    at = skip_blanks(list, at);
    const auto value = take_value(reading, list, at);
    if (value.empty()) return false;
    visit(value);
  } while (goes_on(reading, list, at, ']', good));
  return good;
}

bool members(Reading& reading, Value object, const VisitMember& visit) {
  if (is_empty(object)) return true;
  bool good = true;
  std::size_t at = 1;
  do {
    at = skip_blanks(object, at);
    if (at >= object.size() || object[at] != '"')
      return broken(reading, object.substr(std::min(at, object.size())));
    const auto key = take_value(reading, object, at);
    if (key.empty()) return false;
    at = skip_blanks(object, at);
    if (at >= object.size() || object[at] != ':')
      return broken(reading, object.substr(std::min(at, object.size())));
    at = skip_blanks(object, at + 1);
    const auto value = take_value(reading, object, at);
    if (value.empty()) return false;
    visit(key_of(key), value);
  } while (goes_on(reading, object, at, '}', good));
  return good;
}

bool objects(Reading& reading, Value text, const Visit& visit) {
  const Visit each = [&](Value value) {
    if (is_list(value))
      elements(reading, value, each);
    else if (is_object(value))
      visit(value);
    else
      reading.fault(reading.line_at(value), "is neither an object nor a list", "this is no file of comments");
  };
  return documents(reading, text, each);
}

}  // namespace runner::comments
