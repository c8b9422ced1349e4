// Bitbucket Cloud: pullrequests/N/comments, pages with "values". A comment carries neither a commit nor a
// sign that the code has changed since, so that its anchor is inferred.
// https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/
#include "runner/comments/json_record.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;
using review::Side;

// `to` is a line of the new side, `from` one of the old; an unchanged line may have both.
void take_inline(const Record& place, review::Comment& comment) {
  comment.path = unix_path(place.text("path"));
  const int to = place.number("to");
  const int from = place.number("from");
  comment.side = to == 0 && from > 0 ? Side::before : Side::after;
  comment.lines = comment.side == Side::after ? span_of(place.number("start_to"), to)
                                              : span_of(place.number("start_from"), from);
  comment.scope = comment.lines.none() ? CommentScope::file : CommentScope::lines;
  if (place.flag("outdated")) {
    comment.anchor = AnchorQuality::outdated;
    comment.anchor_note = "outdated: Bitbucket says that the code has changed since";
  } else if (!comment.lines.none()) {
    comment.anchor = AnchorQuality::inferred;
    comment.anchor_note = "Bitbucket does not say which commit it was written on";
  }
}

std::string author_of(const Record& user) {
  for (const auto* key : {"nickname", "display_name", "uuid"})
    if (user.has(key)) return user.text(key);
  return "";
}

void read_comment(Reading& reading, Value value) {
  Record record(reading, value, "comment");
  if (!record.good()) return;
  auto found = found_in(record, "id", "bitbucket");
  auto& comment = found.comment;
  if (record.flag("deleted")) return reading.leave_out(found.record, "deleted in Bitbucket");
  comment.body = record.object("content").body("raw");
  take_severity_mark(comment);
  comment.author = author_of(record.object("user"));
  comment.reply_to = record.object("parent").id("id");
  comment.thread = comment.reply_to.empty() ? comment.origin.external_id : comment.reply_to;
  comment.resolved = record.has("resolution");
  comment.origin.instance = record.object("links").object("html").text("href");
  comment.origin.instance = comment.origin.instance.substr(0, comment.origin.instance.find("/_/diff"));
  comment.origin.created_at = record.time("created_on");
  comment.origin.updated_at = record.time("updated_on");
  if (record.has("inline")) take_inline(record.object("inline"), comment);
  reading.found(std::move(found));
}

// A page, or one comment.
void read_object(Reading& reading, Value value) {
  bool page = false;
  members(reading, value, [&](const std::string& key, Value member) {
    if (key != "values" || !is_list(member)) return;
    page = true;
    elements(reading, member, [&](Value each) { read_comment(reading, each); });
  });
  if (!page && reading.faults.empty()) read_comment(reading, value);
}

}  // namespace

void read_bitbucket(Reading& reading) {
  objects(reading, reading.text, [&](Value value) { read_object(reading, value); });
}

bool is_bitbucket(const Look& look) {
  if (!look.is_json()) return false;
  for (const auto* keys : {&look.keys, &look.record_keys})
    if (keys->contains("content") && (keys->contains("inline") || keys->contains("pullrequest") ||
                                      keys->contains("created_on") || keys->contains("user")))
      return true;
  return false;
}

}  // namespace runner::comments
