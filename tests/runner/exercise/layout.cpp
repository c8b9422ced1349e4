#include <doctest/doctest.h>

#include "runner/exercise/folder.hpp"

using namespace runner::exercise;

TEST_CASE("bad_id") {
  for (const auto* good : {"a", "no-timeout", "x1-2y"}) CHECK(bad_id(good) == "");
  for (const auto* bad : {"", "-a", "a-", "a--b", "A", "a b", "a_b", "ä", "../x"}) CHECK(bad_id(bad) != "");
  CHECK(bad_id(std::string(81, 'a')) != "");
}

TEST_CASE("the parts of a folder are found by their places") {
  const Folder folder{
      .name = "exercises/x",
      .id = "x",
      .files = {{"decoys/a.toml", "1"},
                {"decoys/b.toml", "2"},
                {"defects/d/proof.py", "3"},
                {"reviews/r.json", "4"},
                {"tree/a/b.py", "5"}},
      .directories = {"decoys", "defects", "defects/d", "defects/e", "defects/e/deep", "tree", "tree/a"}};
  CHECK(defect_ids(folder) == std::vector<std::string>{"d", "e"});
  CHECK(stems(folder, "decoys", ".toml") == std::vector<std::string>{"a", "b"});
  CHECK(proof_name(folder, "d") == "proof.py");
  CHECK(proof_name(folder, "e") == "");
  CHECK(below(folder, "tree") == Tree{{"a/b.py", "5"}});
  CHECK(text_at(folder, "reviews/r.json") == "4");
  CHECK(text_at(folder, "nothing") == "");
}
