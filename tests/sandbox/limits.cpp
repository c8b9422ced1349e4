#include "sandbox/limits.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace sandbox;

namespace {

std::string shown(const Limits& limits) {
  std::string text;
  for (const auto& [name, value] : written(limits)) text += fmt::format("{}={} ", name, value);
  return text;
}

}  // namespace

TEST_CASE("limits as a person writes them") {
  CHECK(shown(Limits{}) ==
        "wall=10s cpu=10s memory=512MiB output=1MiB file-size=64MiB processes=64 open-files=256 ");
  struct Row {
    std::string text;
    std::string part;
  };
  const Row rows[] = {
      {"wall=1500ms", "wall=1500ms "},     {"wall=60s", "wall=1min "},
      {"cpu=2min", "cpu=2min "},           {"memory=1024MiB", "memory=1GiB "},
      {"memory=8388609B", "=8388609B "},   {"output=64KiB", "output=64KiB "},
      {"file-size=1B", "file-size=1B "},   {"processes=7", "processes=7 "},
      {"open-files=32", "open-files=32 "}, {"wall=0s", "wall=0min "},
  };
  for (const auto& [text, part] : rows) {
    CAPTURE(text);
    const auto limits = with_limit({}, text);
    REQUIRE(limits.has_value());
    CHECK(shown(*limits).find(part) != std::string::npos);
  }
}

TEST_CASE("what is no limit is said with how one looks") {
  struct Row {
    std::string text;
    std::string problem;
  };
  const Row rows[] = {
      {"wall", "'wall' is no limit as in 'wall=5s'"},
      {"wall=5", "'wall=5' is no limit as in 'wall=5s'"},
      {"wall=-1s", "'wall=-1s' is no limit as in 'wall=5s'"},
      {"memory=1MB", "'memory=1MB' is no limit as in 'memory=256MiB'"},
      {"memory=9223372036854775807GiB", "'memory=9223372036854775807GiB' is no limit as in 'memory=256MiB'"},
      {"processes=many", "'processes=many' is no limit as in 'processes=32'"},
      {"time=5s",
       "there is no limit 'time', only wall, cpu, memory, output, file-size, processes, open-files"},
      {"", "there is no limit '', only wall, cpu, memory, output, file-size, processes, open-files"},
  };
  for (const auto& [text, problem] : rows) {
    const auto limits = with_limit({}, text);
    REQUIRE_FALSE(limits.has_value());
    CHECK(limits.error() == problem);
  }
}
