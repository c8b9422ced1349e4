// A GitHub review takes comments only on lines that its page shows, those of the hunks: all else goes to the
// review's own text, with its place in front, so that one comment cannot make the whole POST fail.
#include <fmt/format.h>

#include "runner/comments/ordered_json.hpp"
#include "runner/comments/outgoing.hpp"

namespace runner::comments {
namespace {

std::string_view side_name(review::Side side) { return side == review::Side::after ? "RIGHT" : "LEFT"; }

bool can_stand(const Outgoing& outgoing, const review::Comment& comment) {
  const auto* diff = diff_of(outgoing, comment.path);
  return diff != nullptr && in_one_hunk(*diff, comment.side, comment.lines);
}

OrderedJson in_place(const review::Comment& comment) {
  OrderedJson json{
      {"path", comment.path}, {"line", comment.lines.last.number}, {"side", side_name(comment.side)}};
  if (comment.lines.first != comment.lines.last) {
    json["start_line"] = comment.lines.first.number;
    json["start_side"] = side_name(comment.side);
  }
  json["body"] = comment.body;
  return json;
}

const char* event(review::Verdict verdict) {
  switch (verdict) {
    case review::Verdict::approve:
      return "APPROVE";
    case review::Verdict::request_changes:
      return "REQUEST_CHANGES";
    case review::Verdict::comment:
      return "COMMENT";
    case review::Verdict::none:
      break;
  }
  return "";  // a pending review
}

}  // namespace

Exported write_github(const Outgoing& outgoing) {
  Exported exported;
  std::string body;
  auto placed = OrderedJson::array();
  std::vector<std::string> moved;
  for (const auto& comment : all_in_body(outgoing.review.comments)) {
    if (can_stand(outgoing, comment)) {
      placed.push_back(in_place(comment));
      continue;
    }
    if (!comment.path.empty()) moved.push_back(comment.id);
    body += (body.empty() ? "" : "\n\n") + with_place(comment);
  }
  const std::string_view what = event(outgoing.review.verdict);
  if (body.empty() && !what.empty() && what != "APPROVE") body = "See the comments.";  // GitHub wants a text
  OrderedJson json = OrderedJson::object();
  if (!outgoing.head_commit.empty()) json["commit_id"] = outgoing.head_commit;
  json["body"] = body;
  if (!what.empty()) json["event"] = what;
  json["comments"] = std::move(placed);
  exported.text = written(json);
  if (!moved.empty())
    exported.notes.push_back(fmt::format(
        "{}: not on lines that GitHub shows, so in the review's own text, each with its place in front",
        fmt::join(moved, ", ")));
  note_losses(exported.notes, outgoing.review.comments,
              {.columns = "GitHub places a comment on whole lines: the columns are left out",
               .reply = "written as a comment of its own: a review cannot reply"});
  return exported;
}

}  // namespace runner::comments
