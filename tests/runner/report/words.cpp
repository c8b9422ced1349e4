#include "runner/report/words.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace runner::report;
using runner::review::AnchorQuality;
using runner::review::Comment;
using runner::review::CommentScope;
using runner::review::Side;

TEST_CASE("numbers") {
  CHECK(percent(0.614) == "61%");
  CHECK(percent(1.0) == "100%");
  CHECK(percent(runner::review::Interval{0.3968, 0.8922}) == "40% to 89%");
  CHECK(points(54.5625) == "54.6");
  CHECK(points(100) == "100.0");
  CHECK(number(-0.001) == "0.00");
  CHECK(number(-0.0786) == "-0.08");
  CHECK(counted(1, "claim") == "1 claim");
  CHECK(counted(0, "claim") == "0 claims");
}

TEST_CASE("places") {
  const std::vector<std::pair<Comment, const char*>> table{
      {{.id = "c"}, "comment c on the review as a whole"},
      {{.id = "c", .scope = CommentScope::file, .path = "a.py"}, "comment c at a.py"},
      {{.id = "c", .scope = CommentScope::lines, .path = "a.py", .lines = {{3}, {4}}},
       "comment c at a.py:3-4"},
      {{.id = "c", .scope = CommentScope::lines, .path = "a.py", .side = Side::before, .lines = {{3}, {3}}},
       "comment c at a.py:3 (old side)"},
      {{.id = "c",
        .scope = CommentScope::lines,
        .path = "a.py",
        .lines = {{3}, {3}},
        .anchor = AnchorQuality::outdated},
       "comment c at a.py:3 (outdated)"},
  };
  for (const auto& [comment, words] : table) CHECK(source(comment) == words);
}

TEST_CASE("every theme has a title, an unknown one its id") {
  CHECK(theme_title("capacity-cliff") == "Capacity cliff");
  CHECK(theme_title("data-discipline") == "Data discipline");
  CHECK(theme_title("idempotency") == "Idempotency of side effects");
  CHECK(theme_title("new-one") == "new-one");
}
