// Bitbucket Data Center: pull-requests/N/comments and …/activities, pages with "values"; and the body that
// creates a comment. Replies stand inside of what they answer.
// https://developer.atlassian.com/server/bitbucket/rest/
#include "runner/comments/json_record.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;
using review::Side;

// fileType FROM is the old side.
void take_anchor(const Record& anchor, Found& found) {
  auto& comment = found.comment;
  comment.path = unix_path(anchor.text("path"));
  comment.side = anchor.text("fileType") == "FROM" ? Side::before : Side::after;
  if (const auto old_path = anchor.text("srcPath"); comment.side == Side::before && !old_path.empty())
    comment.path = unix_path(old_path);
  comment.lines = span_of(anchor.object("multilineMarker").number("startLine"), anchor.number("line"));
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
  comment.origin.commit = anchor.text("toHash");
  if (!anchor.flag("orphaned")) return;
  comment.anchor = AnchorQuality::outdated;
  comment.anchor_note = "outdated: Bitbucket says that the code has changed since";
}

std::string author_of(const Record& author) {
  for (const auto* key : {"slug", "name", "displayName"})
    if (author.has(key)) return author.text(key);
  return "";
}

void read_thread(Reading& reading, Record record, const Found* parent, const Record& anchor);

void read_comment(Reading& reading, Record& record, const Found* parent, const Record& anchor, Found& found) {
  auto& comment = found.comment;
  comment.body = record.body("text");
  comment.author = author_of(record.object("author"));
  if (record.text("severity") == "BLOCKER") comment.severity = review::Severity::blocker;
  take_severity_mark(comment);
  comment.resolved = record.text("state") == "RESOLVED" || record.flag("threadResolved");
  comment.origin.created_at = record.time("createdDate");
  comment.origin.updated_at = record.time("updatedDate");
  comment.thread = parent ? parent->comment.thread : comment.origin.external_id;
  comment.reply_to = parent ? parent->comment.origin.external_id : record.object("parent").id("id");
  const auto own = record.has("anchor") ? record.object("anchor") : anchor;
  if (own.has("path")) take_anchor(own, found);
  reading.found(Found(found));
}

// The comment and, below it, its replies, which stand where it stands.
void read_thread(Reading& reading, Record record, const Found* parent, const Record& anchor) {
  record.rename("comment");
  auto found = found_in(record, "id", "bitbucket-server");
  read_comment(reading, record, parent, anchor, found);
  const auto place = record.has("anchor") ? record.object("anchor") : anchor;
  for (auto& reply : record.list("comments")) read_thread(reading, reply, &found, place);
}

void read_value(Reading& reading, Value value) {
  Record record(reading, value, "comment");
  if (!record.good()) return;
  if (!record.has("action")) return read_thread(reading, record, nullptr, record.object("commentAnchor"));
  const auto action = record.text("action");
  if (action == "APPROVED") reading.harvest.verdict = review::Verdict::approve;
  if (action == "REVIEWED") reading.harvest.verdict = review::Verdict::request_changes;  // "needs work"
  if (record.has("comment") && record.text("commentAction") != "DELETED")
    return read_thread(reading, record.object("comment"), nullptr, record.object("commentAnchor"));
  reading.leave_out("activity " + record.id("id"), "an activity without a comment: " + action);
}

void read_object(Reading& reading, Value value) {
  bool page = false;
  members(reading, value, [&](const std::string& key, Value member) {
    if (key != "values" || !is_list(member)) return;
    page = true;
    elements(reading, member, [&](Value each) { read_value(reading, each); });
  });
  if (!page && reading.faults.empty()) read_value(reading, value);
}

}  // namespace

void read_bitbucket_server(Reading& reading) {
  objects(reading, reading.text, [&](Value value) { read_object(reading, value); });
}

bool is_bitbucket_server(const Look& look) {
  if (!look.is_json()) return false;
  for (const auto* keys : {&look.keys, &look.record_keys}) {
    const auto has = [&](std::string_view key) { return keys->contains(key); };
    if (has("commentAction") || (has("text") && (has("anchor") || has("createdDate") || has("version"))) ||
        (has("action") && has("createdDate")))
      return true;
  }
  return false;
}

}  // namespace runner::comments
