#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "runner/comments/json_walk.hpp"
#include "runner/comments/strict_json.hpp"

namespace runner::comments {
namespace {

using detectors::source::Checked;
using review::Comment;

const std::vector<std::string> review_keys{"version", "verdict", "comments"};
const std::vector<std::string> comment_keys{
    "id",          "file",   "lines",    "columns",  "side",       "body",       "suggestions", "severity",
    "label",       "author", "thread",   "reply_to", "state",      "resolved",   "anchor",      "anchor_note",
    "decorations", "source", "instance", "commit",   "created_at", "updated_at", "external_id", "raw"};

void check_comment(StrictJson& reader, const OrderedJson& json, const Comment& comment,
                   const std::string& at) {
  if (comment.path.empty() && json.contains("lines"))
    reader.fault(at + ".lines", "stands without a file", "add file");
  const bool says_nothing =
      comment.body.find_first_not_of(" \t\r\n") == std::string::npos && comment.suggestions.empty();
  if (says_nothing && (!json.contains("body") || json["body"].is_string()))
    reader.fault(at + ".body", json.contains("body") ? "is empty" : "is missing",
                 "write what is wrong, or remove the comment");
}

Comment read_comment(StrictJson& reader, const OrderedJson& json, std::size_t index) {
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
  comment.suggestions = reader.suggestions(json, at);
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

// One file while it is read.
struct OwnReading {
  Reading& reading;
  std::set<std::string> keys;
  std::set<std::string> ids;
  std::size_t count = 0;

  void version(Value value) {
    if (StrictJson strict{reading, {}}; value != "1")
      strict.fault("version", fmt::format("is {}", value.substr(0, 40)), "this program reads version 1");
  }

  void verdict(Value value) {
    StrictJson strict{reading, {}};
    const auto json = strict.parse(value);
    const auto named = json.is_string() ? review::verdict_named(json.get<std::string>()) : std::nullopt;
    if (!named)
      strict.fault("verdict", fmt::format("is {}", value.substr(0, 40)),
                   "use one of: approve, request-changes, comment, none");
    reading.harvest.verdict = named.value_or(review::Verdict::none);
  }

  void comment(Value value) {
    StrictJson strict{reading, value};
    const auto json = strict.parse(value);
    const auto index = count++;
    if (json.is_discarded()) return;
    auto read = read_comment(strict, json, index);
    if (!read.id.empty() && !ids.insert(read.id).second)
      strict.fault(fmt::format("comments[{}].id", index),
                   fmt::format("is \"{}\", which another comment has", read.id),
                   "give it one of its own, or leave it out");
    auto record = read.id.empty() ? fmt::format("comments[{}]", index) : "comment " + read.id;
    reading.found({.comment = std::move(read), .record = std::move(record)});
  }

  void member(const std::string& key, Value value) {
    StrictJson strict{reading, {}};
    if (!keys.insert(key).second) strict.fault(key, "stands twice in one object", "keep one of them");
    if (key == "version") return version(value);
    if (key == "verdict") return verdict(value);
    if (key != "comments") return strict.unknown("", key, review_keys);
    if (is_list(value))
      elements(reading, value, [&](Value each) { comment(each); });
    else
      strict.fault("comments", "is not a list", "write \"comments\": […]");
  }
};

}  // namespace

void read_own_json(Reading& reading) {
  StrictJson strict{reading, {}};
  OwnReading own{.reading = reading, .keys = {}, .ids = {}};
  int count = 0;
  const bool whole = documents(reading, reading.text, [&](Value value) {
    if (++count > 1) return strict.fault("", "holds more than one document", "import them one by one");
    if (!is_object(value)) return strict.fault("the file", "is not an object", "write {…} there");
    members(reading, value, [&](const std::string& key, Value each) { own.member(key, each); });
    if (!own.keys.contains("comments")) strict.fault("comments", "is missing", "write \"comments\": […]");
  });
  if (whole && count == 0)
    reading.fault(detectors::source::Line{1}, "not valid JSON", "mend the syntax at or before this line");
}

// Others are JSON with "comments" too; ours have no "path" and no "event".
bool is_own_json(const Look& look) {
  if (look.shape != Look::Shape::json_object || !look.has("comments")) return false;
  const auto ours = [](const std::string& key) {
    return std::find(review_keys.begin(), review_keys.end(), key) != review_keys.end();
  };
  return std::all_of(look.keys.begin(), look.keys.end(), ours) && !look.records_have("path");
}

Checked<Imported> read_json(const std::string& path, std::string_view text) {
  return read_whole(*format_named("json"), path, text);
}

}  // namespace runner::comments
