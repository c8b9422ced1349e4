#include "runner/report/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "runner/report/printable.hpp"

namespace runner::report {
namespace {

constexpr int least_columns = 40;
constexpr int least_last_column = 20;

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::bold:
      return "1";
    case Ink::dim:
      return "2";
    case Ink::red:
      return "31";
    case Ink::green:
      return "32";
    case Ink::yellow:
      return "33";
    case Ink::blue:
      return "34";
  }
  return "0";
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(count, 0)), ' '); }

// The longest beginning of `word` that fits into `room` columns, at least one character.
std::size_t fitting(std::string_view word, int room) {
  std::size_t taken = 0;
  while (taken < word.size()) {
    const std::size_t next = taken + first_code_point(word.substr(taken)).bytes;
    if (taken > 0 && display_width(word.substr(0, next)) > room) break;
    taken = next;
  }
  return taken;
}

class Wrapper {
 public:
  Wrapper(Indent indent, int width) : indent_(indent), width_(width), line_(spaces(indent.first)) {
    column_ = indent.first;
  }

  void word(std::string_view word) {
    const int needed = display_width(word);
    if (!empty_ && column_ + 1 + needed > width_) new_line();
    if (!empty_) append(" ", 1);
    while (column_ + display_width(word) > width_) {
      const std::size_t part = fitting(word, width_ - column_);
      append(word.substr(0, part), display_width(word.substr(0, part)));
      word.remove_prefix(part);
      if (word.empty()) return;
      new_line();
    }
    append(word, display_width(word));
  }

  void new_line() {
    out_ += line_ + '\n';
    line_ = spaces(indent_.rest);
    column_ = indent_.rest;
    empty_ = true;
  }

  std::string finish() {
    if (!empty_) new_line();
    return std::move(out_);
  }

 private:
  void append(std::string_view text, int width) {
    line_ += text;
    column_ += width;
    empty_ = false;
  }

  Indent indent_;
  int width_;
  std::string out_;
  std::string line_;
  int column_ = 0;
  bool empty_ = true;
};

void wrap_line(Wrapper& wrapper, std::string_view line) {
  while (true) {
    const auto start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return;
    line.remove_prefix(start);
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    wrapper.word(line.substr(0, end));
    line.remove_prefix(end);
  }
}

std::string beside(std::string_view label, std::string_view text, const Style& style) {
  const int indent = display_width(label);
  std::string wrapped = paragraph(text, {.first = indent, .rest = indent}, style);
  if (wrapped.empty()) return std::string(label.substr(0, label.find_last_not_of(' ') + 1)) + '\n';
  return std::string(label) + wrapped.substr(static_cast<std::size_t>(indent));
}

std::vector<int> column_widths(const Table& table) {
  std::vector<int> widths;
  for (std::size_t c = 0; c < table.heads.size(); ++c) {
    int width = display_width(table.heads[c]);
    for (const auto& row : table.rows) width = std::max(width, display_width(row[c]));
    widths.push_back(width);
  }
  return widths;
}

std::string table_row(const std::vector<std::string>& cells, const std::vector<int>& widths,
                      const Style& style) {
  std::string before;
  for (std::size_t c = 0; c + 1 < cells.size(); ++c) before += padded(cells[c], widths[c]) + "  ";
  return beside(before, cells.back(), style);
}

std::string table_as_blocks(const Table& table, const Style& style) {
  std::string out;
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c].empty()) continue;
      const std::string line = c == 0 ? row[c] : fmt::format("{}: {}", table.heads[c], row[c]);
      out += paragraph(line, {.first = c == 0 ? 0 : 2, .rest = 4}, style);
    }
  }
  return out;
}

}  // namespace

std::string ink(const Style& style, Ink ink, std::string_view text) {
  if (style.colour == Colour::no || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text);
}

int columns(const Style& style) {
  return style.width == 0 ? std::numeric_limits<int>::max() : std::max(style.width, least_columns);
}

std::string paragraph(std::string_view text, Indent indent, const Style& style) {
  Wrapper wrapper(indent, columns(style));
  while (true) {
    const auto end = text.find('\n');
    wrap_line(wrapper, text.substr(0, end));
    if (end == std::string_view::npos) return wrapper.finish();
    text.remove_prefix(end + 1);
    if (text.find_first_not_of(" \t\n") != std::string_view::npos) wrapper.new_line();
  }
}

std::string labelled(std::string_view label, std::string_view text, const Style& style) {
  if (display_width(label) <= columns(style) / 2) return beside(label, text, style);
  const auto start = static_cast<int>(label.find_first_not_of(' '));
  return paragraph(label, {.first = start, .rest = start}, style) +
         paragraph(text, {.first = start + 2, .rest = start + 2}, style);
}

std::string verbatim(std::string_view text, int indent) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    out += (line.empty() ? std::string() : spaces(indent)) + std::string(line) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string padded(std::string_view text, int width) {
  return std::string(text) + spaces(width - display_width(text));
}

std::string shortened(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::string_view kept = text.substr(0, fitting(text, width - 3));
  kept = kept.substr(0, kept.find_last_not_of(' ') + 1);
  return std::string(kept) + "...";
}

std::string heading(std::string_view title, const Style& style) {
  return '\n' + paragraph(ink(style, Ink::bold, title), {}, style) + '\n';
}

std::string table(const Table& table, const Style& style) {
  const std::vector<int> widths = column_widths(table);
  int before = 0;
  for (std::size_t c = 0; c + 1 < widths.size(); ++c) before += widths[c] + 2;
  const int last = std::min(widths.empty() ? 0 : widths.back(), least_last_column);
  if (before + last > columns(style)) return table_as_blocks(table, style);
  std::vector<std::string> heads;
  for (const auto& head : table.heads) heads.push_back(ink(style, Ink::dim, head));
  std::string out = table_row(heads, widths, style);
  for (const auto& row : table.rows) out += table_row(row, widths, style);
  return out;
}

}  // namespace runner::report
