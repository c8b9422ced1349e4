#include <doctest/doctest.h>

#include <set>

#include "runner/comments/comments.hpp"

using namespace runner::comments;

TEST_CASE("formats: each has a name of its own, is found by it, and reads") {
  std::set<std::string_view> names;
  for (const auto& format : formats()) {
    CHECK(names.insert(format.name).second);
    CHECK(format_named(format.name) == &format);
    CHECK_FALSE(format.title.empty());
  }
  CHECK(names == std::set<std::string_view>{"json", "review-file"});
  CHECK(format_named("xml") == nullptr);
}

TEST_CASE("format_of: which format a file looks like") {
  struct Row {
    std::string_view path, text, name;
  };
  const Row rows[] = {
      {"REVIEW.md", "", "review-file"},
      {"at/home/REVIEW.md", "", "review-file"},
      {"notes.md", "app/x.py:3: x", ""},
      {"r.json", R"({"comments": []})", "json"},
      {"r.json", R"({"comments": [{"file": "x", "body": "y"}]})", "json"},
      {"r.json", R"({"comments": [{"path": "x", "body": "y"}]})", ""},
      {"r.json", R"({"event": "COMMENT", "comments": []})", ""},
      {"r.json", R"({"diagnostics": []})", ""},
      {"r.json", "{", ""},
      {"r.json", "[]", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto* format = format_of(row.path, row.text);
    CHECK((format ? format->name : "") == row.name);
  }
}
