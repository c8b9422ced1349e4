// The ground of the house: where something stands in a text. Everything else speaks of places in these types.
#pragma once

#include <compare>
#include <cstddef>
#include <string>

namespace detectors::source {

// A line of a file, counted from 1 as editors, compilers and review tools do. 0 means "the file as a whole".
struct Line {
  int number = 0;
  friend auto operator<=>(Line, Line) = default;
};

// A column of a line, counted from 1 in UTF-8 bytes (the unit of tree-sitter and RDFormat, not of LSP or
// SARIF).
struct Column {
  int number = 0;
  friend auto operator<=>(Column, Column) = default;
};

struct Position {
  Line line;
  Column column;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// Bytes [begin, end) of a text.
//
//     t i m e o u t = 3
//     0 1 2 3 4 5 6 7 8       "timeout" is {0, 7}: end is the first byte that no longer belongs
struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};
[[nodiscard]] bool contains(ByteSpan outer, ByteSpan inner);
[[nodiscard]] bool overlap(ByteSpan a, ByteSpan b);  // touching is not overlapping

// Whole lines first..last, BOTH included, as a reviewer says "lines 24 to 25". {0, 0} is "no line".
//
//     23 |
//     24 | first  <-+
//     25 | last   <-+  {24, 25} covers two lines
//     26 |
struct LineSpan {
  Line first;
  Line last;
  [[nodiscard]] bool none() const { return first.number == 0; }
  friend auto operator<=>(const LineSpan&, const LineSpan&) = default;
};
[[nodiscard]] bool contains(LineSpan outer, LineSpan inner);
[[nodiscard]] bool overlap(LineSpan a, LineSpan b);
[[nodiscard]] int distance(LineSpan a, LineSpan b);  // 0 when they overlap, 1 when they are neighbours
[[nodiscard]] LineSpan hull(LineSpan a, LineSpan b);

// "24" or "24-25"; "" for none.
[[nodiscard]] std::string to_string(LineSpan lines);

}  // namespace detectors::source
