#include "detectors/highlight.hpp"

#include <doctest/doctest.h>

#include <string>

namespace detectors {
namespace {

// "keyword:def function:f …": what is painted, in order.
std::string painted(std::string_view path, std::string_view text) {
  std::string out;
  for (const auto& paint : highlight(path, text)) {
    if (!out.empty()) out += ' ';
    out += std::string(to_string(paint.colour)) + ":" +
           std::string(text.substr(paint.begin, paint.end - paint.begin));
  }
  return out;
}

}  // namespace

TEST_CASE("every language is coloured by its grammar's own queries") {
  struct Row {
    const char* path;
    const char* text;
    const char* painted;
  };
  const Row rows[] = {
      {"a.py", "def f(x):\n  return \"s\"  # c\n",
       "keyword:def function:f keyword:return string:\"s\" comment:# c"},
      {"a.py", "f\"{x}!\"", "string:f\" string:!\""},
      {"a.go", "package p\nfunc F() int { return 1 }",
       "keyword:package keyword:func function:F type:int keyword:return number:1"},
      {"a.js", "const f = () => 'x';", "keyword:const function:f string:'x'"},
      {"a.ts", "interface A { b: string }", "keyword:interface type:A type:string"},
      {"a.tsx", "const a: number = 1", "keyword:const type:number number:1"},
      {"a.java", "class A { int b = 1; }", "keyword:class type:A type:int number:1"},
      {"a.sql", "SELECT a FROM t -- c", "keyword:SELECT keyword:FROM type:t comment:-- c"},
      {"a.txt", "def f", ""},
      {"a.py", "", ""},
  };
  for (const auto& row : rows) {
    INFO(row.path);
    CHECK(painted(row.path, row.text) == row.painted);
  }
}

TEST_CASE("paints are sorted, apart and inside of the text, in broken and hostile texts too") {
  const std::string deep(5'000, '(');
  const std::string large(std::size_t{600} << 10U, 'x');
  for (const std::string& text :
       {std::string("def \xff\xfe\"\"\" open"), deep, large, std::string("\0a\0", 3)})
    for (const auto* path : {"a.py", "a.go", "a.ts", "a.java", "a.sql"}) {
      std::size_t at = 0;
      for (const auto& paint : highlight(path, text)) {
        CHECK(paint.begin >= at);
        CHECK(paint.end > paint.begin);
        CHECK(paint.end <= text.size());
        at = paint.end;
      }
    }
}

TEST_CASE("hardly a pattern of the queries is left out") {
  const std::pair<const char*, int> rows[] = {{"python", 0},     {"go", 0},  {"java", 0}, {"javascript", 2},
                                              {"typescript", 2}, {"tsx", 2}, {"sql", 1}};
  for (const auto& [language, most] : rows) {
    INFO(language);
    CHECK(patterns_left_out(language) <= most);
  }
}

}  // namespace detectors
