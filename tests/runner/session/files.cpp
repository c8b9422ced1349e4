#include "runner/session/files.hpp"

#include <unistd.h>

#include <system_error>

#include "temporary.hpp"

using namespace runner::session;

TEST_CASE("a file is written whole and read whole") {
  const TestHouse at;
  const auto path = at.folder.path() / "x";
  REQUIRE(write_file(path, "one"));
  REQUIRE(write_file(path, std::string("two\0three", 9)));
  CHECK(*read_file(path) == std::string("two\0three", 9));
  CHECK(*files_in(at.folder.path(), "") == std::vector<std::string>{"x"});  // nothing is left beside it
}

TEST_CASE("faults name the file, the problem and the remedy") {
  const TestHouse at;
  const auto missing = read_file(at.folder.path() / "none");
  REQUIRE(!missing);
  CHECK(missing.error()[0].problem == "cannot read: No such file or directory");
  CHECK(!missing.error()[0].remedy.empty());
  CHECK(!read_file(at.folder.path()));
  CHECK(!write_file(at.folder.path() / "no" / "such" / "folder", "x"));
}

TEST_CASE("a full disk is a fault and leaves no part behind") {
  const auto full = write_file("/dev/full", "text");
  REQUIRE(!full);
  CHECK(full.error()[0].problem.find("No space left") != std::string::npos);
  CHECK(full.error()[0].remedy.find("free some space") != std::string::npos);
  CHECK(std::filesystem::is_character_file("/dev/full"));  // still a device: nothing was renamed over it
}

TEST_CASE("every common system error has a remedy of its own") {
  for (const auto error : {std::errc::no_space_on_device, std::errc::permission_denied,
                           std::errc::read_only_file_system, std::errc::file_exists})
    CHECK(remedy_for(std::make_error_code(error)) !=
          remedy_for(std::make_error_code(std::errc::invalid_argument)));
}
