#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "detectors/source/nearest.hpp"
#include "runner/comments/comments.hpp"
#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

using Json = nlohmann::ordered_json;
using detectors::source::Checked;
using detectors::source::Faults;
using detectors::source::Line;
using review::Comment;

const std::vector<std::string> review_keys{"version", "verdict", "comments"};
const std::vector<std::string> comment_keys{
    "id",          "file",   "lines",    "columns",  "side",       "body",       "suggestions", "severity",
    "label",       "author", "thread",   "reply_to", "state",      "resolved",   "anchor",      "anchor_note",
    "decorations", "source", "instance", "commit",   "created_at", "updated_at", "external_id", "raw"};
const std::vector<std::string> suggestion_keys{"lines", "text"};

struct Reader {
  std::string file;
  Faults faults;

  void fault(const std::string& key, std::string_view problem, std::string remedy, Line line = {}) {
    faults.push_back({file, line, key.empty() ? std::string(problem) : fmt::format("{} {}", key, problem),
                      std::move(remedy)});
  }

  bool object(const Json& json, const std::string& at, const std::vector<std::string>& known) {
    if (!json.is_object()) {
      fault(at.empty() ? "the file" : at, "is not an object", "write {…} there");
      return false;
    }
    for (const auto& [key, value] : json.items()) {
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const auto meant = detectors::source::nearest(key, known);
      fault(at + (at.empty() ? "" : ".") + key, "is an unknown key",
            meant ? fmt::format("did you mean '{}'?", *meant)
                  : fmt::format("remove it; known keys are: {}", fmt::join(known, ", ")));
    }
    return true;
  }

  std::string text(const Json& json, const std::string& at, const char* key) {
    const auto found = json.find(key);
    if (found == json.end()) return "";
    if (found->is_string()) return found->get<std::string>();
    fault(fmt::format("{}.{}", at, key), "is not a text", "write a text in quotes");
    return "";
  }

  bool flag(const Json& json, const std::string& at, const char* key) {
    const auto found = json.find(key);
    if (found != json.end() && !found->is_boolean())
      fault(fmt::format("{}.{}", at, key), "is neither true nor false", "write true or false");
    return found != json.end() && found->is_boolean() && found->get<bool>();
  }

  std::vector<std::string> texts(const Json& json, const std::string& at, const char* key) {
    std::vector<std::string> all;
    const auto found = json.find(key);
    if (found == json.end()) return all;
    const auto is_text = [](const Json& each) { return each.is_string(); };
    if (!found->is_array() || !std::all_of(found->begin(), found->end(), is_text))
      fault(fmt::format("{}.{}", at, key), "is not a list of texts", "write [\"…\"] there");
    else
      for (const auto& each : *found) all.push_back(each.get<std::string>());
    return all;
  }

