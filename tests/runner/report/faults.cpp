#include "runner/report/faults.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"

using namespace runner::report;
using detectors::source::Faults;

namespace {

const Faults two{{"exercises/x/exercise.toml", {12}, "unknown key \"titel\"", "did you mean \"title\"?"},
                 {"review.json", {0}, "the file ends in the middle", ""},
                 {"", {0}, "no attempt a-9", "\"seedfault attempts\" lists those that there are"}};

}  // namespace

TEST_CASE("all faults are told, each with its place and its remedy") {
  CHECK(faults_text(two, {}) ==
        "error: exercises/x/exercise.toml:12: unknown key \"titel\"\n"
        "  help: did you mean \"title\"?\n"
        "error: review.json: the file ends in the middle\n"
        "error: no attempt a-9\n"
        "  help: \"seedfault attempts\" lists those that there are\n");
  CHECK(faults_text({}, {}).empty());
}

TEST_CASE("a fault cannot drive the terminal") {
  CHECK(faults_text({{"\x1b]0;x", {1}, "\x1b[2J", "\x1b[1m"}}, {}).find('\x1b') == std::string::npos);
}

TEST_CASE("faults as JSON") { check_golden("faults.json", faults_json(two)); }
