#include "runner/session/columns.hpp"

#include <algorithm>

namespace runner::session {
namespace {

using comments::ColumnUnit;
using detectors::source::Line;
using detectors::source::SourceFile;
using review::Column;

std::size_t sequence_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

std::string with_newline(std::string text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text;
}

// The lines with the fix in them, whole.
std::string applied(const comments::Fix& fix, const SourceFile& file, ColumnUnit unit) {
  const auto first = file.line(fix.lines.first);
  const auto last = file.line(fix.lines.last);
  const auto begin = static_cast<std::size_t>(byte_column(first, fix.columns.first.number, unit) - 1);
  const auto end = fix.columns.end.number == 0
                       ? last.size()
                       : static_cast<std::size_t>(byte_column(last, fix.columns.end.number, unit) - 1);
  return std::string(first.substr(0, begin)) + fix.text +
         std::string(last.substr(std::min(end, last.size())));
}

// "…up to column 1 of line 26" with a text that ends its own last line does not touch line 26; and what
// begins in column 1 and ends where a line ends takes whole lines.
comments::Fix plain(comments::Fix fix) {
  auto& [lines, columns, text] = fix;
  const bool deletes = text.empty() && columns.first.number == 1;
  if (lines.last > lines.first && columns.end.number == 1 && (text.ends_with('\n') || deletes)) {
    lines.last.number -= 1;
    columns.end = Column{0};
    if (!deletes) text.pop_back();
    if (columns.first.number == 1) return {lines, {}, deletes ? "" : text + "\n"};
  }
  return fix;
}

review::Suggestion suggestion_of(const comments::Fix& fix, const SourceFile& file, ColumnUnit unit) {
  if (fix.columns.none()) return {fix.lines, with_newline(fix.text)};
  return {fix.lines, with_newline(applied(fix, file, unit))};
}

}  // namespace

int byte_column(std::string_view line, int column, ColumnUnit unit) {
  const auto size = static_cast<int>(line.size());
  if (unit == ColumnUnit::bytes) return std::clamp(column, 1, size + 1);
  std::size_t at = 0;
  for (int left = column - 1; left > 0 && at < line.size();) {
    const auto length = sequence_length(static_cast<unsigned char>(line[at]));
    left -= unit == ColumnUnit::utf16 && length == 4 ? 2 : 1;
    at += length;
  }
  return std::min(static_cast<int>(at), size) + 1;
}

void convert_columns(comments::Found& found, const SourceFile& file) {
  auto& comment = found.comment;
  if (auto& columns = comment.columns; !columns.none()) {
    columns.first = Column{byte_column(file.line(comment.lines.first), columns.first.number, found.unit)};
    if (columns.end.number > 0)
      columns.end = Column{byte_column(file.line(comment.lines.last), columns.end.number, found.unit)};
  }
  for (const auto& given : found.fixes) {
    const auto fix = plain(given);
    if (file.has(fix.lines.first) && file.has(fix.lines.last)) {
      comment.suggestions.push_back(suggestion_of(fix, file, found.unit));
      continue;
    }
    if (!comment.anchor_note.empty()) comment.anchor_note += "; ";
    comment.anchor_note += "a fix of it is for lines that the file does not have";
  }
}

}  // namespace runner::session
