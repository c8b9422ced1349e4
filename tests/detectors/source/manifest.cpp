#include "detectors/source/manifest.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace detectors::source;

TEST_CASE("values are read by their type") {
  auto file =
      Manifest::read("a.toml", "text = 'x'\nnumber = 3\nreal = 2.5\nyes = true\nlist = ['a', 'b']\n").value();
  CHECK(file.text("text") == "x");
  CHECK(file.integer("number") == 3);
  CHECK(file.real("real") == 2.5);
  CHECK(file.real("number") == 3.0);
  CHECK(file.boolean("yes") == true);
  CHECK(file.texts("list") == std::vector<std::string>{"a", "b"});
  CHECK_FALSE(file.text("absent").has_value());
  CHECK(file.finish().empty());
}

TEST_CASE("an unknown key is a fault that suggests the nearest known one") {
  auto file = Manifest::read("a.toml", "titel = 'x'\n").value();
  (void)file.text("title");
  const auto faults = file.finish();
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].line == Line{1});
  CHECK(faults[0].problem == "unknown key 'titel'");
  CHECK(faults[0].remedy == "did you mean 'title'?");
}

TEST_CASE("unknown keys of tables are found too") {
  auto file = Manifest::read("a.toml", "[inner]\nknown = 1\nother = 2\n[[rows]]\nx = 1\n").value();
  auto inner = file.table("inner");
  REQUIRE(inner.has_value());
  CHECK(inner->integer("known") == 1);
  CHECK(file.tables("rows").size() == 1);
  const auto faults = file.finish();
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].problem == "unknown key 'other'");
  CHECK(faults[1].problem == "unknown key 'x'");
}

TEST_CASE("wrong types, missing keys and wrong choices, all at once") {
  auto file = Manifest::read("a.toml", "a = 3\nb = 'wrong'\nc = ['x', 1]\n").value();
  constexpr std::array<std::string_view, 2> allowed{"left", "right"};
  CHECK_FALSE(file.text("a").has_value());
  CHECK(file.required_choice("b", allowed) == "wrong");
  CHECK(file.texts("c") == std::vector<std::string>{"x"});
  CHECK(file.required_text("d").empty());
  CHECK(file.required_integer("e") == 0);
  CHECK(file.finish().size() == 5);
}

TEST_CASE("what is not TOML says where") {
  const auto file = Manifest::read("a.toml", "a = 1\nb = = 2\n");
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error()[0].line == Line{2});
}

TEST_CASE("keys come in the order of the file") {
  const auto file = Manifest::read("a.toml", "z = 1\na = 2\nm = 3\n").value();
  CHECK(file.keys() == std::vector<std::string>{"z", "a", "m"});
}
