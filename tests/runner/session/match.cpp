#include "runner/session/match.hpp"

#include <fmt/format.h>

#include "runner/session/files.hpp"
#include "temporary.hpp"

namespace {

using namespace runner::session;
namespace fs = std::filesystem;

std::string all(const Faults& faults) {
  std::string text;
  for (const auto& fault : faults) text += to_string(fault) + "\n";
  return text;
}

TEST_CASE("faults of a key name the place in the JSON") {
  const std::pair<std::string, std::string> table[] = {
      {"", "k.json:1: is not valid JSON from here on"},
      {"{\n\"defects\": [\n", "k.json:3: is not valid JSON from here on"},
      {"[]", "has no list named \"defects\""},
      {R"({"comments": []})", "has no list named \"defects\""},
      {R"({"defects": [4]})", "defects[0] is no object"},
      {R"({"defects": [{"id": "a"}]})", "defects[0].description is missing"},
      {R"({"defects": [{"id": "a", "description": " "}]})", "defects[0].description is empty"},
      {R"({"defects": [{"id": 7, "description": "x"}]})", "defects[0].id is no text"},
      {R"({"defects": [{"id": "a", "description": "x"}, {"id": "a", "description": "y"}]})",
       "defects[1].id (\"a\") was given before"},
      {R"({"defects": [{"id": "a", "description": "x", "file": "f", "start_line": 0}]})",
       "defects[0].start_line is no line number"},
      {R"({"defects": [{"id": "a", "description": "x", "file": "f", "start_line": 1.5}]})",
       "defects[0].start_line is no line number"},
      {R"({"defects": [{"id": "a", "description": "x", "file": "f", "start_line": 9, "end_line": 8}]})",
       "(8) is before start_line (9)"},
      {R"({"defects": [{"id": "a", "description": "x", "start_line": 9}]})", "stands without a file"},
  };
  for (const auto& [json, problem] : table) {
    CAPTURE(json);
    const auto read = read_free_defects("k.json", json);
    REQUIRE(!read);
    CHECK_MESSAGE(all(read.error()).find(problem) != std::string::npos, all(read.error()));
    for (const auto& fault : read.error()) CHECK(!fault.remedy.empty());
  }
}

TEST_CASE("every fault is told at once") {
  const auto read = read_free_comments("c.json", R"({"comments": [{}, {"id": "", "body": 3}]})");
  REQUIRE(!read);
  CHECK(read.error().size() == 3);
}

TEST_CASE("what is optional may be null, and keys that are not known are left alone") {
  const auto read = read_free_defects(
      "k.json",
      R"({"v": 1, "defects": [{"id": "a", "description": "x", "class": null, "file": "f.py", "start_line": 3, "end_line": null,
                    "severity": "high", "repo": "shop"}]})");
  REQUIRE_MESSAGE(read, all(read.error()));
  CHECK(read->front().place == runner::review::FreePlace{"f.py", {{3}, {3}}});
  CHECK(read->front().class_id.empty());
}

TEST_CASE("only regular files below the tree are read") {
  const TemporaryFolder folder("seedfault-test");
  const auto tree = folder.path() / "tree";
  fs::create_directories(tree / "app");
  const std::string code = "def charge(order):\n    return post(order)\n";
  REQUIRE(write_file(tree / "app" / "pay.py", code));
  REQUIRE(write_file(folder.path() / "secret.py", code));
  REQUIRE(write_file(tree / "large.py", std::string(largest_source + 1, '#')));
  REQUIRE(write_file(tree / "binary.py", std::string("a\0b", 3)));
  fs::create_symlink(folder.path() / "secret.py", tree / "out.py");
  fs::create_symlink("app/pay.py", tree / "in.py");
  const std::pair<std::string, bool> table[] = {
      {"app/pay.py", true}, {"./app/pay.py", true},  {"in.py", true},
      {"out.py", false},    {"../secret.py", false}, {"app", false},
      {"large.py", false},  {"binary.py", false},    {"nothing.py", false}};
  for (const auto& [path, is_read] : table) {
    CAPTURE(path);
    runner::review::FreeKey key;
    key.defects.push_back({.id = "a", .place = {path, {{2}, {2}}}});
    std::vector<std::string> notes;
    const auto files = read_outlines(tree, key, notes);
    CHECK(files.size() == (is_read ? 1 : 0));
    CHECK(notes.size() == (is_read ? 0 : 1));
    if (is_read) CHECK(files.front().outline.size() > 1);
  }
}

TEST_CASE("from files to matches") {
  const TestHouse at;
  const auto write = [&](const std::string& name, const std::string& text) {
    const auto path = at.folder.path() / name;
    REQUIRE(write_file(path, text));
    return path;
  };
  const MatchRequest request{
      .key = write("k.json", R"({"defects": [
        {"id": "t", "description": "The call to the payment gateway has no timeout", "class": "missing-timeout"},
        {"id": "n", "description": "One query for each order in the loop", "class": "of-our-own"}]})"),
      .comments = write(
          "c.json",
          R"({"comments": [{"id": "1", "body": "The gateway call has no timeout, a hanging gateway blocks every worker"},
        {"id": "2", "body": "nit: rename this"}]})"),
      .tree = {}};
  const auto matched = match(at.house, request);
  REQUIRE_MESSAGE(matched, all(matched.error()));
  REQUIRE(matched->matching.matches.size() == 1);
  CHECK(matched->matching.matches[0].defect == 0);
  CHECK(matched->matching.matches[0].level == runner::review::Level::explained);
  CHECK(matched->matching.pairs.size() == 4);
  CHECK(matched->matching.unmatched == std::vector<std::size_t>{1});
  REQUIRE(matched->notes.size() == 1);
  CHECK(matched->notes[0] == "n: no class 'of-our-own' is known here; only its description is used");
}

TEST_CASE("faults of all files come together") {
  const TestHouse at;
  const auto matched =
      match(at.house, {.key = "/nowhere/k.json", .comments = "/nowhere/c.json", .tree = "/nowhere/tree"});
  REQUIRE(!matched);
  CHECK(matched.error().size() == 3);
}

}  // namespace
