#include "runner/comments/severity_mark.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;
using runner::review::Comment;
using runner::review::Severity;

TEST_CASE("severity mark: what is put in front is taken off again") {
  for (const auto severity : {Severity::blocker, Severity::major, Severity::minor, Severity::nit})
    for (const auto* body : {"x", " x", "\nx", "```suggestion\nx\n```", "[odd] x", "a]b"}) {
      Comment comment{.body = body, .severity = severity};
      comment.body = with_severity_mark(comment);
      CHECK(comment.body.starts_with("["));
      comment.severity.reset();
      take_severity_mark(comment);
      CHECK(comment.severity == severity);
      CHECK(comment.body == body);
    }
}

TEST_CASE("severity mark: what people write in front, and what they mean otherwise") {
  struct Row {
    const char* body;
    std::optional<Severity> severity;
    const char* left;
  };
  const Row rows[] = {
      {"[Major] x", Severity::major, "x"},    {"[nit]\nx", Severity::nit, "x"},
      {"[nit]: x", std::nullopt, "[nit]: x"}, {"[x] y", std::nullopt, "[x] y"},
      {"[major]x", std::nullopt, "[major]x"}, {"[major] ", std::nullopt, "[major] "},
      {"[major", std::nullopt, "[major"},     {"", std::nullopt, ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.body);
    Comment comment{.body = row.body};
    take_severity_mark(comment);
    CHECK((comment.severity == row.severity));
    CHECK(comment.body == row.left);
  }
  Comment told{.body = "[nit] x", .severity = Severity::major};
  take_severity_mark(told);
  CHECK(told.body == "[nit] x");
  CHECK(with_severity_mark({.body = "x"}) == "x");
}
