#include <fmt/format.h>

#include "runner/comments/comments.hpp"
#include "runner/comments/ordered_json.hpp"

namespace runner::comments {
namespace {

void add_text(OrderedJson& json, const char* key, std::string_view value) {
  if (!value.empty()) json[key] = value;
}

// What has its ordinary value is left out.
OrderedJson comment_json(const review::Comment& comment) {
  OrderedJson json = OrderedJson::object();
  add_text(json, "id", comment.id);
  add_text(json, "file", comment.path);
  add_text(json, "lines", to_string(comment.lines));
  if (!comment.columns.none())
    json["columns"] = fmt::format("{}-{}", comment.columns.first.number, comment.columns.end.number);
  if (comment.side != review::Side::after) json["side"] = to_string(comment.side);
  json["body"] = comment.body;
  for (const auto& suggestion : comment.suggestions)
    json["suggestions"].push_back({{"lines", to_string(suggestion.lines)}, {"text", suggestion.text}});
  if (comment.severity) json["severity"] = to_string(*comment.severity);
  add_text(json, "label", comment.label);
  if (!comment.decorations.empty()) json["decorations"] = comment.decorations;
  add_text(json, "author", comment.author);
  add_text(json, "thread", comment.thread);
  add_text(json, "reply_to", comment.reply_to);
  if (comment.state != review::CommentState::submitted) json["state"] = to_string(comment.state);
  if (comment.resolved) json["resolved"] = true;
  if (comment.anchor != review::AnchorQuality::exact) json["anchor"] = to_string(comment.anchor);
  add_text(json, "anchor_note", comment.anchor_note);
  if (comment.source != "json") json["source"] = comment.source;
  add_text(json, "instance", comment.origin.instance);
  add_text(json, "external_id", comment.origin.external_id);
  add_text(json, "commit", comment.origin.commit);
  add_text(json, "created_at", comment.origin.created_at);
  add_text(json, "updated_at", comment.origin.updated_at);
  add_text(json, "raw", comment.raw);
  return json;
}

}  // namespace

std::string write_json(const review::Review& review) {
  OrderedJson json{
      {"version", 1}, {"verdict", to_string(review.verdict)}, {"comments", OrderedJson::array()}};
  for (const auto& comment : review.comments) json["comments"].push_back(comment_json(comment));
  return written(json);
}

}  // namespace runner::comments
