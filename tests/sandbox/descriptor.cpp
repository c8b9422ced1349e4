#include "sandbox/descriptor.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/sandbox/folder.hpp"

using namespace sandbox;

TEST_CASE("a descriptor closes itself and is never handed to a program") {
  int number = -1;
  {
    const Descriptor file = open_to_read("/dev/null");
    REQUIRE(file.open());
    number = file.number();
    CHECK(number > 2);
    CHECK((fcntl(number, F_GETFD) & FD_CLOEXEC) != 0);
  }
  CHECK(fcntl(number, F_GETFD) == -1);
  CHECK_FALSE(open_to_read("/nowhere/x").open());
}

TEST_CASE("a memory file reads from its start and cannot be changed") {
  const Descriptor file = memory_file("hello");
  REQUIRE(file.open());
  char buffer[8] = {};
  CHECK(read(file.number(), buffer, sizeof buffer) == 5);
  CHECK(std::string(buffer) == "hello");
  CHECK(write(file.number(), "x", 1) == -1);
  CHECK(ftruncate(file.number(), 0) == -1);
}

TEST_CASE("files are read whole, and written only where nothing is") {
  const testing::Folder folder;
  const std::string text(100'000, 'x');
  const auto path = folder.write("a", text);
  CHECK(read_file(path.c_str()) == text);
  CHECK_FALSE(write_new_file(path.c_str(), "y"));
  CHECK_FALSE(read_file((folder.path() / "b").c_str()).has_value());
  std::filesystem::create_symlink("a", folder.path() / "link");
  CHECK_FALSE(write_new_file((folder.path() / "link").c_str(), "y"));
}
