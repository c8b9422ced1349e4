#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "detectors/source/nearest.hpp"
#include "detectors/source/strict_json.hpp"
#include "runner/comments/json_walk.hpp"
#include "runner/comments/own_fields.hpp"

namespace runner::comments {
namespace {

using detectors::source::Checked;
using detectors::source::StrictJson;
using review::Comment;

const std::vector<std::string> review_keys{"version", "verdict", "comments"};
const std::vector<std::string> comment_keys{
    "id",          "file",   "lines",    "columns",  "side",       "body",       "suggestions", "severity",
    "label",       "author", "thread",   "reply_to", "state",      "resolved",   "anchor",      "anchor_note",
    "decorations", "source", "instance", "commit",   "created_at", "updated_at", "external_id", "raw"};

void check_comment(const StrictJson& json, const Comment& comment) {
  if (comment.path.empty() && json.has("lines")) json.fault("lines", "stands without a file", "add file");
  const bool says_nothing =
      comment.body.find_first_not_of(" \t\r\n") == std::string::npos && comment.suggestions.empty();
  if (says_nothing && (!json.has("body") || json.has_text("body")))
    json.fault("body", json.has("body") ? "is empty" : "is missing",
               "write what is wrong, or remove the comment");
}

// One of `values` by its to_string; `fallback` when the key is absent.
template <class Choice, std::size_t count>
Choice choice(const StrictJson& json, std::string_view key, const std::array<Choice, count>& values,
              Choice fallback) {
  std::vector<std::string_view> names;
  for (const auto value : values) names.push_back(to_string(value));
  const auto chosen = json.choice(key, names);
  return chosen ? values[*chosen] : fallback;
}

Comment read_comment(const StrictJson& json) {
  using enum review::AnchorQuality;
  Comment comment;
  if (!json.object(comment_keys)) return comment;
  comment.id = json.text("id");
  comment.path = json.text("file");
  comment.lines = lines_field(json);
  if (!comment.path.empty())
    comment.scope = comment.lines.none() ? review::CommentScope::file : review::CommentScope::lines;
  comment.side =
      choice(json, "side", std::array{review::Side::after, review::Side::before}, review::Side::after);
  comment.body = json.text("body");
  comment.suggestions = suggestions_field(json);
  if (json.has("severity")) {
    using enum detectors::source::Severity;
    comment.severity = choice(json, "severity", std::array{blocker, major, minor, nit}, major);
  }
  comment.columns = columns_field(json);
  comment.label = json.text("label");
  comment.decorations = json.texts("decorations");
  comment.resolved = json.flag("resolved");
  comment.anchor_note = json.text("anchor_note");
  comment.origin = {.instance = json.text("instance"),
                    .external_id = json.text("external_id"),
                    .commit = json.text("commit"),
                    .created_at = json.text("created_at"),
                    .updated_at = json.text("updated_at")};
  comment.author = json.text("author");
  comment.thread = json.text("thread");
  comment.reply_to = json.text("reply_to");
  comment.state =
      choice(json, "state", std::array{review::CommentState::draft, review::CommentState::submitted},
             review::CommentState::submitted);
  comment.anchor = choice(json, "anchor", std::array{exact, outdated, inferred, none}, exact);
  comment.source = json.has("source") ? json.text("source") : "json";
  comment.raw = json.text("raw");
  check_comment(json, comment);
  if (comment.path.empty()) comment.lines = {}, comment.columns = {};
  return comment;
}

// One file while it is read.
struct OwnReading {
  Reading& reading;
  std::set<std::string> keys;
  std::set<std::string> ids;
  std::size_t count = 0;

  // What is wrong with a part of the text stands on its line; with the file as a whole, on none.
  void fault(std::string problem, std::string remedy) {
    reading.fault({}, std::move(problem), std::move(remedy));
  }

  std::optional<StrictJson> read(Value part, std::string at) {
    return StrictJson::read(
        part, std::move(at),
        [this, part](std::optional<std::size_t> offset, std::string problem, std::string remedy) {
          reading.fault(reading.line_at(part.substr(offset.value_or(0))), std::move(problem),
                        std::move(remedy));
        });
  }

  void version(Value value) {
    if (value != "1")
      fault(fmt::format("version is {}", value.substr(0, 40)), "this program reads version 1");
  }

  void verdict(Value value) {
    const auto json = read(value, "verdict");
    const auto name = json ? json->own_text() : std::nullopt;
    const auto named = name ? review::verdict_named(*name) : std::nullopt;
    if (!named)
      fault(fmt::format("verdict is {}", value.substr(0, 40)),
            "use one of: approve, request-changes, comment, none");
    reading.harvest.verdict = named.value_or(review::Verdict::none);
  }

  void comment(Value value) {
    const auto name = fmt::format("comments[{}]", count++);
    const auto json = read(value, name);
    if (!json) return;
    auto comment = read_comment(*json);
    if (!comment.id.empty() && !ids.insert(comment.id).second)
      json->fault("id", fmt::format("is \"{}\", which another comment has", comment.id),
                  "give it one of its own, or leave it out");
    auto record = comment.id.empty() ? name : "comment " + comment.id;
    reading.found({.comment = std::move(comment), .record = std::move(record)});
  }

  void member(const std::string& key, Value value) {
    if (!keys.insert(key).second) fault(key + " stands twice in one object", "keep one of them");
    if (key == "version") return version(value);
    if (key == "verdict") return verdict(value);
    if (key != "comments")
      return fault(key + " is an unknown key",
                   detectors::source::did_you_mean(key, review_keys)
                       .value_or(fmt::format("remove it; known keys are: {}", fmt::join(review_keys, ", "))));
    if (is_list(value))
      elements(reading, value, [&](Value each) { comment(each); });
    else
      fault("comments is not a list", "write \"comments\": […]");
  }
};

}  // namespace

void read_own_json(Reading& reading) {
  OwnReading own{.reading = reading, .keys = {}, .ids = {}};
  int documents_met = 0;
  const bool whole = documents(reading, reading.text, [&](Value value) {
    if (++documents_met > 1) return own.fault("holds more than one document", "import them one by one");
    if (!is_object(value)) return own.fault("the file is not an object", "write {…} there");
    members(reading, value, [&](const std::string& key, Value each) { own.member(key, each); });
    if (!own.keys.contains("comments")) own.fault("comments is missing", "write \"comments\": […]");
  });
  if (whole && documents_met == 0)
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
