// Comments in: one file a format, one row a format. Nothing is dropped silently: what could not be placed is
// said.
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
  std::string_view name;  // "json", "review-file"
  std::string_view title;
  detectors::source::Checked<Imported> (*read)(const std::string& path, std::string_view text);
  bool (*recognises)(std::string_view path, std::string_view text);
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* format_named(std::string_view name);

// The first format whose file this looks like; nullptr when none does.
[[nodiscard]] const Format* format_of(std::string_view path, std::string_view text);

// Our own JSON, version 1: {"version": 1, "verdict": "request-changes", "comments": [{"file", "lines":
// "12-14", "body", "severity", …}]}. A comment without lines is about its file, one without a file about the
// review as a whole. The other keys of a comment are id, side, suggestions [{"lines", "text"}], author,
// thread, reply_to, state, anchor, source, raw, as in review::Comment; all but body may be left out. An
// unknown key is a fault.
[[nodiscard]] detectors::source::Checked<Imported> read_json(const std::string& path, std::string_view text);
// What read_json reads back as the same review.
[[nodiscard]] std::string write_json(const review::Review& review);

// REVIEW.md. An entry begins with its place and goes on until the next entry, heading or end:
//
//     app/gateway.py:24: text            app/gateway.py:24-26: text            app/gateway.py: text
//
// A bullet or number before it, backticks or ** around the place, [blocker], [major], [minor] or [nit] before
// or after it are understood; lines indented more deeply than their entry never begin another, nor do lines
// between code fences. A "## Summary" section is one comment on the review as a whole. <!-- … --> is not
// read. Other text outside entries is taken as a comment on the review as a whole and noted: nothing that a
// person wrote is lost. The template by itself yields no comment.
[[nodiscard]] detectors::source::Checked<Imported> read_review_file(const std::string& path,
                                                                    std::string_view text);
[[nodiscard]] std::string review_file_template(std::string_view exercise_title,
                                               std::string_view example_path);

// "FILE:LINE", "FILE:LINE-LINE", "FILE": the place that a person types. None for an empty path, a line 0,
// lines that run backwards or do not end ("x.py:12-"). A leading "./" is dropped.
struct TypedPlace {
  std::string path;
  review::LineSpan lines;
};
[[nodiscard]] std::optional<TypedPlace> read_place(std::string_view text);

}  // namespace runner::comments
