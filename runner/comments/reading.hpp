// What every reader works with: the text, where its findings go, and what a format is recognised by.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "runner/comments/comments.hpp"

namespace runner::comments {

// Whatever is wrong is collected; a reader goes on as far as it can, so that all is said at once.
struct Reading {
  std::string path;
  std::string_view text;  // UTF-8, no byte order mark
  const Take& take;
  Harvest harvest = {};
  detectors::source::Faults faults = {};
  std::size_t more_faults = 0;  // beyond the first few, which are enough to mend a file

  void found(Found comment);  // one that says nothing is left out
  void leave_out(std::string record, std::string why);
  void note(std::string said) { harvest.notes.push_back(std::move(said)); }
  void fault(detectors::source::Line line, std::string problem, std::string remedy);
  // The line of a part of the text.
  [[nodiscard]] detectors::source::Line line_at(std::string_view part) const;
};

// A file at a glance. Keys are those of the outermost object, and of the first object in the first list.
struct Look {
  enum class Shape { json_object, json_list, xml, other };
  std::string_view path;  // as given; "-" for standard input
  std::string_view head;  // of the text: at most 64 KiB
  Shape shape = Shape::other;
  std::set<std::string, std::less<>> keys;
  std::set<std::string, std::less<>> record_keys;

  [[nodiscard]] bool is_json() const { return shape == Shape::json_object || shape == Shape::json_list; }
  [[nodiscard]] bool has(std::string_view key) const { return keys.contains(key); }
  // The records of a bare list, or of a page that wraps its list.
  [[nodiscard]] bool records_have(std::string_view key) const { return record_keys.contains(key); }
  [[nodiscard]] bool ends_in(std::string_view ending) const;  // the path; letters of either case
};
[[nodiscard]] Look look_at(std::string_view path, std::string_view text);

// "\r\n" and "\r" as "\n".
[[nodiscard]] std::string unix_lines(std::string_view text);

// Those of ASCII; the locale has no say.
[[nodiscard]] std::string small_letters(std::string_view text);

// "app\\x.py", "./app/x.py" -> "app/x.py". Drive letters and leading slashes stay.
[[nodiscard]] std::string unix_path(std::string_view path);

// Lines first..last as review tools give them: a last line that is absent (0) or before the first is the
// first; none when first is 0 too.
[[nodiscard]] review::LineSpan span_of(int first, int last);

// What tools and people call it: "ERROR", "warning", "critical", "P2"; none for a word that is no severity.
[[nodiscard]] std::optional<review::Severity> severity_of(std::string_view word);

// "issue (blocking, if-minor)" -> the comment's label and decorations; nothing when it is no label of
// Conventional Comments.
void take_label(std::string_view text, review::Comment& comment);

// The label, in small letters, when it is one of Conventional Comments; "" otherwise.
[[nodiscard]] std::string label_of(std::string_view word);

}  // namespace runner::comments
