#include "sandbox/parts.hpp"

#include <doctest/doctest.h>

#include "tests/sandbox/folder.hpp"

using namespace sandbox;

TEST_CASE("the parts of the build are found") {
  const auto parts = find_parts();
  REQUIRE(parts.has_value());
  CHECK(std::filesystem::exists(parts->init));
  for (const auto* name :
       {"known-calls.bpf", "known-calls-memory.bpf", "refused-calls.bpf", "weak-calls.bpf"})
    CHECK(std::filesystem::file_size(parts->filters / name) % 8 == 0);
}

TEST_CASE("the environment names other places, and only those count") {
  const testing::Folder folder;
  for (const auto* name : {"seedfault-init", "known-calls.bpf", "known-calls-memory.bpf", "weak-calls.bpf"})
    folder.write(name, "x");
  const testing::Variable libexec("SEEDFAULT_LIBEXEC", folder.path().string());
  const auto incomplete = find_parts();
  REQUIRE_FALSE(incomplete.has_value());
  CHECK(incomplete.error().problem.find(folder.path().string()) != std::string::npos);
  folder.write("refused-calls.bpf", "x");
  REQUIRE(find_parts().has_value());
  CHECK(find_parts()->init == folder.path() / "seedfault-init");
}

TEST_CASE("a profile has the filters that it needs") {
  const auto parts = find_parts();
  REQUIRE(parts.has_value());
  const auto plain = read_filters(parts->filters, {}, Weak::no);
  const auto memory = read_filters(parts->filters, {.shared_memory = true}, Weak::no);
  const auto weak = read_filters(parts->filters, {}, Weak::yes);
  REQUIRE((plain && memory && weak));
  CHECK(plain->known_calls != memory->known_calls);
  CHECK(plain->refused_calls == memory->refused_calls);
  CHECK(plain->weak_calls.empty());
  CHECK_FALSE(weak->weak_calls.empty());
  CHECK(read_filters("/nowhere", {}, Weak::no).error().problem == "/nowhere/known-calls.bpf cannot be read");
}

TEST_CASE("a missing bubblewrap names its package") {
  const testing::Variable bubblewrap("SEEDFAULT_BWRAP", "/nowhere/bwrap");
  const auto parts = find_parts();
  REQUIRE_FALSE(parts.has_value());
  CHECK(parts.error().problem == "bubblewrap is not at /nowhere/bwrap");
  CHECK(parts.error().remedy == "apt-get install bubblewrap");
}
