#include "detectors/source/file.hpp"

#include <doctest/doctest.h>

using namespace detectors::source;

TEST_CASE("lines without their endings") {
  const SourceFile file("a.py", "one\r\ntwo\n\nfour");
  CHECK(file.line_count() == 4);
  CHECK(file.line(Line{1}) == "one");
  CHECK(file.line(Line{2}) == "two");
  CHECK(file.line(Line{3}).empty());
  CHECK(file.line(Line{4}) == "four");
  CHECK(file.line(Line{5}).empty());
  CHECK(file.line(Line{0}).empty());
}

TEST_CASE("an empty text has no line") {
  const SourceFile file("a.py", "");
  CHECK(file.line_count() == 0);
  CHECK(file.position(0) == Position{Line{1}, Column{1}});
  CHECK(file.bytes({Line{1}, Line{1}}).empty());
}

TEST_CASE("a final newline makes no line of its own") {
  CHECK(SourceFile("a.py", "one\n").line_count() == 1);
  CHECK(SourceFile("a.py", "one\n\n").line_count() == 2);
}

TEST_CASE("offsets to positions and back") {
  const SourceFile file("a.py", "ab\ncdé\n");
  CHECK(file.position(0) == Position{Line{1}, Column{1}});
  CHECK(file.position(2) == Position{Line{1}, Column{3}});
  CHECK(file.position(3) == Position{Line{2}, Column{1}});
  CHECK(file.position(7) == Position{Line{2}, Column{5}});
  CHECK(file.position(9999).line == Line{2});
  CHECK(file.bytes({Line{2}, Line{2}}) == ByteSpan{3, 8});
  CHECK(file.bytes({Line{1}, Line{99}}) == ByteSpan{0, 8});
  CHECK(file.lines({1, 5}) == LineSpan{Line{1}, Line{2}});
  CHECK(file.lines({3, 3}) == LineSpan{Line{2}, Line{2}});
  CHECK(file.lines({0, 3}) == LineSpan{Line{1}, Line{1}});
  CHECK(file.slice({3, 5}) == "cd");
  CHECK(file.slice({6, 99}) == "\xa9\n");
}

TEST_CASE("text and binary") {
  CHECK(looks_like_text("plain"));
  CHECK(looks_like_text(""));
  CHECK_FALSE(looks_like_text(std::string_view("a\0b", 3)));
  CHECK(looks_like_text(std::string(8000, 'a') + std::string(1, '\0')));
}
