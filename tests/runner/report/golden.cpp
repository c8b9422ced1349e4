#include "golden.hpp"
#include "tests/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace runner::report {

void check_golden(const std::string& name, std::string_view text) {
  const auto path = std::filesystem::path(source_tree()) / "tests/runner/report/golden" / name;
  const char* regold = std::getenv("SEEDFAULT_REGOLD");
  if (regold != nullptr && std::string_view(regold) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), "no golden file " << path.string());
  std::string expected(std::filesystem::file_size(path), '\0');
  in.read(expected.data(), static_cast<std::streamsize>(expected.size()));
  const auto differ = std::mismatch(text.begin(), text.end(), expected.begin(), expected.end()).first;
  const auto line = std::count(text.begin(), differ, '\n') + 1;
  CHECK_MESSAGE((text == expected), name << " differs from line " << line << " on");
}

}  // namespace runner::report
