#include "sandbox/profile.hpp"

#include <doctest/doctest.h>

#include "tests/sandbox/folder.hpp"
#include "tests/source_tree.hpp"

using namespace sandbox;

namespace {

const std::string good = R"(id = "good"
title = "Good"
visible = ["/usr"]
proof_file = "proof.x"
proof = ["{need:x}", "{proof}"]
tests = ["{need:x}"]
test_files = ["tests/", "_test.x"]
harness = ["good/harness.x"]
[[need]]
name = "x"
paths = ["/nowhere/x", "/bin/sh"]
package = "xpackage"
[environment]
HOME = "/tmp"
[limits]
wall_ms = 5000
memory_mib = 64
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string problem(const std::string& text) {
  const testing::Folder folder;
  folder.write("good/harness.x", "harness");
  const auto profile = load_profile(folder.write("good.toml", text));
  if (profile) return "";
  CHECK(profile.error().step == "read profile");
  return profile.error().problem.substr(profile.error().problem.find(".toml: ") + 7);
}

}  // namespace

TEST_CASE("a profile is read whole") {
  const testing::Folder folder;
  folder.write("good/harness.x", "harness");
  const auto profile = load_profile(folder.write("good.toml", good));
  REQUIRE(profile.has_value());
  CHECK(profile->id == "good");
  CHECK(profile->title == "Good");
  CHECK(profile->visible == std::vector<std::string>{"/usr"});
  CHECK(profile->proof == std::vector<std::string>{"{need:x}", "{proof}"});
  CHECK(profile->harness == std::vector<File>{{"good/harness.x", "harness"}});
  CHECK(profile->limits.wall == std::chrono::milliseconds(5000));
  CHECK(profile->limits.memory == 64U << 20);
  CHECK(profile->limits.processes == Limits{}.processes);
  REQUIRE(profile->needs.size() == 1);
  CHECK(found(profile->needs[0]) == "/bin/sh");
  CHECK_FALSE(missing(*profile).has_value());
}

TEST_CASE("what is wrong with a profile") {
  struct Row {
    std::string text;
    std::string problem;
  };
  const Row rows[] = {
      {good, ""},
      {replaced(good, "\"good\"", "\"other\""), "id is 'other' but the file is 'good.toml'"},
      {replaced(good, "title = \"Good\"", "title = 3"), "'title' must be a text"},
      {replaced(good, "title", "titel"), "'title' must be a text"},
      {good + "speed = 3\n", "unknown key 'speed' in line 18"},
      {replaced(good, "wall_ms = 5000", "wall_ms = -1"), "'wall_ms' must be a whole number above 0"},
      {replaced(good, "[\"/usr\"]", "[\"usr\"]"), "'visible' has 'usr', which is not absolute"},
      {replaced(good, "good/harness.x", "../x"), "the harness file '../x' has a part '.' or '..'"},
      {replaced(good, "good/harness.x", "good/other.x"), "its harness file 'good/other.x' cannot be read"},
      {replaced(good, "tests = [\"{need:x}\"]", "tests = []"), "'proof' and 'tests' must name a program"},
      {replaced(good, "[[need]]", "[need]"), "there must be at least one [[need]]"},
  };
  for (const auto& [text, expected] : rows) CHECK(problem(text) == expected);
  CHECK(problem("id = ").starts_with("line 1: "));
  CHECK_FALSE(load_profile("/nowhere/x.toml").has_value());
}

TEST_CASE("every profile can be read and knows a tree's own tests") {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_tree("/sandbox/profiles"))) {
    if (entry.path().extension() != ".toml") continue;
    const auto profile = load_profile(entry.path());
    REQUIRE_MESSAGE(profile.has_value(), (profile ? "" : profile.error().problem));
    CHECK_FALSE(profile->test_files.empty());
    ++count;
  }
  CHECK(count >= 6);
}

TEST_CASE("a profile knows a tree's own tests") {
  Profile profile;
  profile.test_files = {"tests/", "_test.go"};
  const std::pair<std::string, bool> rows[] = {{"tests/a.py", true},       {"tests/b/c.py", true},
                                               {"shop/tests/a.py", false}, {"testsuite.py", false},
                                               {"shop/a_test.go", true},   {"shop/a_test.go.txt", false}};
  for (const auto& [path, test] : rows) {
    CAPTURE(path);
    CHECK(is_test(profile, path) == test);
  }
}

TEST_CASE("a missing toolchain has a cure") {
  Profile profile;
  profile.needs = {{"sh", {"/bin/sh"}, "dash"}, {"go", {"/nowhere/go"}, "golang-go"}};
  const auto need = missing(profile);
  REQUIRE(need.has_value());
  CHECK(need->name == "go");
  CHECK(cure(*need) == "apt-get install golang-go");
}
