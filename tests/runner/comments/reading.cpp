#include "runner/comments/reading.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;
using runner::review::Comment;
using runner::review::Severity;

TEST_CASE("line ends and paths as everybody writes them") {
  const std::pair<std::string_view, std::string_view> ends[] = {
      {"a\r\nb\rc\n", "a\nb\nc\n"}, {"a\n", "a\n"}, {"\r", "\n"}, {"a\r", "a\n"}, {"", ""}};
  for (const auto& [text, unix_text] : ends) CHECK(unix_lines(text) == unix_text);
  const std::pair<std::string_view, std::string_view> paths[] = {
      {"app\\x.py", "app/x.py"}, {".\\.\\app\\x.py", "app/x.py"}, {"./app/x.py", "app/x.py"},
      {"C:\\x.py", "C:/x.py"},   {"/abs/x.py", "/abs/x.py"},      {"", ""}};
  for (const auto& [path, unix_path_of] : paths) CHECK(unix_path(path) == unix_path_of);
}

TEST_CASE("span_of: what is absent, and what runs backwards") {
  struct Row {
    int first, last;
    std::string_view span;
  };
  const Row rows[] = {{3, 5, "3-5"}, {3, 0, "3"}, {0, 5, "5"}, {5, 3, "5"}, {0, 0, ""}, {-1, -1, ""}};
  for (const auto& row : rows) CHECK(to_string(span_of(row.first, row.last)) == row.span);
}

TEST_CASE("severities and labels, as tools and people call them") {
  const std::pair<std::string_view, std::optional<Severity>> severities[] = {
      {"ERROR", Severity::major}, {"Critical", Severity::blocker}, {"p2", Severity::minor},
      {"note", Severity::nit},    {"odd", std::nullopt},           {"", std::nullopt}};
  for (const auto& [word, severity] : severities) CHECK((severity_of(word) == severity));
  CHECK(label_of("Issue") == "issue");
  CHECK(label_of("nit") == "nitpick");
  CHECK(label_of("E501").empty());
  const std::pair<std::string_view, std::vector<std::string>> labels[] = {
      {"issue", {"issue"}},
      {"issue (blocking)", {"issue", "blocking"}},
      {"Question (non-blocking, if-minor)", {"question", "non-blocking", "if-minor"}},
      {"E501 (blocking)", {""}},
      {"", {""}}};
  for (const auto& [text, parts] : labels) {
    CAPTURE(text);
    Comment comment;
    take_label(text, comment);
    CHECK(comment.label == parts[0]);
    CHECK(comment.decorations == std::vector<std::string>(parts.begin() + 1, parts.end()));
  }
}

TEST_CASE("a reading: what says nothing is left out, faults beyond the first twenty are counted") {
  std::size_t taken = 0;
  const Take take = [&](Found&&) { ++taken; };
  Reading reading{.path = "x", .text = "one\ntwo\nthree", .take = take};
  reading.found({.comment = {.body = std::string("a\0b", 3)}, .record = "1"});
  reading.found({.comment = {.body = " \n"}, .record = "2"});
  reading.found({.comment = {.body = ""}, .record = "3", .fixes = {{.lines = {}, .text = "x"}}});
  CHECK(taken == 2);
  CHECK(reading.harvest.left_out == std::vector<LeftOut>{{"2", "it has no text"}});
  for (int i = 0; i < 30; ++i) reading.fault({1}, "odd", "mend it");
  CHECK(reading.faults.size() == 20);
  CHECK(reading.more_faults == 10);
  CHECK(reading.line_at(reading.text.substr(4)).number == 2);
}
