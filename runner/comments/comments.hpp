// Comments in: one file a format, one row a format. Nothing is dropped silently: what could not be placed is said.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"
#include "runner/review/comment.hpp"

namespace runner::comments {

struct Imported {
  review::Review review;
  std::vector<std::string> notes;  // what was inferred, or could not be placed, and why
};

struct Format {
  std::string_view name;           // "json", "review-file"
  std::string_view title;
  detectors::source::Checked<Imported> (*read)(const std::string& path, std::string_view text);
  bool (*recognises)(std::string_view path, std::string_view text);
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* format_named(std::string_view name);

// Our own JSON, version 1: {"verdict": "...", "comments": [{"file","lines":"12-14","body","severity",...}]}.
[[nodiscard]] detectors::source::Checked<Imported> read_json(const std::string& path, std::string_view text);
[[nodiscard]] std::string write_json(const review::Review& review);

// REVIEW.md: `path:line: text` entries (indented lines continue one), lines before the first are ignored when they
// stand above the marker that the template carries; a "## Summary" section is a comment on the review as a whole.
[[nodiscard]] detectors::source::Checked<Imported> read_review_file(const std::string& path, std::string_view text);
[[nodiscard]] std::string review_file_template(std::string_view exercise_title, std::string_view example_path);

// "FILE:LINE", "FILE:LINE-LINE", "FILE": the place that a person types.
struct TypedPlace {
  std::string path;
  review::LineSpan lines;
};
[[nodiscard]] std::optional<TypedPlace> read_place(std::string_view text);

}  // namespace runner::comments
