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
  CHECK(names.size() >= 15);
  CHECK(format_named("xml") == nullptr);
}

TEST_CASE("format_of: which format a file looks like") {
  struct Row {
    std::string_view path, text, name;
  };
  const Row rows[] = {
      {"REVIEW.md", "", "review-file"},
      {"at/home/REVIEW.md", "", "review-file"},
      {"notes.md", "app/x.py:3: x", "markdown"},
      {"notes.txt", "app/x.py:3: x", "text"},
      {"notes.txt", "hello", ""},
      {"-", "From: a@example.org\n\n> +x\ny", "email"},
      {"-", "text\n> @@ -1 +1 @@\n", "email"},
      {"-", "file,line,comment\n", "csv"},
      {"-", "sha,filename,url,lines,title,comment\n", "vscode-csv"},
      {"-", "<?xml version=\"1.0\"?>\n<checkstyle>", "checkstyle"},
      {"-", "<html>", ""},
      {"-", ")]}'\n{}", "gerrit"},
      {"-", "{\"runs\": [", "sarif"},
      {"-", "[[{\"diff_hunk\": \"\"", "github"},
      {"-", "[{\"note\": \"x\"}]", "gitlab"},
      {"-", "[blocker] app/x.py:3: x", "text"},
      {"-", "# Review: payments\n", "review-file"},
      {"x.html", "", ""},
      {"r.json", R"({"comments": []})", "json"},
      {"r.json", R"({"comments": [{"file": "x", "body": "y"}]})", "json"},
      {"r.json", R"({"comments": [{"path": "x", "body": "y"}]})", "github"},
      {"r.json", R"({"event": "COMMENT", "comments": []})", "github"},
      {"r.json", R"({"diagnostics": []})", "rdjson"},
      {"r.json", "{", ""},
      {"r.json", "[]", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto* format = format_of(row.path, row.text);
    CHECK((format ? format->name : "") == row.name);
  }
}
