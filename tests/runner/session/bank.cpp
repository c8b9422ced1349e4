#include "runner/session/bank.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/runner/session/temporary.hpp"

namespace runner::session {
namespace {

std::vector<exercise::Exercise> small_bank() {
  const auto make = [](std::string id, std::string language, std::string level, int minutes,
                       std::string class_id) {
    exercise::Exercise made{
        .id = std::move(id), .language = std::move(language), .level = std::move(level), .minutes = minutes};
    made.defects.push_back({.id = "d", .class_id = std::move(class_id)});
    return made;
  };
  return {make("a", "go", "L3", 20, "missing-timeout"), make("b", "python", "L4", 45, "missing-timeout"),
          make("c", "python", "L4", 20, "n-plus-one")};
}

std::string ids(const std::vector<exercise::Exercise>& bank) {
  std::string text;
  for (const auto& each : bank) text += each.id;
  return text;
}

}  // namespace

TEST_CASE("a wish narrows the bank") {
  const std::pair<Wish, std::string> cases[] = {
      {{}, "abc"},
      {{.level = "L4"}, "bc"},
      {{.language = "python", .minutes = 30}, "c"},
      {{.minutes = 20}, "ac"},
      {{.level = "L5+"}, ""},
  };
  for (const auto& [wish, wanted] : cases) CHECK(ids(fitting(small_bank(), wish)) == wanted);
}

TEST_CASE("a pick is the seed's, and what cannot be had is said") {
  const TestHouse test;
  CHECK(pick(test.house, {.language = "python", .minutes = 45}, 7) ==
        pick(test.house, {.language = "python", .minutes = 45}, 7));
  const auto none = pick(test.house, {.language = "cobol"}, 1);
  REQUIRE(!none.has_value());
  CHECK(none.error().front().problem == "holds no exercise for cobol");
  CHECK(none.error().front().remedy.find("python L4 of 45 minutes") != std::string::npos);
}

TEST_CASE("coverage counts every theme once a defect") {
  const TestHouse test;
  const auto catalog = load_catalog(test.house);
  REQUIRE(catalog.has_value());
  const auto rows = coverage_of(small_bank(), *catalog);
  int by_pattern = 0;
  for (const auto& row : rows) by_pattern += row.kind == "pattern" ? row.defects : 0;
  CHECK(by_pattern == 3);
  const auto cascade = std::find_if(rows.begin(), rows.end(),
                                    [](const auto& row) { return row.id == "dependency-failure-cascade"; });
  REQUIRE(cascade != rows.end());
  CHECK(cascade->defects == 2);
  CHECK(cascade->exercises == std::vector<std::string>{"a", "b"});
  CHECK(cascade->languages == std::vector<std::string>{"go", "python"});
  CHECK(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.kind == "skill"; }) == 7);
}

}  // namespace runner::session
