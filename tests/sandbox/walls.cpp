#include "sandbox/walls.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

#include "sandbox/descriptor.hpp"
#include "tests/source_tree.hpp"

using namespace sandbox;

namespace {

std::string content(const std::string& path) {
  auto text = read_file(source_tree("/" + path).c_str());
  REQUIRE_MESSAGE(text.has_value(), path);
  return *text;
}

}  // namespace

TEST_CASE("docs/security.md has the walls of the code, in their order") {
  const std::string page = content("docs/security.md");
  std::size_t at = page.find("## The walls, in order");
  REQUIRE(at != std::string::npos);
  int number = 0;
  for (const auto& [what, file, symbol] : walls) {
    const auto row = fmt::format("\n| {} | {} | `{}`, `{}` | ", ++number, what, file, symbol);
    const auto found = page.find(row, at);
    CHECK_MESSAGE(found != std::string::npos, row);
    if (found != std::string::npos) at = found;
  }
  CHECK(page.find(fmt::format("\n| {} | ", number + 1), at) == std::string::npos);
}

TEST_CASE("every wall is where the list says") {
  for (const auto& wall : walls) {
    CAPTURE(wall.what);
    CHECK(content(std::string("sandbox/") + wall.file).find(wall.symbol) != std::string::npos);
  }
}

TEST_CASE("where walls go up one after the other, they do so in the order of the list") {
  for (const std::string file : {"spawn.cpp", "arguments.cpp", "init/program.cpp"}) {
    const std::string code = content("sandbox/" + file);
    std::size_t before = 0;
    for (const auto& wall : walls) {
      if (wall.file != file) continue;
      CAPTURE(wall.symbol);
      const auto last = code.rfind(wall.symbol);  // the call; what it does stands above it
      CHECK(last >= before);
      before = last;
    }
  }
}