  // "5-9": two numbers from 1, the second 0 where the end is not said.
  review::ColumnSpan columns(const Json& json, const std::string& at) {
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

  // One of `values` by its to_string; `fallback` when the key is absent.
  template <class Value, std::size_t count>
  Value choice(const Json& json, const std::string& at, const char* key,
               const std::array<Value, count>& values, Value fallback) {
    if (!json.contains(key)) return fallback;
    const auto name = text(json, at, key);
    std::vector<std::string_view> names;
    for (const auto value : values) {
      if (to_string(value) == name) return value;
      names.push_back(to_string(value));
    }
    if (json[key].is_string())
      fault(fmt::format("{}.{}", at, key), fmt::format("is \"{}\"", name),
            fmt::format("use one of: {}", fmt::join(names, ", ")));
    return fallback;
  }

  // "12", "12-14", 12
  review::LineSpan lines(const Json& json, const std::string& at) {
    const auto found = json.find("lines");
    if (found == json.end()) return {};
    std::optional<review::LineSpan> read;
    if (found->is_string()) read = lines_in(found->get_ref<const std::string&>());
    if (found->is_number_unsigned()) read = lines_in(std::to_string(found->get<std::uint64_t>()));
    if (!read) fault(at + ".lines", fmt::format("is {}", found->dump()), "write \"12\" or \"12-14\"");
    return read.value_or(review::LineSpan{});
  }
};

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

Json parse(Reader& reader, std::string_view text) {
  try {
    return Json::parse(text, note_duplicates(reader));
  } catch (const Json::parse_error& error) {
    const auto before = text.substr(0, error.byte);
    const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    reader.fault("", "not valid JSON", "mend the syntax at or before this line", Line{line});
    return Json::value_t::discarded;
  }
}

std::vector<review::Suggestion> read_suggestions(Reader& reader, const Json& json, const std::string& at) {
  std::vector<review::Suggestion> suggestions;
  const auto found = json.find("suggestions");
  if (found == json.end()) return suggestions;
  if (!found->is_array()) {
    reader.fault(at + ".suggestions", "is not a list", "write […] there");
    return suggestions;
  }
  for (std::size_t i = 0; i < found->size(); ++i) {
    const auto here = fmt::format("{}.suggestions[{}]", at, i);
    const auto& each = (*found)[i];
    if (!reader.object(each, here, suggestion_keys)) continue;
    if (!each.contains("lines"))
      reader.fault(here + ".lines", "is missing", "add the lines that it replaces");
    suggestions.push_back({reader.lines(each, here), reader.text(each, here, "text")});
  }
  return suggestions;
}

void check_comment(Reader& reader, const Json& json, const Comment& comment, const std::string& at) {
  if (comment.path.empty() && json.contains("lines"))
    reader.fault(at + ".lines", "stands without a file", "add file");
  const bool says_nothing =
      comment.body.find_first_not_of(" \t\r\n") == std::string::npos && comment.suggestions.empty();
  if (says_nothing && (!json.contains("body") || json["body"].is_string()))
    reader.fault(at + ".body", json.contains("body") ? "is empty" : "is missing",
                 "write what is wrong, or remove the comment");
}

Comment read_comment(Reader& reader, const Json& json, std::size_t index) {
  using enum review::AnchorQuality;
  const auto at = fmt::format("comments[{}]", index);
  Comment comment;
  if (!reader.object(json, at, comment_keys)) return comment;
  comment.id = reader.text(json, at, "id");
  comment.path = reader.text(json, at, "file");
  comment.lines = reader.lines(json, at);
  if (!comment.path.empty())
    comment.scope = comment.lines.none() ? review::CommentScope::file : review::CommentScope::lines;
  comment.side = reader.choice(json, at, "side", std::array{review::Side::after, review::Side::before},
                               review::Side::after);
  comment.body = reader.text(json, at, "body");
  comment.suggestions = read_suggestions(reader, json, at);
  if (json.contains("severity")) {
    using enum detectors::source::Severity;
    comment.severity = reader.choice(json, at, "severity", std::array{blocker, major, minor, nit}, major);
  }
  comment.columns = reader.columns(json, at);
  comment.label = reader.text(json, at, "label");
  comment.decorations = reader.texts(json, at, "decorations");
  comment.resolved = reader.flag(json, at, "resolved");
  comment.anchor_note = reader.text(json, at, "anchor_note");
  comment.origin = {.instance = reader.text(json, at, "instance"),
                    .external_id = reader.text(json, at, "external_id"),
                    .commit = reader.text(json, at, "commit"),
                    .created_at = reader.text(json, at, "created_at"),
                    .updated_at = reader.text(json, at, "updated_at")};
  comment.author = reader.text(json, at, "author");
  comment.thread = reader.text(json, at, "thread");
  comment.reply_to = reader.text(json, at, "reply_to");
  comment.state = reader.choice(json, at, "state",
                                std::array{review::CommentState::draft, review::CommentState::submitted},
                                review::CommentState::submitted);
  comment.anchor = reader.choice(json, at, "anchor", std::array{exact, outdated, inferred, none}, exact);
  comment.source = json.contains("source") ? reader.text(json, at, "source") : "json";
  comment.raw = reader.text(json, at, "raw");
  check_comment(reader, json, comment, at);
  return comment;
}

// Every comment gets an id that is its own; ids that the file gives are kept, and must differ.
void give_ids(Reader& reader, std::vector<Comment>& comments) {
  std::set<std::string> taken;
  for (std::size_t i = 0; i < comments.size(); ++i)
    if (!comments[i].id.empty() && !taken.insert(comments[i].id).second)
      reader.fault(fmt::format("comments[{}].id", i),
                   fmt::format("is \"{}\", which another comment has", comments[i].id),
                   "give it one of its own, or leave it out");
  std::size_t next = 1;
  for (auto& comment : comments)
    while (comment.id.empty())
      if (auto id = fmt::format("c{}", next++); taken.insert(id).second) comment.id = std::move(id);
}

std::vector<std::string> reply_notes(const std::vector<Comment>& comments) {
  std::set<std::string_view> ids;
  for (const auto& comment : comments) ids.insert(comment.id);
  std::vector<std::string> notes;
  for (const auto& comment : comments)
    if (!comment.reply_to.empty() && !ids.contains(comment.reply_to))
      notes.push_back(
          fmt::format("comment {} answers '{}', which is not in this file", comment.id, comment.reply_to));
  return notes;
}

Imported read_review(Reader& reader, const Json& json) {
  Imported imported;
  if (!reader.object(json, "", review_keys)) return imported;
  if (const auto version = json.find("version"); version != json.end() && *version != 1)
    reader.fault("version", fmt::format("is {}", version->dump()), "this program reads version 1");
  if (const auto verdict = json.find("verdict"); verdict != json.end()) {
    const auto named =
        verdict->is_string() ? review::verdict_named(verdict->get<std::string>()) : std::nullopt;
    if (!named)
      reader.fault("verdict", fmt::format("is {}", verdict->dump()),
                   "use one of: approve, request-changes, comment, none");
    imported.review.verdict = named.value_or(review::Verdict::none);
  }
  const auto comments = json.find("comments");
  if (comments == json.end() || !comments->is_array()) {
    reader.fault("comments", comments == json.end() ? "is missing" : "is not a list",
                 "write \"comments\": […]");
    return imported;
  }
  for (std::size_t i = 0; i < comments->size(); ++i)
    imported.review.comments.push_back(read_comment(reader, (*comments)[i], i));
  give_ids(reader, imported.review.comments);
  imported.notes = reply_notes(imported.review.comments);
  return imported;
}

}  // namespace

Checked<Imported> read_json(const std::string& path, std::string_view text) {
  Reader reader{.file = path, .faults = {}};
  const auto json = parse(reader, text);
  if (json.is_discarded()) return tl::make_unexpected(std::move(reader.faults));
  auto imported = read_review(reader, json);
  if (!reader.faults.empty()) return tl::make_unexpected(std::move(reader.faults));
  return imported;
}

}  // namespace runner::comments
