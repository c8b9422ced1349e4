// GitLab: the discussions, notes and draft notes of a merge request, as the REST API lists them.
// https://docs.gitlab.com/api/discussions/
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "runner/comments/entry.hpp"
#include "runner/comments/json_record.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;
using review::Side;

// "588440f66559714280628a4f9799f0c4eb880a4a_38_40" -> 40 (after) or 38 (before); 0 when it is none.
int line_in_code(std::string_view code, Side side) {
  const auto last = code.rfind('_');
  if (last == std::string_view::npos || last == 0) return 0;
  const auto first = code.rfind('_', last - 1);
  if (first == std::string_view::npos) return 0;
  const auto number = side == Side::after ? code.substr(last + 1) : code.substr(first + 1, last - first - 1);
  int line = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), line);
  return read.ec == std::errc() && read.ptr == number.data() + number.size() && line > 0 ? line : 0;
}

int start_line(const Record& position, Side side) {
  const auto start = position.object("line_range").object("start");
  const int told = start.number(side == Side::after ? "new_line" : "old_line");
  return told > 0 ? told : line_in_code(start.text("line_code"), side);
}

// An added line has only new_line, a removed one only old_line, an unchanged one both.
void take_lines(const Record& position, review::Comment& comment) {
  const int after = position.number("new_line");
  const int before = position.number("old_line");
  comment.side = after == 0 && before > 0 ? Side::before : Side::after;
  const int last = comment.side == Side::after ? after : before;
  comment.lines = last > 0 ? span_of(start_line(position, comment.side), last) : review::LineSpan{};
  if (comment.lines.last.number > last)
    comment.lines = span_of(last, last);  // a range that ends before it begins
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
  if (!comment.lines.none()) return;
  comment.anchor = AnchorQuality::inferred;
  comment.anchor_note = "its position names no line";
}

void take_position(const Record& note, review::Comment& comment) {
  if (!note.has("position")) return;
  const auto position = note.object("position");
  const auto kind = position.text("position_type");
  comment.origin.commit = position.text("head_sha");
  comment.path = unix_path(position.text("new_path"));
  if (kind == "file" || kind == "image") {
    comment.scope = CommentScope::file;
    if (kind == "image") comment.anchor = AnchorQuality::inferred;
    if (kind == "image") comment.anchor_note = "it stands on a part of an image";
  } else {
    take_lines(position, comment);
  }
  const auto old_path = unix_path(position.text("old_path"));
  if ((comment.side == Side::before && !old_path.empty()) || comment.path.empty()) comment.path = old_path;
}

// "```suggestion:-2+1" -> {2, 1}; a fence without numbers is {0, 0}. None for any other line.
std::optional<std::pair<int, int>> suggestion_reach(std::string_view line) {
  constexpr std::string_view mark = "```suggestion";
  const auto text = trimmed_blanks(line);
  if (!text.starts_with(mark)) return std::nullopt;
  const auto number = [&](char sign) {
    const auto at = text.find(sign, mark.size());
    int value = 0;
    if (at != std::string_view::npos) std::from_chars(text.data() + at + 1, text.data() + text.size(), value);
    return std::clamp(value, 0, 100);
  };
  return std::pair(number('-'), number('+'));
}

// GitLab's fences count from the comment's last line, ours take its lines as a whole. One that leaves out
// some of them cannot be said by a fence of ours: it becomes a field.
void take_suggestions(review::Comment& comment) {
  const int height = comment.lines.last.number - comment.lines.first.number;
  if (height <= 0) return;
  std::string body;
  review::Suggestion* open = nullptr;
  std::string_view rest = comment.body;
  while (!rest.empty()) {
    const auto line = take_line(rest);
    const auto reach = open ? std::nullopt : suggestion_reach(line);
    if (open && trimmed_blanks(line) == "```") {
      open = nullptr;
    } else if (open) {
      open->text += std::string(line) + "\n";
    } else if (reach && reach->first < height) {
      const int last = comment.lines.last.number;
      comment.suggestions.push_back({span_of(last - reach->first, last + reach->second), ""});
      open = &comment.suggestions.back();
    } else if (reach && (reach->first > height || reach->second > 0)) {
      body += fmt::format("```suggestion:-{}+{}\n", reach->first - height, reach->second);
    } else {
      body += (reach ? "```suggestion" : std::string(line)) + "\n";
    }
  }
  if (body != comment.body + "\n") comment.body = body;
}

std::string author_of(const Record& note) {
  const auto name = note.object("author").text("username");
  return name.empty() ? note.id("author_id") : name;
}

// A note answers the first one of its discussion.
void read_note(Reading& reading, Record note, const std::string& discussion, std::string& first) {
  auto found = found_in(note, "id", "gitlab");
  auto& comment = found.comment;
  if (note.flag("system"))
    return reading.leave_out(found.record, "GitLab wrote it itself, to tell of an event");
  comment.body = note.body(note.has("note") ? "note" : "body");  // draft notes have "note"
  take_severity_mark(comment);
  comment.author = author_of(note);
  comment.thread = discussion.empty() ? note.id("discussion_id") : discussion;
  comment.resolved = note.flag("resolved");
  comment.origin.commit = note.text("commit_id");
  comment.origin.created_at = note.time("created_at");
  comment.origin.updated_at = note.time("updated_at");
  take_position(note, comment);
  take_suggestions(comment);
  comment.reply_to = first;
  if (first.empty()) first = comment.origin.external_id;
  reading.found(std::move(found));
}

void read_object(Reading& reading, Value value) {
  Record record(reading, value, "note");
  if (!record.good()) return;
  std::string first;
  if (record.has("notes")) {
    for (auto& note : record.list("notes")) read_note(reading, note, record.id("id"), first);
    return;
  }
  if (record.has("body") || record.has("note")) return read_note(reading, std::move(record), "", first);
  record.fault("is neither a discussion nor a note of GitLab",
               "fetch it with `glab api projects/ID/merge_requests/N/discussions --paginate`");
}

}  // namespace

void read_gitlab(Reading& reading) {
  objects(reading, reading.text, [&](Value value) { read_object(reading, value); });
}

bool is_gitlab(const Look& look) {
  if (!look.is_json()) return false;
  for (const auto* keys : {&look.keys, &look.record_keys}) {
    const auto has = [&](std::string_view key) { return keys->contains(key); };
    if (has("individual_note") || has("noteable_type") || has("noteable_id")) return true;
    if (has("note") && !has("path")) return true;  // a draft note
    if (has("notes") && has("id")) return true;
  }
  return false;
}

}  // namespace runner::comments
