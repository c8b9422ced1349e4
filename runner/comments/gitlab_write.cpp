// GitLab places a draft note by old and new line together: an added line has only a new one, a removed line
// only an old one, an unchanged line both.
#include <fmt/format.h>

#include "runner/comments/ordered_json.hpp"
#include "runner/comments/outgoing.hpp"
#include "runner/comments/sha1.hpp"

namespace runner::comments {
namespace {

OrderedJson nullable(const std::optional<int>& number) {
  return number ? OrderedJson(*number) : OrderedJson(nullptr);
}

OrderedJson end_of_range(const std::string& path, const Numbers& numbers) {
  OrderedJson json{
      {"line_code", fmt::format("{}_{}_{}", sha1(path), numbers.before_counter, numbers.after_counter)}};
  if (!numbers.before) json["type"] = "new";
  if (!numbers.after) json["type"] = "old";
  json["old_line"] = nullable(numbers.before);
  json["new_line"] = nullable(numbers.after);
  return json;
}

OrderedJson position(const Outgoing& outgoing, const review::Comment& comment) {
  OrderedJson json{
      {"base_sha", outgoing.base_commit}, {"start_sha", outgoing.base_commit},
      {"head_sha", outgoing.head_commit}, {"position_type", comment.lines.none() ? "file" : "text"},
      {"old_path", comment.path},         {"new_path", comment.path}};
  if (comment.lines.none()) return json;
  const auto* diff = diff_of(outgoing, comment.path);
  const auto last = numbers_of(diff, comment.side, comment.lines.last.number);
  json["old_line"] = nullable(last.before);
  json["new_line"] = nullable(last.after);
  if (comment.lines.first != comment.lines.last) {
    const auto first = numbers_of(diff, comment.side, comment.lines.first.number);
    json["line_range"] = {{"start", end_of_range(comment.path, first)},
                          {"end", end_of_range(comment.path, last)}};
  }
  return json;
}

// A bare fence replaces all lines of a comment; on GitLab it would replace the last one alone.
std::string with_reach(const review::Comment& comment) {
  constexpr std::string_view bare = "```suggestion\n";
  const int above = comment.lines.last.number - comment.lines.first.number;
  std::string body = comment.body;
  if (above == 0) return body;
  const auto reach = fmt::format("```suggestion:-{}+0\n", above);
  for (auto at = body.find(bare); at != std::string::npos; at = body.find(bare, at + 1))
    if (at == 0 || body[at - 1] == '\n' || body[at - 1] == '`') body.replace(at, bare.size(), reach);
  return body;
}

}  // namespace

Exported write_gitlab(const Outgoing& outgoing) {
  Exported exported;
  auto notes = OrderedJson::array();
  for (const auto& comment : all_in_body(outgoing.review.comments)) {
    const bool in_change = diff_of(outgoing, comment.path) != nullptr;
    OrderedJson json{{"note", in_change ? with_reach(comment) : with_place(comment)}};
    if (in_change) json["position"] = position(outgoing, comment);
    notes.push_back(std::move(json));
  }
  exported.text = written(notes);
  if (has_verdict(outgoing))
    exported.notes.push_back(fmt::format("draft notes hold no verdict: \"{}\" is given apart from them",
                                         to_string(outgoing.review.verdict)));
  note_losses(exported.notes, outgoing.review.comments,
              {.columns = "GitLab places a note on whole lines: the columns are left out",
               .reply = "written as a note of its own: the discussion that it answers is not there yet"});
  return exported;
}

}  // namespace runner::comments
