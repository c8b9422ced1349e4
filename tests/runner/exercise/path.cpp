#include <doctest/doctest.h>

#include "runner/exercise/exercise.hpp"

using runner::exercise::unsafe_path;

TEST_CASE("unsafe_path") {
  struct Row {
    std::string_view path, reason;
  };
  const Row rows[] = {
      {"app/x.py", ""},
      {".gitignore", ""},
      {"a/.github/x.yml", ""},
      {"with space/ä.py", ""},
      {"..x/x..", ""},
      {"", "is empty"},
      {"/etc/passwd", "is absolute"},
      {"C:/x", "is absolute"},
      {"a/../b", "has the part '..'"},
      {"..", "has the part '..'"},
      {"./a", "has the part '.'"},
      {"a//b", "has an empty part"},
      {"a/", "has an empty part"},
      {"a\\b", "has a backslash"},
      {"a\nb", "has a control character"},
      {std::string_view("a\0b", 3), "has a control character"},
      {".git/config", "reaches into .git"},
      {"a/.GIT", "reaches into .git"},
      {".git. ./x", "reaches into .git"},
      {"GIT~1/x", "reaches into .git"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(unsafe_path(row.path).value_or("") == row.reason);
  }
}
