#include <doctest/doctest.h>

#include "runner/comments/reading.hpp"

using namespace runner::comments;
using Shape = Look::Shape;

TEST_CASE("look_at: the shape of a file by its first marks") {
  const std::pair<std::string_view, Shape> rows[] = {
      {"{\"a\": 1}", Shape::json_object},
      {" \n[{\"a\": 1}]", Shape::json_list},
      {"[]", Shape::json_list},
      {"[[{}]]", Shape::json_list},
      {"[PATCH] fix", Shape::other},
      {"[blocker] x.py:3: no", Shape::other},
      {"<?xml version='1.0'?>", Shape::xml},
      {")]}'\n{\"a\": []}", Shape::json_object},
      {")]}'", Shape::other},
      {"", Shape::other},
      {"  \n", Shape::other},
      {"x.py:3: text", Shape::other},
  };
  for (const auto& [text, shape] : rows) {
    CAPTURE(text);
    CHECK((look_at("x", text).shape == shape));
  }
}

TEST_CASE("look_at: keys of the outermost object, and of the first object in the first list") {
  const auto look =
      look_at("R.JSON", R"({"a": {"b": 1}, "c": [{"d": "}", "e\"": [{"f": 1}]}, {"g": 2}], "h": "i"})");
  CHECK(look.has("a"));
  CHECK(look.has("c"));
  CHECK(look.has("h"));
  CHECK_FALSE(look.has("b"));
  CHECK_FALSE(look.has("i"));
  CHECK(look.records_have("d"));
  CHECK_FALSE(look.records_have("f"));
  CHECK_FALSE(look.records_have("g"));
  CHECK(look.ends_in(".json"));
  CHECK_FALSE(look.ends_in(".md"));
}

TEST_CASE("look_at: a beginning that breaks off anywhere is no harm, and no more than 64 KiB is looked at") {
  const std::string text = R"({"comments": [{"path": "x", "body": "a \" b"}], "event": "C"})";
  for (std::size_t length = 0; length <= text.size(); ++length)
    CHECK(look_at("x", text.substr(0, length)).keys.size() <= 2);
  const auto far = "{\"a\": \"" + std::string(100'000, 'x') + "\", \"late\": 1}";
  CHECK_FALSE(look_at("x", far).has("late"));
  CHECK(look_at("x", far).head.size() == std::size_t{64} << 10U);
}
