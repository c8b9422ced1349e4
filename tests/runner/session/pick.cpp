#include "runner/session/pick.hpp"

#include <doctest/doctest.h>

#include "runner/session/audit.hpp"
#include "runner/session/invite.hpp"
#include "temporary.hpp"

namespace runner::session {

TEST_CASE(
    "what was given out the least comes first, nothing twice to one person, and what fits nothing says so") {
  const TestHouse at;
  const auto first = pick_exercise(at.house, {.language = "python", .level = {}, .name = {}});
  REQUIRE(first);
  REQUIRE(invite(at.house, {.name = "heron", .exercise = *first, .seed = 7}, command_line));
  const auto second = pick_exercise(at.house, {.language = "python", .level = {}, .name = {}});
  REQUIRE(second);
  CHECK(*second != *first);
  REQUIRE(invite(at.house, {.name = "wren", .exercise = *second, .seed = 7}, command_line));
  const auto of_heron = pick_exercise(at.house, {.language = "python", .level = {}, .name = "heron"});
  REQUIRE(of_heron);
  CHECK(*of_heron != *first);
  CHECK(load_exercise(at.house, *of_heron)->language == "python");
  const auto none = pick_exercise(at.house, {.language = "cobol", .level = {}, .name = {}});
  REQUIRE(!none);
  CHECK(none.error().front().remedy.find("python") != std::string::npos);
}

}  // namespace runner::session
