#include "runner/session/folder.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "runner/session/files.hpp"
#include "temporary.hpp"

using namespace runner::session;
namespace fs = std::filesystem;

TEST_CASE("a folder in the making is kept, or leaves nothing at any stage") {
  const TestHouse at;
  const auto target = at.folder.path() / "target";
  {
    FolderInTheMaking folder(target);
    REQUIRE(folder.make());
    REQUIRE(write_file(folder.path() / "x", "x"));
  }
  CHECK(fs::is_empty(at.folder.path()));
  {
    FolderInTheMaking folder(target);
    REQUIRE(folder.make());
    REQUIRE(folder.rename());
    CHECK(fs::exists(target));
  }
  CHECK(fs::is_empty(at.folder.path()));
  {
    FolderInTheMaking folder(target);
    REQUIRE(folder.make());
    REQUIRE(folder.rename());
    folder.keep();
  }
  CHECK(fs::exists(target));
  FolderInTheMaking again(target);
  const auto made = again.make();
  REQUIRE(!made);
  CHECK(made.error()[0].problem == "already exists");
}

TEST_CASE("what a killed run left beside the target is swept away, what a living one is making is not") {
  const TestHouse at;
  const auto dead = at.folder.path() / ".target.999999999.tmp";
  const auto alive = at.folder.path() / fmt::format(".target.{}.tmp", ::getppid());
  fs::create_directory(dead);
  fs::create_directory(alive);
  FolderInTheMaking folder(at.folder.path() / "target");
  REQUIRE(folder.make());
  CHECK(!fs::exists(dead));
  CHECK(fs::exists(alive));
}
