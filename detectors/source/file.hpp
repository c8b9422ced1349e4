// A source file as a value: its path, its text, and the way between bytes, lines and columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/position.hpp"

namespace detectors::source {

// Invariant: the line index fits the text. A text without a final newline has that last line too; an empty
// text has no line. "\r\n" ends a line as "\n" does, and line() gives neither.
class SourceFile {
 public:
  SourceFile() = default;
  SourceFile(std::string path, std::string text);

  [[nodiscard]] const std::string& path() const { return path_; }  // relative to the tree, '/' between parts
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] int line_count() const { return static_cast<int>(starts_.size()); }
  [[nodiscard]] bool has(Line line) const { return line.number >= 1 && line.number <= line_count(); }

  // The line without its ending; "" for a line that does not exist.
  [[nodiscard]] std::string_view line(Line line) const;
  [[nodiscard]] std::string_view slice(ByteSpan bytes) const;

  // An offset at or past the end of the text is on the last line.
  [[nodiscard]] Position position(std::size_t offset) const;
  // The lines that the bytes touch; an empty span touches the line that it stands on.
  [[nodiscard]] LineSpan lines(ByteSpan bytes) const;
  // From the first byte of the first line to just past the newline of the last; clamped to the file.
  [[nodiscard]] ByteSpan bytes(LineSpan lines) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::size_t> starts_;
};

// No NUL byte in the first 8000 bytes: the same test that git applies.
[[nodiscard]] bool looks_like_text(std::string_view bytes);

}  // namespace detectors::source
