#include "runner/comments/strict_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "detectors/source/nearest.hpp"
#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

const std::vector<std::string> suggestion_keys{"lines", "text"};

OrderedJson::parser_callback_t note_duplicates(StrictJson& strict) {
  return [&strict, seen = std::vector<std::set<std::string>>{}](int, OrderedJson::parse_event_t event,
                                                                OrderedJson& value) mutable {
    if (event == OrderedJson::parse_event_t::object_start) seen.emplace_back();
    if (event == OrderedJson::parse_event_t::object_end) seen.pop_back();
    if (event == OrderedJson::parse_event_t::key && !seen.back().insert(value.get<std::string>()).second)
      strict.fault(value.get<std::string>(), "stands twice in one object", "keep one of them");
    return true;
  };
}

}  // namespace

void StrictJson::fault(const std::string& key, std::string_view problem, std::string remedy) {
  reading.fault(part.empty() ? detectors::source::Line{} : reading.line_at(part),
                key.empty() ? std::string(problem) : fmt::format("{} {}", key, problem), std::move(remedy));
}

OrderedJson StrictJson::parse(std::string_view value) {
  try {
    return OrderedJson::parse(value, note_duplicates(*this));
  } catch (const OrderedJson::parse_error& error) {
    reading.fault(reading.line_at(value.substr(std::min(error.byte, value.size()))), "not valid JSON",
                  "mend the syntax at or before this line");
  } catch (const OrderedJson::exception&) {  // a number beyond every number
    fault("", "not valid JSON", "mend the syntax at or before this line");
  }
  return OrderedJson::value_t::discarded;
}

void StrictJson::unknown(const std::string& at, const std::string& key,
                         const std::vector<std::string>& known) {
  const auto meant = detectors::source::nearest(key, known);
  fault(at + (at.empty() ? "" : ".") + key, "is an unknown key",
        meant ? fmt::format("did you mean '{}'?", *meant)
              : fmt::format("remove it; known keys are: {}", fmt::join(known, ", ")));
}

void StrictJson::no_choice(const std::string& at, const char* key, const std::string& name,
                           const std::vector<std::string_view>& names) {
  fault(fmt::format("{}.{}", at, key), fmt::format("is \"{}\"", name),
        fmt::format("use one of: {}", fmt::join(names, ", ")));
}

bool StrictJson::object(const OrderedJson& json, const std::string& at,
                        const std::vector<std::string>& known) {
  if (!json.is_object()) {
    fault(at.empty() ? "the file" : at, "is not an object", "write {…} there");
    return false;
  }
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    unknown(at, key, known);
  }
  return true;
}

std::string StrictJson::text(const OrderedJson& json, const std::string& at, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  fault(fmt::format("{}.{}", at, key), "is not a text", "write a text in quotes");
  return "";
}

bool StrictJson::flag(const OrderedJson& json, const std::string& at, const char* key) {
  const auto found = json.find(key);
  if (found != json.end() && !found->is_boolean())
    fault(fmt::format("{}.{}", at, key), "is neither true nor false", "write true or false");
  return found != json.end() && found->is_boolean() && found->get<bool>();
}

std::vector<std::string> StrictJson::texts(const OrderedJson& json, const std::string& at, const char* key) {
  std::vector<std::string> all;
  const auto found = json.find(key);
  if (found == json.end()) return all;
  const auto is_text = [](const OrderedJson& each) { return each.is_string(); };
  if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_text))
    fault(fmt::format("{}.{}", at, key), "is not a list of texts", "write [\"…\"] there");
  else
    for (const auto& each : *found) all.push_back(each.get<std::string>());
  return all;
}

review::ColumnSpan StrictJson::columns(const OrderedJson& json, const std::string& at) {
  const auto written = text(json, at, "columns");
  if (written.empty()) return {};
  review::ColumnSpan read;
  const auto* end = written.data() + written.size();
  const auto first = std::from_chars(written.data(), end, read.first.number);
  const bool dash = first.ec == std::errc() && first.ptr != end && *first.ptr == '-';
  const auto last = dash ? std::from_chars(first.ptr + 1, end, read.end.number) : first;
  if (dash && last.ec == std::errc() && last.ptr == end && read.first.number > 0 && read.end.number >= 0)
    return read;
  fault(at + ".columns", fmt::format("is \"{}\"", written),
        "write \"5-9\": the first column and the one after the last");
  return {};
}

review::LineSpan StrictJson::lines(const OrderedJson& json, const std::string& at) {
  const auto found = json.find("lines");
  if (found == json.end()) return {};
  std::optional<review::LineSpan> read;
  if (found->is_string()) read = lines_in(found->get_ref<const std::string&>());
  if (found->is_number_unsigned()) read = lines_in(std::to_string(found->get<std::uint64_t>()));
  if (!read) fault(at + ".lines", fmt::format("is {}", found->dump()), "write \"12\" or \"12-14\"");
  return read.value_or(review::LineSpan{});
}

std::vector<review::Suggestion> StrictJson::suggestions(const OrderedJson& json, const std::string& at) {
  std::vector<review::Suggestion> all;
  const auto found = json.find("suggestions");
  if (found == json.end()) return all;
  if (!found->is_array()) {
    fault(at + ".suggestions", "is not a list", "write […] there");
    return all;
  }
  for (std::size_t i = 0; i < found->size(); ++i) {
    const auto here = fmt::format("{}.suggestions[{}]", at, i);
    const auto& each = (*found)[i];
    if (!object(each, here, suggestion_keys)) continue;
    if (!each.contains("lines")) fault(here + ".lines", "is missing", "add the lines that it replaces");
    all.push_back({lines(each, here), text(each, here, "text")});
  }
  return all;
}

}  // namespace runner::comments
