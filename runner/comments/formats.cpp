// Every format, one row each: a new one is a file beside this and a row here.
#include <array>
#include <nlohmann/json.hpp>

#include "runner/comments/comments.hpp"

namespace runner::comments {
namespace {

// Others are JSON with "comments" too; ours have no "path" and no "event".
bool is_own_json(std::string_view, std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.contains("event")) return false;
  const auto comments = json.find("comments");
  if (comments == json.end() || !comments->is_array()) return false;
  for (const auto& comment : *comments)
    if (!comment.is_object() || comment.contains("path")) return false;
  return true;
}

bool is_review_file(std::string_view path, std::string_view) {
  return path == "REVIEW.md" || path.ends_with("/REVIEW.md") || path.ends_with(".review.md");
}

constexpr std::array<Format, 2> rows{{
    {"review-file", "REVIEW.md: `path:line: text` entries and a summary", read_review_file, is_review_file},
    {"json", "seedfault's own JSON", read_json, is_own_json},
}};

}  // namespace

std::span<const Format> formats() { return rows; }

const Format* format_named(std::string_view name) {
  for (const auto& format : rows)
    if (format.name == name) return &format;
  return nullptr;
}

const Format* format_of(std::string_view path, std::string_view text) {
  for (const auto& format : rows)
    if (format.recognises(path, text)) return &format;
  return nullptr;
}

}  // namespace runner::comments
