// GitHub, REST: review comments (pulls/N/comments), reviews (pulls/N/reviews), conversation comments
// (issues/N/comments), and the payload that creates a review. Any of them may be mixed in one file, as one
// object, a list, or the concatenated lists of `gh api --paginate`.
// https://docs.github.com/en/rest/pulls/comments
#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/diff_hunk.hpp"
#include "runner/comments/json_record.hpp"
#include "runner/comments/severity_mark.hpp"

namespace runner::comments {
namespace {

using review::AnchorQuality;
using review::CommentScope;
using review::Side;

Side side_of(const std::string& name) { return name == "LEFT" ? Side::before : Side::after; }

// "https://github.com/acme/orders/pull/7#discussion_r17" -> "https://github.com/acme/orders/pull/7"
std::string page_of(const std::string& url) { return url.substr(0, url.find('#')); }

void take_common(const Record& record, review::Comment& comment) {
  comment.body = record.body("body");
  take_severity_mark(comment);
  comment.author = record.object(record.has("user") ? "user" : "author").text("login");
  comment.origin.instance = page_of(record.text(record.has("html_url") ? "html_url" : "url"));
  comment.origin.updated_at = record.time("updated_at");
  for (const auto* key : {"created_at", "createdAt", "submitted_at", "submittedAt"})
    if (comment.origin.created_at.empty()) comment.origin.created_at = record.time(key);
}

// `line` is null once the commented line has changed since; what it was then is in `original_line`.
void take_lines(const Record& record, Found& found) {
  auto& comment = found.comment;
  comment.scope = CommentScope::lines;
  comment.lines = span_of(record.number("start_line"), record.number("line"));
  comment.origin.commit = record.text("commit_id");
  if (!comment.lines.none()) return;
  comment.lines = span_of(record.number("original_start_line"), record.number("original_line"));
  found.diff_position = std::max(record.number("position"), 0);
  if (found.diff_position > 0 && comment.lines.none()) return;  // an old client: only the position is told
  found.diff_position = 0;
  comment.origin.commit = record.text("original_commit_id");
  if (comment.lines.none()) {
    comment.scope = CommentScope::file;
    comment.anchor = AnchorQuality::inferred;
    comment.anchor_note = "its record names no line";
    return;
  }
  comment.anchor = AnchorQuality::outdated;
  comment.anchor_note = fmt::format("outdated: it was written on line {} of commit {}",
                                    to_string(comment.lines), comment.origin.commit.substr(0, 12));
}

void take_place(const Record& record, Found& found) {
  auto& comment = found.comment;
  comment.path = unix_path(record.text("path"));
  comment.side = side_of(record.text("side"));
  if (record.text("subject_type") == "file") {
    comment.scope = CommentScope::file;
    comment.origin.commit = record.text("commit_id");
    return;
  }
  take_lines(record, found);
  found.code = last_line_of_hunk(record.text("diff_hunk"), comment.side);
  const auto start_side = record.text("start_side");
  if (!start_side.empty() && side_of(start_side) != comment.side) {  // from a removed line to an added one
    comment.lines.first = comment.lines.last;
    comment.anchor_note = "it began on the other side: only its last line is kept";
  }
}

void read_review_comment(Reading& reading, Record& record) {
  auto found = found_in(record, "id", "github");
  take_common(record, found.comment);
  take_place(record, found);
  found.comment.reply_to = record.id("in_reply_to_id");
  found.comment.thread =
      found.comment.reply_to.empty() ? found.comment.origin.external_id : found.comment.reply_to;
  reading.found(std::move(found));
}

review::Verdict verdict_of(const std::string& word) {
  if (word == "APPROVED" || word == "APPROVE") return review::Verdict::approve;
  if (word == "CHANGES_REQUESTED" || word == "REQUEST_CHANGES") return review::Verdict::request_changes;
  return word == "COMMENTED" || word == "COMMENT" ? review::Verdict::comment : review::Verdict::none;
}

// A later review outweighs an earlier one, but a mere comment takes no decision back.
void take_verdict(Reading& reading, const std::string& word) {
  const auto verdict = verdict_of(word);
  auto& standing = reading.harvest.verdict;
  if (verdict == review::Verdict::none ||
      (verdict == review::Verdict::comment && standing != verdict && standing != review::Verdict::none))
    return;
  standing = verdict;
}

void read_review(Reading& reading, Record& record, const std::string& word) {
  auto found = found_in(record, "id", "github");
  take_verdict(reading, word);
  take_common(record, found.comment);
  found.comment.origin.commit = record.text("commit_id");
  if (word == "DISMISSED") found.comment.resolved = true;
  if (found.comment.body.find_first_not_of(" \t\n") == std::string::npos)
    return reading.leave_out(found.record, "a review without a text of its own");
  reading.found(std::move(found));
}

void read_conversation(Reading& reading, Record& record) {
  auto found = found_in(record, "id", "github");
  take_common(record, found.comment);
  reading.found(std::move(found));
}

// What POST …/pulls/N/reviews takes: the review's body, its event, its comments. Or what `gh pr view --json
// comments,reviews` gives.
void read_payload(Reading& reading, Record& record) {
  take_verdict(reading, record.text("event"));
  if (!record.body("body").empty()) {
    Found summary{.comment = {.id = {}, .body = record.body("body"), .source = "github"},
                  .record = "the review"};
    summary.comment.origin.commit = record.text("commit_id");
    summary.comment.raw = record.body("body");
    take_severity_mark(summary.comment);
    reading.found(std::move(summary));
  }
  std::size_t count = 0;
  for (auto& each : record.list("comments")) {
    each.rename(fmt::format("comments[{}]", count++));
    auto found = found_in(each, "id", "github");
    take_common(each, found.comment);
    if (each.has("path")) take_place(each, found);
    if (found.comment.origin.commit.empty()) found.comment.origin.commit = record.text("commit_id");
    reading.found(std::move(found));
  }
  for (auto& each : record.list("reviews")) {
    each.rename("review");
    read_review(reading, each, each.text("state"));
  }
}

void read_object(Reading& reading, Value value) {
  Record record(reading, value, "comment");
  if (!record.good()) return;
  if ((record.has("comments") || record.has("reviews")) && !record.has("path"))
    return read_payload(reading, record);
  if (record.has("path")) return read_review_comment(reading, record);
  if (record.has("state") && !record.has("issue_url")) {
    record.rename("review");
    return read_review(reading, record, record.text("state"));
  }
  if (record.has("body")) return read_conversation(reading, record);
  record.fault("is neither a comment nor a review of GitHub",
               "fetch it with `gh api repos/OWNER/REPO/pulls/N/comments --paginate`");
}

}  // namespace

void read_github(Reading& reading) {
  objects(reading, reading.text, [&](Value value) { read_object(reading, value); });
}

bool is_github(const Look& look) {
  if (!look.is_json()) return false;
  for (const auto* keys : {&look.keys, &look.record_keys}) {
    const auto has = [&](std::string_view key) { return keys->contains(key); };
    if (has("pull_request_review_id") || has("diff_hunk") || has("issue_url") || has("pull_request_url"))
      return true;
    if (has("body") && (has("submitted_at") || has("author_association") || has("in_reply_to_id")))
      return true;
    if (has("path") && has("body") && (has("line") || has("position") || has("side"))) return true;
  }
  return (look.has("comments") &&
          (look.has("event") || look.has("commit_id") || look.records_have("path"))) ||
         (look.is_json() && look.records_have("authorAssociation"));
}

}  // namespace runner::comments
