#include "runner/git/staging.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/runner/git/temporary.hpp"

namespace fs = std::filesystem;
using runner::git::Staging;

TEST_CASE("Staging: nothing is left of what was not moved into place") {
  const Temporary temporary;
  {
    auto staging = Staging::beside(temporary.path() / "repo");
    REQUIRE(staging);
    CHECK(staging->path().filename().string().starts_with(".repo.tmp-"));
    CHECK_FALSE(staging->write("a/b/c", "text"));
    CHECK(fs::exists(staging->path() / "a/b/c"));
  }
  CHECK(fs::is_empty(temporary.path()));
}

TEST_CASE("Staging: moved into place, once complete") {
  const Temporary temporary;
  const auto target = temporary.path() / "repo";
  auto staging = Staging::beside(target.string() + "/");
  REQUIRE(staging);
  REQUIRE_FALSE(staging->write("a", "text"));
  CHECK_FALSE(fs::exists(target));
  CHECK_FALSE(staging->move_into_place());
  CHECK(fs::exists(target / "a"));
  CHECK(std::distance(fs::directory_iterator(temporary.path()), {}) == 1);
}

TEST_CASE("Staging: what came into being meanwhile is not overwritten") {
  const Temporary temporary;
  const auto target = temporary.path() / "repo";
  auto staging = Staging::beside(target);
  REQUIRE(staging);
  fs::create_directory(target);  // a plain rename would replace an empty folder
  const auto fault = staging->move_into_place();
  REQUIRE(fault);
  CHECK(fault->problem == "exists already");
  CHECK(fs::is_empty(target));
}

TEST_CASE("Staging: faults of writing") {
  const Temporary temporary;
  auto staging = Staging::beside(temporary.path() / "repo");
  REQUIRE(staging);
  REQUIRE_FALSE(staging->write("file", "x"));
  const auto twice = staging->write("file", "y");
  REQUIRE(twice);
  CHECK(twice->problem == "cannot write file: File exists");
  const auto below = staging->write("file/below", "y");
  REQUIRE(below);
  CHECK(below->problem == "cannot make the folder of file/below: Not a directory");
  CHECK_FALSE(Staging::beside(temporary.path() / "file/x/y"));
}

TEST_CASE("Staging: a dangling link is a target that exists") {
  const Temporary temporary;
  fs::create_symlink("nowhere", temporary.path() / "repo");
  CHECK_FALSE(Staging::beside(temporary.path() / "repo"));
}
