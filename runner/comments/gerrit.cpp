// Gerrit: GET /changes/ID/comments (or …/robotcomments, …/drafts), a map from path to comments behind the
// line )]}'; and the ReviewInput that posts them.
// https://gerrit-review.googlesource.com/Documentation/rest-api-changes.html#comment-info
#include <fmt/format.h>

#include "runner/comments/json_record.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;
using review::Side;

constexpr std::string_view magic = ")]}'";  // before the JSON, so that it cannot be run as a script

// Columns count characters from 0, the end is excluded: 4..60 are our 5..61.
review::ColumnSpan columns_of(const Record& range) {
  return {review::Column{range.number("start_character") + 1},
          review::Column{range.number("end_character") + 1}};
}

// A range that ends at the beginning of a line does not touch that line.
review::LineSpan lines_of(const Record& range) {
  const int first = range.number("start_line");
  const int last = range.number("end_line");
  return span_of(first, last > first && range.number("end_character") == 0 ? last - 1 : last);
}

void take_range(const Record& record, Found& found) {
  auto& comment = found.comment;
  if (record.has("range")) {
    const auto range = record.object("range");
    comment.lines = lines_of(range);
    if (comment.lines.last.number == range.number("end_line")) comment.columns = columns_of(range);
  } else {
    comment.lines = span_of(0, record.number("line"));
  }
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
}

void take_fixes(const Record& record, Found& found, Reading& reading) {
  for (const auto& suggestion : record.list("fix_suggestions"))
    for (const auto& replacement : suggestion.list("replacements")) {
      const auto range = replacement.object("range");
      if (const auto path = replacement.text("path"); !path.empty() && unix_path(path) != found.comment.path)
        reading.note(
            fmt::format("{}: its fix of {} is not kept, it stands in another file", record.name(), path));
      else
        found.fixes.push_back({.lines = span_of(range.number("start_line"), range.number("end_line")),
                               .columns = columns_of(range),
                               .text = replacement.body("replacement")});
    }
}

// "/COMMIT_MSG" and "/PATCHSET_LEVEL" stand where a path would.
void take_place(const std::string& path, const Record& record, Found& found, Reading& reading) {
  auto& comment = found.comment;
  if (path == "/COMMIT_MSG" || path == "/MERGE_LIST") {
    comment.anchor = AnchorQuality::inferred;
    comment.anchor_note = "it is about the commit message";
    return;
  }
  if (path == "/PATCHSET_LEVEL") return;
  comment.path = unix_path(path);
  comment.side = record.text("side") == "PARENT" ? Side::before : Side::after;
  found.unit = ColumnUnit::code_points;
  take_range(record, found);
  take_fixes(record, found, reading);
}

std::string author_of(const Record& author) {
  for (const auto* key : {"username", "name", "email", "_account_id"})
    if (author.has(key)) return author.id(key);
  return "";
}

void read_comment(Reading& reading, const std::string& path, Value value) {
  Record record(reading, value, "comment");
  if (!record.good()) return;
  auto found = found_in(record, "id", "gerrit");
  auto& comment = found.comment;
  comment.body = record.body("message");
  take_severity_mark(comment);
  comment.author = author_of(record.object("author"));
  if (comment.author.empty()) comment.author = record.id("robot_id");
  comment.reply_to = record.id("in_reply_to");
  comment.thread = comment.reply_to.empty() ? comment.origin.external_id : comment.reply_to;
  comment.resolved = record.has("unresolved") && !record.flag("unresolved") && !comment.reply_to.empty();
  comment.origin.commit = record.text("commit_id");
  comment.origin.updated_at = record.time("updated");
  comment.origin.created_at = comment.origin.updated_at;
  take_place(path, record, found, reading);
  reading.found(std::move(found));
}

void read_map(Reading& reading, Value map) {
  members(reading, map, [&](const std::string& path, Value list) {
    if (is_list(list))
      elements(reading, list, [&](Value each) { read_comment(reading, path, each); });
    else
      reading.fault(reading.line_at(list), fmt::format("\"{}\" has no list of comments", path),
                    "fetch it from /changes/ID/comments");
  });
}

void read_labels(Reading& reading, Value value) {
  const Record labels(reading, value, "labels");
  if (!labels.good()) return;
  const auto vote = labels.json().value("Code-Review", Json());
  if (!vote.is_number_integer()) return;
  if (vote < 0) reading.harvest.verdict = review::Verdict::request_changes;
  if (vote > 0) reading.harvest.verdict = review::Verdict::approve;
}

void read_message(Reading& reading, Value value) {
  const auto message = Json::parse(value, nullptr, false);
  if (!message.is_string() || message.get_ref<const std::string&>().empty()) return;
  review::Comment comment{.id = {}, .body = unix_lines(message.get<std::string>()), .source = "gerrit"};
  comment.raw = value;
  reading.found({.comment = std::move(comment), .record = "the review's message"});
}

bool is_review_input(Reading& reading, Value document) {
  bool found = false;
  members(reading, document, [&](const std::string& key, Value value) {
    found = found || ((key == "comments" || key == "robot_comments") && is_object(value)) ||
            (key == "labels" && is_object(value));
  });
  return found;
}

void read_document(Reading& reading, Value document) {
  if (!is_object(document))
    return reading.fault(reading.line_at(document), "is not a map from path to comments",
                         "fetch it from /changes/ID/comments");
  const bool input = is_review_input(reading, document);
  if (!reading.faults.empty()) return;
  if (!input) return read_map(reading, document);
  members(reading, document, [&](const std::string& key, Value value) {
    if (key == "message") return read_message(reading, value);
    if (key == "labels") return read_labels(reading, value);
    if ((key == "comments" || key == "robot_comments") && is_object(value)) read_map(reading, value);
  });
}

}  // namespace

void read_gerrit(Reading& reading) {
  auto text = reading.text;
  if (const auto at = text.find_first_not_of(" \t\r\n"); at != std::string_view::npos) text.remove_prefix(at);
  if (text.starts_with(magic)) text.remove_prefix(magic.size());
  documents(reading, text, [&](Value document) { read_document(reading, document); });
}

bool is_gerrit(const Look& look) {
  const auto at = look.head.find_first_not_of(" \t\r\n");
  if (at != std::string_view::npos && look.head.substr(at).starts_with(magic)) return true;
  if (look.shape != Look::Shape::json_object) return false;
  return look.records_have("message") && !look.has("runs") && !look.has("diagnostics") &&
         (look.records_have("unresolved") || look.records_have("patch_set") || look.records_have("range") ||
          look.records_have("line"));
}

}  // namespace runner::comments
