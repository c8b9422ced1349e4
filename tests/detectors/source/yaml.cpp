#include "detectors/source/yaml.hpp"

#include <doctest/doctest.h>

using detectors::source::read_yaml;
using detectors::source::Yaml;

namespace {

// As one line: {a: b, c: [d, "e"]}
std::string shown(const Yaml& value) {
  if (value.kind == Yaml::Kind::none) return "~";
  if (value.is_text()) return value.quoted ? "\"" + value.text + "\"" : value.text;
  std::string inside;
  for (const auto& [key, each] : value.entries)
    inside += (inside.empty() ? "" : ", ") + (value.is_map() ? key + ": " : "") + shown(each);
  return value.is_map() ? "{" + inside + "}" : "[" + inside + "]";
}

std::string read(const std::string& text) {
  const auto documents = read_yaml("a.yml", text);
  if (!documents) return to_string(documents.error().front());
  std::string result;
  for (const auto& each : *documents) result += (result.empty() ? "" : " --- ") + shown(each);
  return result;
}

}  // namespace

TEST_CASE("YAML and JSON as values") {
  struct Row {
    std::string text, value;
  };
  for (const auto& row : {
           Row{"", ""},
           Row{"a: b\nc:\n  - d\n  - \"e\"\n", "{a: b, c: [d, \"e\"]}"},
           Row{R"({"a": [1, true, null], "b": {"c": "\u00e9"}})", "{a: [1, true, ~], b: {c: \"é\"}}"},
           Row{"a: |\n  one\n  two\n", "{a: \"one\ntwo\n\"}"},
           Row{"a: &x [1]\nb: *x\n", "{a: [1], b: [1]}"},
           Row{"a: 1\n---\nb: ~\n", "{a: 1} --- {b: ~}"},
           Row{"a: [1\n", ""},
           Row{"a: &x [*x]\n", ""},
       }) {
    CAPTURE(row.text);
    if (row.value.empty() && !row.text.empty())
      CHECK(read(row.text).starts_with("a.yml:"));
    else
      CHECK(read(row.text) == row.value);
  }
}

TEST_CASE("a value knows its line: of a map's value it is that of the key") {
  const auto documents = read_yaml("a.yml", "a: 1\nb:\n  c:\n    - x\n    - y\n");
  REQUIRE(documents);
  const auto& b = *documents->front().find("b");
  CHECK(b.line.number == 2);
  CHECK(b.find("c")->line.number == 3);
  CHECK(b.find("c")->entries[1].value.line.number == 5);
  CHECK(b.find("d") == nullptr);
  CHECK(b.find("c")->texts() == std::vector<std::string>{"x", "y"});
}

TEST_CASE("what unfolds without end, or is nested without end, is refused") {
  std::string laughs = "a0: &a0 [x]\n";
  for (int i = 1; i < 12; ++i) {
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) laughs += "*a" + std::to_string(i - 1) + ", ";
    laughs += "]\n";
  }
  CHECK(read(laughs).find("more than 300000 values") != std::string::npos);
  CHECK(read(std::string(1000, '[') + std::string(1000, ']')).find("is no YAML") != std::string::npos);
  CHECK(read(std::string(100'000, '[')).find("is no YAML") != std::string::npos);
}
