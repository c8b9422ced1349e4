#include "runner/report/terminal.hpp"

#include <doctest/doctest.h>

using namespace runner::report;

namespace {
constexpr Style narrow{.colour = Colour::no, .width = 40};
}

TEST_CASE("a paragraph is wrapped at spaces, with a hanging indent") {
  CHECK(paragraph("one two three four five six seven eight nine", {.first = 2, .rest = 4}, narrow) ==
        "  one two three four five six seven\n    eight nine\n");
  CHECK(paragraph("  many   spaces\tand tabs ", {}, narrow) == "many spaces and tabs\n");
  CHECK(paragraph("first\nsecond", {.first = 0, .rest = 2}, narrow) == "first\n  second\n");
  CHECK(paragraph("", {}, narrow).empty());
}

TEST_CASE("a word longer than the line is broken") {
  CHECK(paragraph(std::string(45, 'x'), {}, narrow) ==
        std::string(40, 'x') + '\n' + std::string(5, 'x') + '\n');
}

TEST_CASE("a width below 40 is read as 40, and 0 does not wrap") {
  const std::string text(100, 'y');
  CHECK(paragraph(text, {}, {.colour = Colour::no, .width = 3}).substr(0, 41) == std::string(40, 'y') + '\n');
  CHECK(paragraph(text, {}, {.colour = Colour::no, .width = 0}) == text + '\n');
}

TEST_CASE("ink takes no column and is left out without colour") {
  const Style colour{.colour = Colour::yes, .width = 40};
  CHECK(ink(narrow, Ink::red, "x") == "x");
  CHECK(ink(colour, Ink::red, "x") == "\x1b[31mx\x1b[0m");
  CHECK(ink(colour, Ink::red, "").empty());
  CHECK(padded(ink(colour, Ink::red, "x"), 3) == "\x1b[31mx\x1b[0m  ");
}

TEST_CASE("a label keeps its text beside it, or above it when it is long") {
  CHECK(labelled("  help: ", "do this and then do that and the other", narrow) ==
        "  help: do this and then do that and the\n        other\n");
  CHECK(labelled("  a label as long as this one: ", "text", narrow) ==
        "  a label as long as this one:\n    text\n");
}

TEST_CASE("a text is shortened to its columns") {
  CHECK(shortened("short", 10) == "short");
  CHECK(shortened("exactly ten", 11) == "exactly ten");
  CHECK(shortened("a little too long", 11) == "a little...");
}

TEST_CASE("a table has columns, or is a list of blocks where they do not fit") {
  const Table small{.heads = {"A", "B"}, .rows = {{"one", "1"}, {"three", "3"}}};
  CHECK(table(small, narrow) == "A      B\none    1\nthree  3\n");
  const Table large{.heads = {"NAME", "WHERE", "WHAT"},
                    .rows = {{"n", std::string(30, 'w'), "a text of many words"}}};
  CHECK(table(large, narrow) == "n\n  WHERE: " + std::string(30, 'w') + "\n  WHAT: a text of many words\n");
}

TEST_CASE("code keeps its own spaces") { CHECK(verbatim("a\n\n  b", 2) == "  a\n\n    b\n"); }
