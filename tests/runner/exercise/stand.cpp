#include "runner/exercise/stand.hpp"

#include <doctest/doctest.h>

using namespace runner::exercise;
using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::SourceFile;

TEST_CASE("visible_lines: blank ends are left out") {
  const SourceFile file("x", "a\n\n  b\nc\n\n");
  CHECK(to_string(visible_lines(file, {1, 8})) == "3-4");
  CHECK(to_string(visible_lines(file, {0, file.text().size()})) == "1-4");
  CHECK(to_string(visible_lines(file, {2, 5})) == "2-3");  // nothing but blanks: all of it
}

TEST_CASE("joined: sorted, neighbours become one") {
  const auto span = [](int first, int last) { return LineSpan{Line{first}, Line{last}}; };
  CHECK(joined({span(7, 8), span(1, 2), span(3, 3)}) == std::vector{span(1, 3), span(7, 8)});
  CHECK(joined({span(1, 9), span(2, 3)}) == std::vector{span(1, 9)});
  CHECK(joined({span(1, 1), span(3, 3)}) == std::vector{span(1, 1), span(3, 3)});
  CHECK(joined({}).empty());
}

TEST_CASE("text_of: by path") {
  const Tree tree{{"a", "1"}, {"b/c", "2"}};
  CHECK(*text_of(tree, "b/c") == "2");
  CHECK(text_of(tree, "b") == nullptr);
}

TEST_CASE("only_imports: lines that bring names in and nothing else") {
  const auto all = [](const char* text) {
    const SourceFile file("x", text);
    return only_imports(file, {Line{1}, Line{file.line_count()}});
  };
  const std::pair<const char*, bool> rows[] = {
      {"import os\nfrom a.b import c, d\n", true},
      {"\t\"net/http\"\n\tg \"example.org/g\"\n", true},
      {"import java.util.List;\n\nimport java.util.Map;\n", true},
      {"const http = require('http')\n", true},
      {"import os\nx = 1\n", false},
      {"from_now = 3\n", false},
      {"name = \"a\"\n", false},
      {"log.Info(\"a\")\n", false},
  };
  for (const auto& [text, expected] : rows) CHECK_MESSAGE(all(text) == expected, text);
  CHECK_FALSE(only_imports(SourceFile("x", "import os\n"), {}));
}
