// The leak test's eye: does everything_stored see a word wherever in .git it may hide?
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

#include "runner/git/repository.hpp"
#include "tests/runner/git/temporary.hpp"

namespace fs = std::filesystem;
using namespace runner::git;

namespace {

RepositoryPlan small_plan() {
  const CommitPlan commit{.files = {{"a.py", "pass\n"}},
                          .message = "one",
                          .author = "A",
                          .email = "a@b",
                          .seconds = 1'700'000'000};
  auto change = commit;
  change.files.push_back({"b.py", "import a\n"});
  return {.base = commit, .change = change, .branch = "topic"};
}

// The pieces whose name or content holds the word.
std::vector<std::string> where(const fs::path& folder, std::string_view word) {
  const auto pieces = everything_stored(folder);
  REQUIRE(pieces);
  std::vector<std::string> found;
  for (const auto& piece : *pieces)
    if (piece.name.find(word) != std::string::npos || piece.content.find(word) != std::string::npos)
      found.push_back(piece.name);
  return found;
}

void run(const fs::path& folder, const std::string& command) {
  REQUIRE(std::system(fmt::format("cd '{}' && env -i PATH=\"$PATH\" HOME=/nonexistent GIT_CONFIG_NOSYSTEM=1 "
                                  "GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@y GIT_COMMITTER_NAME=x "
                                  "GIT_COMMITTER_EMAIL=x@y sh -c \"{}\" "
                                  ">/dev/null 2>&1",
                                  folder.string(), command)
                          .c_str()) == 0);
}

}  // namespace

TEST_CASE("everything_stored: a fresh repository holds what was planned and no more") {
  const Temporary temporary;
  const auto folder = temporary.path() / "repo";
  const auto ids = make_repository(folder, small_plan());
  REQUIRE(ids);
  const auto pieces = everything_stored(folder);
  REQUIRE(pieces);
  std::size_t objects = 0;
  for (const auto& piece : *pieces)
    if (piece.name.starts_with("blob ") || piece.name.starts_with("tree ") ||
        piece.name.starts_with("commit "))
      ++objects;
  CHECK(objects == 6);  // two blobs, two trees, two commits
  CHECK(where(folder, "import a").size() == 1);
  CHECK(where(folder, "b.py").size() == 2);  // the change's tree, the index
  CHECK(where(folder, "missing-timeout").empty());
}

TEST_CASE("everything_stored: a word is found in every corner") {
  const bool has_git = std::system("git --version >/dev/null 2>&1") == 0;
  struct Row {
    std::string_view corner;
    std::string_view command;
    bool needs_git = false;
  };
  const Row rows[] = {
      {"description", "echo SECRETWORD > .git/description"},
      {"config", "echo '# SECRETWORD' >> .git/config"},
      {"hook", "mkdir .git/hooks && echo SECRETWORD > .git/hooks/x"},
      {"reflog", "mkdir -p .git/logs/refs && echo SECRETWORD > .git/logs/HEAD"},
      {"ref name", "cp .git/refs/heads/main .git/refs/heads/SECRETWORD"},
      {"packed refs", "echo SECRETWORD > .git/packed-refs"},
      {"file name", "touch .git/SECRETWORD"},
      {"folder name", "mkdir .git/SECRETWORD"},
      {"link", "ln -s SECRETWORD .git/link"},
      {"object folder", "echo SECRETWORD > .git/objects/info/note"},
      {"leftover of an object", "mkdir -p .git/objects/ab && echo SECRETWORD > .git/objects/ab/tmp_obj_x"},
      {"unreachable blob", "echo SECRETWORD | git hash-object -w --stdin", true},
      {"unreachable commit", "git commit-tree -m SECRETWORD HEAD^{tree}", true},
      {"packed blob", "echo SECRETWORD > n && git add n && git commit -q -m n && git gc -q --prune=now",
       true},
      {"packed delta",
       "for i in 1 2 3 4 5 6 7 8 9; do seq 2000; done > n && git add n && git commit -q -m n && "
       "echo SECRETWORD >> n && git add n && git commit -q -m m && git repack -adfq",
       true},
      {"stash", "echo SECRETWORD >> a.py && git stash -q", true},
      {"tag", "git tag -a -m SECRETWORD v1", true},
      {"note", "git notes add -m SECRETWORD", true},
  };
  for (const auto& row : rows) {
    if (row.needs_git && !has_git) continue;
    CAPTURE(row.corner);
    const Temporary temporary;
    const auto folder = temporary.path() / "repo";
    REQUIRE(make_repository(folder, small_plan()));
    REQUIRE(where(folder, "SECRETWORD").empty());
    run(folder, std::string(row.command));
    CHECK_FALSE(where(folder, "SECRETWORD").empty());
  }
}

TEST_CASE("everything_stored: an object that cannot be read is a fault, not a silence") {
  const Temporary temporary;
  const auto folder = temporary.path() / "repo";
  REQUIRE(make_repository(folder, small_plan()));
  fs::create_directories(folder / ".git/objects/ab");
  std::ofstream(folder / ".git/objects/ab/0123456789012345678901234567890123456a") << "not an object";
  CHECK_FALSE(everything_stored(folder));
  CHECK_FALSE(everything_stored(temporary.path()));
}
