#include "runner/web/view.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/web/http.hpp"

namespace runner::web {
namespace {

constexpr std::size_t most_opened = 500;

// A number from 0 at the front, taken off with the point behind it.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  if (text.starts_with('.'))
    text.remove_prefix(1);
  else if (!text.empty())
    return std::nullopt;
  return number;
}

void open_gap(View& view, std::string_view text) {
  const auto file = take_number(text), gap = take_number(text);
  if (file && gap && text.empty() && view.opened.size() < most_opened)
    view.opened.emplace(static_cast<std::size_t>(*file), *gap);
}

int line_in(std::string_view text) {
  const auto line = take_number(text);
  return line && text.empty() ? *line : 0;
}

}  // namespace

std::string to_string(const At& at) {
  if (!at.file) return "review";
  if (at.line == 0) return fmt::format("{}", *at.file);
  return fmt::format("{}.{}.{}", *at.file, at.side == review::Side::after ? 'a' : 'b', at.line);
}

std::optional<At> at_named(std::string_view text) {
  if (text == "review") return At{};
  if (text.ends_with('.')) return std::nullopt;
  At at;
  const auto file = take_number(text);
  if (!file) return std::nullopt;
  at.file = static_cast<std::size_t>(*file);
  if (text.empty()) return at;
  if (!text.starts_with("a.") && !text.starts_with("b.")) return std::nullopt;
  at.side = text.front() == 'a' ? review::Side::after : review::Side::before;
  text.remove_prefix(2);
  const auto line = take_number(text);
  if (!line || *line == 0 || !text.empty()) return std::nullopt;
  at.line = *line;
  return at;
}

View without_form(View view) {
  view.at.reset();
  view.last = 0;
  view.edit.clear();
  return view;
}

View read_view(std::string_view query) {
  View view;
  for (const auto& [name, value] : read_form(query)) {
    if (name == "view" && value == "split") view.layout = Layout::split;
    if (name == "open") open_gap(view, value);
    if (name == "at") view.at = at_named(value);
    if (name == "last") view.last = line_in(value);
    if (name == "edit") view.edit = value;
  }
  return view;
}

std::string to_query(const View& view) {
  std::string out = "?";
  const auto add = [&](std::string_view name, const std::string& value) {
    out += fmt::format("{}{}={}", out.size() == 1 ? "" : "&", name, encoded(value));
  };
  if (view.layout == Layout::split) add("view", "split");
  for (const auto& [file, gap] : view.opened) add("open", fmt::format("{}.{}", file, gap));
  if (view.at) add("at", to_string(*view.at));
  if (view.at && view.last > 0) add("last", fmt::format("{}", view.last));
  if (!view.edit.empty()) add("edit", view.edit);
  return out;
}

}  // namespace runner::web
