#include "sandbox/memory_of_probe.hpp"

#include <doctest/doctest.h>

using namespace sandbox;

TEST_CASE("what was found out reads back as it was") {
  const Capabilities host{
      Tier::no_proc, {{"kernel", "6.1"}, {"chain", "ran, without /proc"}}, {"start it anew"}};
  CHECK(read_memory(write_memory(host, "key"), "key") == host);
}

TEST_CASE("a memory that does not fit is none") {
  const Capabilities host{Tier::full_polled, {{"kernel", "6.1"}}, {}};
  const std::string text = write_memory(host, "key");
  CHECK_FALSE(read_memory(text, "another key").has_value());
  CHECK_FALSE(read_memory(text.substr(0, text.size() - 4), "key").has_value());
  CHECK_FALSE(read_memory("", "key").has_value());
  CHECK_FALSE(read_memory("key\ntier\tsplendid\nend\n", "key").has_value());
  CHECK_FALSE(read_memory("key\ntier\tnone\nend\n", "key").has_value());
  CHECK_FALSE(read_memory("key\ntier\tweak\nend\n", "key").has_value());
  CHECK_FALSE(read_memory("key\ntier\tfull\nsurprise\tx\nend\n", "key").has_value());
}
