#include "golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace runner::report {

void check_golden(const std::string& name, std::string_view text) {
  const auto path = std::filesystem::path(SEEDFAULT_SOURCE_DIR) / "tests/runner/report/golden" / name;
  const char* regold = std::getenv("SEEDFAULT_REGOLD");
  if (regold != nullptr && std::string_view(regold) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), "no golden file " << path.string());
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  CHECK(std::string(text) == expected);
}

}  // namespace runner::report
