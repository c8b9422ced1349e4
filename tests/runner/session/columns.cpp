#include "runner/session/columns.hpp"

#include <doctest/doctest.h>

using namespace runner;
using namespace runner::session;
using comments::ColumnUnit;
using detectors::source::Line;
using review::Column;

namespace {

const detectors::source::SourceFile& file() {
  static const detectors::source::SourceFile made("a.py", "x = 'ä🙂'  # end\ny = 2\nz = 3\n");
  return made;
}

std::string suggested(comments::Fix fix, ColumnUnit unit = ColumnUnit::bytes) {
  comments::Found found{.comment = {}, .unit = unit, .fixes = {std::move(fix)}};
  convert_columns(found, file());
  if (found.comment.suggestions.empty()) return "none: " + found.comment.anchor_note;
  const auto& made = found.comment.suggestions[0];
  return to_string(made.lines) + "|" + made.text;
}

comments::Fix fix(int first, int last, int begin, int end, const char* text) {
  return {.lines = {Line{first}, Line{last}}, .columns = {Column{begin}, Column{end}}, .text = text};
}

}  // namespace

TEST_CASE("byte_column: an emoji before the column counts in each unit as that unit counts it") {
  const auto line = file().line(Line{1});  // x = 'ä🙂': ä has 2 bytes, the emoji 4, in UTF-16 it has 2 units
  CHECK(byte_column(line, 6, ColumnUnit::bytes) == 6);
  CHECK(byte_column(line, 6, ColumnUnit::code_points) == 6);
  CHECK(byte_column(line, 7, ColumnUnit::code_points) == 8);
  CHECK(byte_column(line, 8, ColumnUnit::code_points) == 12);
  CHECK(byte_column(line, 9, ColumnUnit::utf16) == 12);
  CHECK(byte_column(line, 12, ColumnUnit::bytes) == 12);
  CHECK(byte_column(line, 999, ColumnUnit::utf16) == static_cast<int>(line.size()) + 1);
  CHECK(byte_column(line, 999, ColumnUnit::bytes) == static_cast<int>(line.size()) + 1);
  CHECK(byte_column("", 1, ColumnUnit::code_points) == 1);
}

TEST_CASE("convert_columns: the comment's own columns") {
  comments::Found found{.comment = {}, .unit = ColumnUnit::utf16};
  found.comment.lines = {Line{1}, Line{1}};
  found.comment.columns = {Column{6}, Column{9}};
  convert_columns(found, file());
  CHECK(found.comment.columns.first.number == 6);
  CHECK(found.comment.columns.end.number == 12);
  found.comment.columns = {Column{6}, Column{0}};  // no end was told
  convert_columns(found, file());
  CHECK(found.comment.columns.end.number == 0);
}

TEST_CASE("convert_columns: fixes become whole lines") {
  CHECK(suggested({.lines = {Line{2}, Line{3}}, .text = "y = 4"}) == "2-3|y = 4\n");
  CHECK(suggested({.lines = {Line{2}, Line{2}}, .text = ""}) == "2|");
  CHECK(suggested(fix(2, 2, 5, 6, "40")) == "2|y = 40\n");
  CHECK(suggested(fix(2, 2, 5, 0, "40")) == "2|y = 40\n");
  CHECK(suggested(fix(1, 1, 6, 8, "o"), ColumnUnit::code_points) == "1|x = 'o'  # end\n");
  CHECK(suggested(fix(1, 1, 6, 9, "o"), ColumnUnit::utf16) == "1|x = 'o'  # end\n");
  CHECK(suggested(fix(2, 3, 5, 2, "7 +")) == "2-3|y = 7 + = 3\n");
  CHECK(suggested(fix(2, 3, 1, 1, "y = 5\n")) == "2|y = 5\n");  // up to the beginning of line 3
  CHECK(suggested(fix(3, 4, 1, 1, "z = 5\n")) == "3|z = 5\n");  // behind the last line
  CHECK(suggested(fix(2, 3, 1, 1, "")) == "2|");                // deletes line 2
  CHECK(suggested(fix(9, 9, 1, 1, "")) == "none: a fix of it is for lines that the file does not have");
}
