// reviews/<name>.json: a review that somebody could have written, and the levels that it must be given.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "runner/exercise/reading.hpp"

namespace runner::exercise {
namespace {

using Json = nlohmann::json;
using detectors::source::Line;
using detectors::source::LineSpan;

// One file, its faults, and the strict reading of its objects.
struct Reader {
  std::string file;
  Faults& faults;

  void fault(std::string_view key, std::string_view problem, std::string remedy, Line line = {}) {
    faults.push_back({file, line, key.empty() ? std::string(problem) : fmt::format("{} {}", key, problem),
                      std::move(remedy)});
  }

  // True when it is an object; keys that are not `known` are faults.
  bool object(const Json& json, const std::string& at, const std::vector<std::string>& known) {
    if (!json.is_object()) {
      fault(at.empty() ? "the file" : at, "is not an object", "write {…} there");
      return false;
    }
    for (const auto& [key, value] : json.items())
      if (std::find(known.begin(), known.end(), key) == known.end())
        fault(at + (at.empty() ? "" : ".") + key, "is an unknown key", unknown_id_remedy(key, known));
    return true;
  }

  // "" when absent or not a text.
  std::string text(const Json& json, const std::string& at, const char* key) {
    const auto found = json.find(key);
    if (found == json.end()) return "";
    if (found->is_string()) return found->get<std::string>();
    fault(at + key, "is not a text", "write a text in quotes");
    return "";
  }

  std::string required_text(const Json& json, const std::string& at, const char* key) {
    if (!json.contains(key)) fault(at + key, "is missing", "add it");
    return text(json, at, key);
  }
};

// nlohmann keeps the last of two equal keys; an author must hear of both.
Json::parser_callback_t note_duplicates(Reader& reader) {
  return [&reader, seen = std::vector<std::set<std::string>>{}](int, Json::parse_event_t event,
                                                                Json& value) mutable {
    if (event == Json::parse_event_t::object_start) seen.emplace_back();
    if (event == Json::parse_event_t::object_end) seen.pop_back();
    if (event == Json::parse_event_t::key && !seen.back().insert(value.get<std::string>()).second)
      reader.fault(value.get<std::string>(), "stands twice in one object", "keep one of them");
    return true;
  };
}

Json parse(Reader& reader, const std::string& text) {
  try {
    return Json::parse(text, note_duplicates(reader));
  } catch (const Json::parse_error& error) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
    const auto line = static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
    reader.fault("", "not valid JSON", "mend the syntax at or before this line", Line{line});
    return Json::value_t::discarded;
  }
}

std::optional<int> line_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1) return std::nullopt;
  return value;
}

LineSpan read_lines(Reader& reader, const std::string& at, const std::string& text) {
  const auto dash = text.find('-');
  const auto first = line_number(std::string_view(text).substr(0, dash));
  const auto last = dash == std::string::npos ? first : line_number(std::string_view(text).substr(dash + 1));
  if (first && last && *first <= *last) return {Line{*first}, Line{*last}};
  reader.fault(at + "lines", fmt::format("is \"{}\"", text), "write \"12\" or \"12-14\"");
  return {};
}

review::Comment read_comment(Reader& reader, const Json& json, std::size_t index) {
  const auto at = fmt::format("comments[{}]", index);
  review::Comment comment{.id = fmt::format("c{}", index + 1), .source = "sample"};
  if (!reader.object(json, at, {"file", "lines", "body", "severity"})) return comment;
  comment.path = reader.text(json, at + ".", "file");
  if (const auto unsafe = unsafe_path(comment.path); !comment.path.empty() && unsafe)
    reader.fault(at + ".file", *unsafe, "write a path below tree/");
  if (json.contains("lines")) {
    if (comment.path.empty()) reader.fault(at + ".lines", "stands without a file", "add file");
    if (const auto lines = reader.text(json, at + ".", "lines"); json["lines"].is_string())
      comment.lines = read_lines(reader, at + ".", lines);
  }
  if (!comment.path.empty())
    comment.scope = comment.lines.none() ? review::CommentScope::file : review::CommentScope::lines;
  comment.body = reader.required_text(json, at + ".", "body");
  if (json.contains("severity")) {
    const auto name = reader.text(json, at + ".", "severity");
    comment.severity = detectors::source::severity_named(name);
    if (!comment.severity && json["severity"].is_string())
      reader.fault(at + ".severity", fmt::format("is \"{}\"", name),
                   "use one of: blocker, major, minor, nit");
  }
  return comment;
}

void read_verdict(Reader& reader, const Json& json, review::Review& review) {
  const auto name = reader.required_text(json, "", "verdict");
  const auto verdict = review::verdict_named(name);
  if (verdict)
    review.verdict = *verdict;
  else if (json.contains("verdict") && json["verdict"].is_string())
    reader.fault("verdict", fmt::format("is \"{}\"", name),
                 "use one of: approve, request-changes, comment, none");
}

void read_comments(Reader& reader, const Json& json, review::Review& review) {
  const auto found = json.find("comments");
  if (found == json.end() || !found->is_array())
    return reader.fault("comments", found == json.end() ? "is missing" : "is not a list",
                        "write \"comments\": […]");
  for (std::size_t i = 0; i < found->size(); ++i)
    review.comments.push_back(read_comment(reader, (*found)[i], i));
}

void read_expected(Reader& reader, const Json& json, const KnownIds& known, SampleReview& sample) {
  const auto found = json.find("expected");
  if (found == json.end()) return reader.fault("expected", "is missing", "name the level of every defect");
  if (!reader.object(*found, "expected", known.defects)) return;
  for (const auto& id : known.defects) {
    const auto level = reader.required_text(*found, "expected.", id.c_str());
    if (const auto named = review::level_named(level))
      sample.expected.emplace_back(id, *named);
    else if (found->contains(id) && (*found)[id].is_string())
      reader.fault("expected." + id, fmt::format("is \"{}\"", level),
                   "use one of: missed, located, identified, explained, fixed");
  }
}

void read_decoy_hits(Reader& reader, const Json& json, SampleReview& sample) {
  const auto found = json.find("expected_decoy_hits");
  if (found == json.end()) return;
  if (found->is_number_integer() && *found >= 0 && *found <= 1000)
    sample.expected_decoy_hits = found->get<int>();
  else
    reader.fault("expected_decoy_hits", "is not a number of decoys", "write a whole number, 0 or more");
}

}  // namespace

SampleReview read_sample_review(const Folder& folder, const KnownIds& known, const std::string& name,
                                Faults& faults) {
  SampleReview sample{.name = name, .title = {}, .review = {}, .expected = {}, .expected_decoy_hits = {}};
  const auto path = "reviews/" + name + ".json";
  Reader reader{.file = folder.name + "/" + path, .faults = faults};
  const auto json = parse(reader, text_at(folder, path));
  if (json.is_discarded()) return sample;
  if (!reader.object(json, "", {"title", "verdict", "comments", "expected", "expected_decoy_hits"}))
    return sample;
  sample.title = reader.required_text(json, "", "title");
  read_verdict(reader, json, sample.review);
  read_comments(reader, json, sample.review);
  read_expected(reader, json, known, sample);
  read_decoy_hits(reader, json, sample);
  return sample;
}

}  // namespace runner::exercise
