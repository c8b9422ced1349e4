#include "runner/session/house.hpp"

#include <map>

#include "temporary.hpp"
#include "tests/source_tree.hpp"

using namespace runner::session;

namespace {
Variable variables(std::map<std::string, std::string> values) {
  return [values](const char* name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  };
}
}  // namespace

TEST_CASE("data: the variable first, then the source tree of the build") {
  const auto house = find_house(variables({{"SEEDFAULT_DATA", source_tree()}, {"XDG_DATA_HOME", "/x"}}));
  REQUIRE(house);
  CHECK(house->data == std::filesystem::path(source_tree()));
  CHECK(house->store == "/x/seedfault");
  const auto built = find_house(variables({{"HOME", "/home/h"}}));
  REQUIRE(built);
  CHECK(built->data == std::filesystem::path(source_tree()));
  CHECK(built->store == "/home/h/.local/share/seedfault");
}

TEST_CASE("a wrong SEEDFAULT_DATA and no home are both said at once") {
  const auto house = find_house(variables({{"SEEDFAULT_DATA", "/nowhere"}, {"XDG_DATA_HOME", "relative"}}));
  REQUIRE(!house);
  REQUIRE(house.error().size() == 2);
  CHECK(house.error()[0].path == "/nowhere");
  CHECK(house.error()[1].path == "XDG_DATA_HOME");
}

TEST_CASE("an unknown exercise names the nearest") {
  const TestHouse at;
  const auto exercise = load_exercise(at.house, "payment-webhook");
  REQUIRE(!exercise);
  CHECK(exercise.error()[0].remedy.find("did you mean 'payments-webhook'?") == 0);
}
