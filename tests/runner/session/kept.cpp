#include "runner/session/kept.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "temporary.hpp"

namespace runner::session {

TEST_CASE("a value is kept until a file of its folder changes, and the least asked for goes first") {
  namespace fs = std::filesystem;
  const TemporaryFolder folder("seedfault-kept");
  for (const auto* exercise : {"a", "b"}) {
    fs::create_directories(folder.path() / exercise);
    std::ofstream(folder.path() / exercise / "exercise.toml") << "1";
  }
  Kept kept({.values = 2, .seconds = 0});
  const auto value = std::make_shared<const int>(1);
  kept.put({folder.path() / "a"}, "one", value);
  CHECK(kept.find({folder.path() / "a"}, "one") == value);
  CHECK(kept.find({folder.path() / "a"}, "other") == nullptr);
  std::ofstream(folder.path() / "a" / "exercise.toml") << "22";
  CHECK(kept.find({folder.path() / "a"}, "one") == nullptr);

  kept.put({folder.path() / "a"}, "one", value);
  kept.put({folder.path() / "b"}, "two", value);
  CHECK(kept.find({folder.path() / "a"}, "one") == value);
  kept.put({folder.path() / "b"}, "three", value);  // "two" was asked for the longest ago
  CHECK(kept.find({folder.path() / "b"}, "two") == nullptr);
  CHECK(kept.find({folder.path() / "a"}, "one") == value);
}

}  // namespace runner::session
