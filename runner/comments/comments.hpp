// Comments in: one file a format, one row a format. Nothing is dropped silently: what is left out, inferred
// or could not be placed is said.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"
#include "runner/review/comment.hpp"

namespace runner::comments {

// How a format counts columns. A placed comment's are UTF-8 bytes; to convert them takes the file's text.
enum class ColumnUnit { bytes, code_points, utf16 };

// A text for the place of a part of the comment's file. Whole lines when it has no columns.
struct Fix {
  review::LineSpan lines;
  review::ColumnSpan columns = {};
  std::string text;
  friend bool operator==(const Fix&, const Fix&) = default;
};

// One comment as its format tells it, and what else the format tells of its place in the change.
struct Found {
  review::Comment comment;              // columns in `unit`
  std::string record = {};              // how messages name it: "comment 1700000001", "line 12"
  ColumnUnit unit = ColumnUnit::bytes;  // of the columns of the comment and of the fixes
  std::vector<Fix> fixes = {};          // they become suggestions once the file's text is known
  std::string code = {};                // the last commented line as the reviewer saw it; "" when not told
  int diff_position = 0;                // GitHub's: lines below the first @@ of the file; 0 when not told
};
using Take = std::function<void(Found&&)>;

// A record that holds no comment of the reviewer, and why: "note 1128", "GitLab wrote it itself".
struct LeftOut {
  std::string record;
  std::string why;
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// What a file said besides its comments.
struct Harvest {
  review::Verdict verdict = review::Verdict::none;
  std::vector<std::string> notes;  // what the reader made of things that could be read in more ways than one
  std::vector<LeftOut> left_out;
};

struct Reading;  // what a reader works on: reading.hpp
struct Look;     // what a format is recognised by: reading.hpp

struct Format {
  std::string_view name;   // "github"
  std::string_view title;  // what it is, for people
  void (*read)(Reading& reading);
  bool (*recognises)(const Look& look);
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* format_named(std::string_view name);

// UTF-8 without a byte order mark, from UTF-8 or UTF-16 of either order. Faults: other encodings, NUL bytes.
[[nodiscard]] detectors::source::Checked<std::string> decoded(const std::string& path, std::string bytes);

// The first format whose file this looks like, by its name and the beginning of its decoded text; nullptr
// when none does.
[[nodiscard]] const Format* format_of(std::string_view path, std::string_view text);

// Hands each comment of the decoded text to `take`, in the file's order, as soon as it is read: beside the
// text itself only one record is held in memory. After a fault some may have been taken already: the caller
// undoes. Times are UTC, line endings of bodies are "\n", paths have "/" and no "./" before them.
[[nodiscard]] detectors::source::Checked<Harvest> read(const Format& format, const std::string& path,
                                                       std::string_view text, const Take& take);

struct Imported {
  review::Review review;
  std::vector<std::string> notes;  // what was inferred or left out, and why
};
// The same at once, as the format tells it: nothing is placed. `bytes` need not be decoded.
[[nodiscard]] detectors::source::Checked<Imported> read_whole(const Format& format, const std::string& path,
                                                              std::string_view bytes);

// Our own JSON, version 1: {"version": 1, "verdict": "request-changes", "comments": [{"file", "lines":
// "12-14", "body", "severity", …}]}. A comment without lines is about its file, one without a file about the
// review as a whole. The other keys of a comment are those of review::Comment and its Origin: id, columns
// ("5-9"), side, suggestions [{"lines", "text"}], label, decorations, author, thread, reply_to, state,
// resolved, anchor, anchor_note, source, instance, external_id, commit, created_at, updated_at, raw; all but
// body may be left out. An unknown key is a fault.
[[nodiscard]] detectors::source::Checked<Imported> read_json(const std::string& path, std::string_view text);
// What read_json reads back as the same review.
[[nodiscard]] std::string write_json(const review::Review& review);

// REVIEW.md. An entry begins with its place and goes on until the next entry, heading or end:
//
//     app/gateway.py:24: text            app/gateway.py:24-26: text            app/gateway.py: text
//
// A bullet or number before it, backticks or ** around the place, [blocker], [major], [minor] or [nit] before
// or after it are understood; lines indented more deeply than their entry never begin another, nor do lines
// between code fences. A "## Summary" section is one comment on the review as a whole, a "## Verdict" section
// holds "approve", "request changes" or "comment". <!-- … --> is not read. Other text outside entries is
// taken as a comment on the review as a whole and noted: nothing that a person wrote is lost. The template by
// itself yields no comment.
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
