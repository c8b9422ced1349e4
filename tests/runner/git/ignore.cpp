#include "runner/git/ignore.hpp"

#include <doctest/doctest.h>
#include <git2.h>

#include <fstream>

#include "runner/git/library.hpp"
#include "temporary.hpp"

namespace fs = std::filesystem;
using runner::git::IgnoreRules;

namespace {

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("a folder in no repository ignores nothing") {
  const Temporary folder;
  write(folder.path() / ".gitignore", "*\n");
  write(folder.path() / "a.py", "");
  CHECK(!IgnoreRules(folder.path()).ignores(folder.path() / "a.py"));
  CHECK(!IgnoreRules(folder.path() / "nowhere").ignores(folder.path() / "a.py"));
}

TEST_CASE("what .gitignore leaves out, at every level of a repository") {
  const Temporary folder;
  const auto root = folder.path() / "shop";
  fs::create_directories(root);
  git_repository* repository = nullptr;
  runner::git::start_library();
  REQUIRE(git_repository_init(&repository, root.c_str(), 0) == 0);
  git_repository_free(repository);
  write(root / ".gitignore", "build/\n*.min.js\n/top.py\n!kept.min.js\n");
  write(root / "api/.gitignore", "local.py\n");
  write(root / ".git/info/exclude", "secret.py\n");
  for (const auto* name : {"build/a.py", "api/build/a.py", "a.min.js", "kept.min.js", "top.py", "api/top.py",
                           "api/local.py", "local.py", "secret.py", "a.py"})
    write(root / name, "x");
  struct Row {
    std::string path;
    bool ignored;
  };
  const IgnoreRules whole(root);
  const IgnoreRules part(root / "api");  // the rules above it hold as well
  for (const auto& row : {
           Row{"build", true},
           Row{"build/a.py", true},
           Row{"api/build/a.py", true},
           Row{"a.min.js", true},
           Row{"kept.min.js", false},
           Row{"top.py", true},
           Row{"api/top.py", false},
           Row{"api/local.py", true},
           Row{"local.py", false},
           Row{"secret.py", true},
           Row{"a.py", false},
           Row{".", false},
       }) {
    CAPTURE(row.path);
    CHECK(whole.ignores(root / row.path) == row.ignored);
    CHECK(part.ignores(root / row.path) == row.ignored);
  }
  CHECK(!whole.ignores(folder.path() / "elsewhere.py"));
}
