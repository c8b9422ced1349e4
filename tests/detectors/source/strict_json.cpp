#include "detectors/source/strict_json.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using detectors::source::StrictJson;

namespace {

// Reads the text, lets `use` ask it, and gives what was told, a line each; "@3" in front of a fault of
// syntax.
template <class Use>
std::string told(std::string_view text, const Use& use, const std::string& at = "") {
  std::string out;
  const auto json =
      StrictJson::read(text, at, [&](auto offset, const std::string& problem, const std::string& remedy) {
        out += fmt::format("{}{}; {}\n", offset ? fmt::format("@{} ", *offset) : "", problem, remedy);
      });
  if (json) use(*json);
  return out;
}

const auto nothing = [](const StrictJson&) {};

}  // namespace

TEST_CASE("syntax is told with its place, a key that stands twice by its name") {
  CHECK(told("{\"a\": }", nothing) == "@7 not valid JSON; mend the syntax at or before this line\n");
  CHECK(told("", nothing).starts_with("@0 not valid JSON"));
  CHECK(told("{\"a\": 1e999}", nothing).find("not valid JSON") != std::string::npos);
  CHECK(told("{\"a\": 1, \"b\": {\"a\": 1, \"a\": 2}}", nothing) ==
        "a stands twice in one object; keep one of them\n");
  CHECK(told("{}", nothing).empty());
}

TEST_CASE("an object, and of known keys") {
  const auto object = [](const StrictJson& json) { json.object({"file", "lines"}); };
  CHECK(told("{\"file\": 1}", object).empty());
  CHECK(told("[]", object) == "the file is not an object; write {…} there\n");
  CHECK(told("[]", object, "comments[2]") == "comments[2] is not an object; write {…} there\n");
  CHECK(told("{\"line\": 1}", object) == "line is an unknown key; did you mean 'lines'?\n");
  CHECK(told("{\"zzz\": 1}", object, "a") ==
        "a.zzz is an unknown key; remove it; known keys are: file, lines\n");
}

TEST_CASE("values of the wrong kind are told and read as nothing") {
  told(R"({"t": "x", "n": 7, "b": true, "l": ["a", "b"], "big": 18446744073709551615, "null": null})",
       [](const StrictJson& json) {
         CHECK(json.text("t") == "x");
         CHECK(json.text("absent").empty());
         CHECK(json.whole_number("n") == 7);
         CHECK_FALSE(json.whole_number("t").has_value());
         CHECK_FALSE(json.whole_number("big").has_value());
         CHECK(json.flag("b"));
         CHECK_FALSE(json.flag("absent"));
         CHECK(json.texts("l") == std::vector<std::string>{"a", "b"});
         CHECK(json.has("null"));
         CHECK(json.written("n") == "7");
         CHECK(json.choice("t", {"y", "x"}) == 1);
       });
  const auto wrong = [](const StrictJson& json) {
    CHECK(json.text("n").empty());
    CHECK_FALSE(json.flag("n"));
    CHECK(json.texts("n").empty());
    CHECK(json.list("n").empty());
    CHECK_FALSE(json.choice("t", {"a", "b"}).has_value());
    CHECK(json.required_text("gone").empty());
    CHECK_FALSE(json.required("gone", "add it").has_value());
  };
  CHECK(told(R"({"t": "x", "n": 7})", wrong) ==
        "n is not a text; write a text in quotes\n"
        "n is neither true nor false; write true or false\n"
        "n is not a list of texts; write [\"…\"] there\n"
        "n is not a list; write \"n\": […]\n"
        "t is \"x\"; use one of: a, b\n"
        "gone is missing; add it\n"
        "gone is missing; add it\n");
}

TEST_CASE("what stands below is named by its place") {
  CHECK(told(R"({"a": [{"b": [1]}, 7], "e": {"x": 1}})",
             [](const StrictJson& json) {
               const auto list = json.list("a");
               REQUIRE(list.size() == 2);
               static_cast<void>(list[0].list("b")[0].text("c"));
               list[0].object({});
               list[1].object({});
               json.required("e", "")->object({"y"});
               CHECK_FALSE(list[1].own_text().has_value());
             }) ==
        "a[0].b is an unknown key; remove it; known keys are: \n"
        "a[1] is not an object; write {…} there\n"
        "e.x is an unknown key; did you mean 'y'?\n");
}
