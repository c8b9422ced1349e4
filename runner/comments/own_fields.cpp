#include "runner/comments/own_fields.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/comments/lines.hpp"

namespace runner::comments {

using detectors::source::StrictJson;

review::LineSpan lines_field(const StrictJson& json) {
  if (!json.has("lines")) return {};
  const auto number = json.whole_number("lines");
  const auto read = lines_in(number                   ? std::to_string(*number)
                             : json.has_text("lines") ? json.text("lines")
                                                      : "");
  if (!read) json.fault("lines", fmt::format("is {}", json.written("lines")), "write \"12\" or \"12-14\"");
  return read.value_or(review::LineSpan{});
}

review::ColumnSpan columns_field(const StrictJson& json) {
  const auto written = json.text("columns");
  if (written.empty()) return {};
  review::ColumnSpan read;
  const auto* end = written.data() + written.size();
  const auto first = std::from_chars(written.data(), end, read.first.number);
  const bool dash = first.ec == std::errc() && first.ptr != end && *first.ptr == '-';
  const auto last = dash ? std::from_chars(first.ptr + 1, end, read.end.number) : first;
  if (dash && last.ec == std::errc() && last.ptr == end && read.first.number > 0 && read.end.number >= 0)
    return read;
  json.fault("columns", fmt::format("is \"{}\"", written),
             "write \"5-9\": the first column and the one after the last");
  return {};
}

std::vector<review::Suggestion> suggestions_field(const StrictJson& json) {
  std::vector<review::Suggestion> all;
  for (const auto& each : json.list("suggestions")) {
    if (!each.object({"lines", "text"})) continue;
    if (!each.has("lines")) each.fault("lines", "is missing", "add the lines that it replaces");
    all.push_back({lines_field(each), each.text("text")});
  }
  return all;
}

}  // namespace runner::comments
