#include "detectors/source/edit.hpp"

#include <doctest/doctest.h>

using namespace detectors::source;

TEST_CASE("an edit keeps only the bytes that change") {
  CHECK(trimmed({{0, 11}, "timeout = 5"}, "timeout = 3") == TextEdit{{10, 11}, "5"});
  CHECK(trimmed({{0, 4}, "same"}, "same") == TextEdit{{4, 4}, ""});
  CHECK(trimmed({{0, 2}, "aa"}, "aaa") == TextEdit{{2, 2}, ""});
  CHECK(trimmed({{0, 3}, "aXa"}, "aa!") == TextEdit{{1, 3}, "Xa"});
  CHECK(trimmed({{0, 2}, "aaa"}, "aa") == TextEdit{{2, 2}, "a"});
}

TEST_CASE("which edits conflict") {
  CHECK(conflict({{0, 3}, ""}, {{2, 4}, ""}));
  CHECK_FALSE(conflict({{0, 3}, ""}, {{3, 4}, ""}));
  CHECK(conflict({{3, 3}, "a"}, {{3, 3}, "b"}));
  CHECK_FALSE(conflict({{3, 3}, "a"}, {{4, 4}, "b"}));
  CHECK_FALSE(conflict({{3, 3}, "a"}, {{3, 5}, ""}));
}

TEST_CASE("edits of one line compose in any order") {
  const auto edited = apply("a b c\n", {{{4, 5}, "C"}, {{0, 1}, ""}, {{2, 2}, "x"}});
  CHECK(edited.text == " xb C\n");
  CHECK(edited.placed == std::vector<ByteSpan>{{4, 5}, {0, 0}, {1, 2}});
}

TEST_CASE("no edit changes nothing") {
  const auto edited = apply("text", {});
  CHECK(edited.text == "text");
  CHECK(edited.placed.empty());
}
