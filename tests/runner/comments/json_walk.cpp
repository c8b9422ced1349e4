#include "runner/comments/json_walk.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;

namespace {

// What `visit` is given, parted by "|", and behind "!" the first fault with its line.
template <class Walk>
std::string walked(std::string_view text, const Walk& walk) {
  const Take take = [](Found&&) {};
  Reading reading{.path = "x", .text = text, .take = take};
  std::string out;
  walk(reading, [&](std::string_view value) { out += std::string(value) + "|"; });
  if (!reading.faults.empty())
    out += "!" + std::to_string(reading.faults[0].line.number) + " " + reading.faults[0].problem;
  return out;
}

struct Row {
  std::string_view text, seen;
};

}  // namespace

TEST_CASE("documents: one, several, one on each line; what is cut off is said with where it began") {
  const Row rows[] = {
      {"", ""},
      {" \n\t", ""},
      {"{}", "{}|"},
      {"[1]\n[2]", "[1]|[2]|"},
      {"[1][2]", "[1]|[2]|"},
      {"{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}|{\"b\":2}|"},
      {"7 \"x\"", "7|\"x\"|"},
      {"{\"a\": \"}\"}", "{\"a\": \"}\"}|"},
      {"{\"a\": \"\\\"}\"}", "{\"a\": \"\\\"}\"}|"},
      {"\n{\"a\": [1,\n2", "!3 the file ends within what begins on line 2"},
      {"\"never closed", "!1 the file ends within what begins on line 1"},
      {"\"ends in \\", "!1 the file ends within what begins on line 1"},
      {"[1]\n]", "[1]|!2 not valid JSON"},
  };
  for (const auto& [text, seen] : rows) {
    CAPTURE(text);
    CHECK(walked(text, [&](Reading& reading, const auto& visit) { documents(reading, text, visit); }) ==
          seen);
  }
}

TEST_CASE("elements: each as it stands, and what parts them is checked") {
  const Row rows[] = {
      {"[]", ""},
      {"[ \n]", ""},
      {"[1, [2,3] ,{\"a\":[]}]", "1|[2,3]|{\"a\":[]}|"},
      {"[1 2]", "1|!1 not valid JSON"},
      {"[1,]", "1|!1 not valid JSON"},
      {"[,1]", "!1 not valid JSON"},
      {"[1,\n}]", "1|!2 not valid JSON"},
  };
  for (const auto& [text, seen] : rows) {
    CAPTURE(text);
    CHECK(walked(text, [&](Reading& reading, const auto& visit) { elements(reading, text, visit); }) == seen);
  }
}

TEST_CASE("members: keys with their escapes undone, values as they stand") {
  const Row rows[] = {
      {"{}", ""},
      {"{\"a\": 1, \"b\":{\"c\":2}}", "a=1|b={\"c\":2}|"},
      {"{\"\\u0061\\n\":null}", "a\n=null|"},
      {"{\"a\" 1}", "!1 not valid JSON"},
      {"{a: 1}", "!1 not valid JSON"},
      {"{\"a\": 1,}", "a=1|!1 not valid JSON"},
      {"{\"a\": }", "!1 not valid JSON"},
  };
  for (const auto& [text, seen] : rows) {
    CAPTURE(text);
    CHECK(walked(text, [&](Reading& reading, const auto& visit) {
            members(reading, text,
                    [&](const std::string& key, Value value) { visit(key + "=" + std::string(value)); });
          }) == seen);
  }
}

TEST_CASE("objects: in lists of lists, and nothing else") {
  const Row rows[] = {
      {"{\"a\":1}", "{\"a\":1}|"},
      {"[[{\"a\":1}],[{\"b\":2},{}]]", "{\"a\":1}|{\"b\":2}|{}|"},
      {"[{}]\n[{}]", "{}|{}|"},
      {"[{}, 7]", "{}|!1 is neither an object nor a list"},
  };
  for (const auto& [text, seen] : rows) {
    CAPTURE(text);
    CHECK(walked(text, [&](Reading& reading, const auto& visit) { objects(reading, text, visit); }) == seen);
  }
}

TEST_CASE("nesting: as deep as any tool writes, and no deeper") {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
  };
  for (const auto& [depth, good] : {std::pair{deepest, true}, {deepest + 1, false}, {100'000, false}}) {
    const auto text = nested(depth);
    const auto seen =
        walked(text, [&](Reading& reading, const auto& visit) { documents(reading, text, visit); });
    CHECK((seen.find("nested more than") == std::string::npos) == good);
  }
}
