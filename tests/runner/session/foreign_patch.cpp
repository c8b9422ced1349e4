#include "runner/session/foreign_patch.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

using runner::exercise::Tree;
using runner::session::apply_foreign;

namespace {

const Tree tree{{"shop/prices.py", "a = 1\nb = 2\n"}, {"tests/test_prices.py", "assert 1\n"}};

sandbox::Profile python() {
  sandbox::Profile profile;
  profile.test_files = {"tests/"};
  return profile;
}

auto applied(const std::string& patch) { return apply_foreign(tree, python(), patch, "fix.patch"); }

std::string header(const std::string& path) { return fmt::format("diff --git a/{0} b/{0}\n", path); }

std::string creates(const std::string& path, const std::string& line = "x = 1") {
  return header(path) +
         fmt::format("new file mode 100644\n--- /dev/null\n+++ b/{}\n@@ -0,0 +1 @@\n+{}\n", path, line);
}

std::string changes(const std::string& path, const std::string& from, const std::string& to) {
  return header(path) + fmt::format("--- a/{0}\n+++ b/{0}\n@@ -1 +1 @@\n-{1}\n+{2}\n", path, from, to);
}

std::string problem(const std::string& patch) {
  const auto result = applied(patch);
  return result ? "" : result.error().at(0).problem;
}

}  // namespace

TEST_CASE("a foreign patch changes its files and leaves the own tests as they are") {
  const auto result = applied(changes("shop/prices.py", "a = 1", "a = 3") +
                              changes("tests/test_prices.py", "assert 1", "pass") +
                              creates("tests/test_more.py") + creates("shop/new.py"));
  REQUIRE(result);
  CHECK(result->tree == Tree{{"shop/new.py", "x = 1\n"},
                             {"shop/prices.py", "a = 3\nb = 2\n"},
                             {"tests/test_prices.py", "assert 1\n"}});
  CHECK(result->files == std::vector<std::string>{"shop/new.py", "shop/prices.py"});
  CHECK(result->set_aside == std::vector<std::string>{"tests/test_more.py", "tests/test_prices.py"});
}

TEST_CASE("hostile patches are refused") {
  const std::pair<std::string, std::string> rows[] = {
      {creates("../x"), "the path '../x' has the part '..'"},
      {creates("shop/../../x"), "the path 'shop/../../x' has the part '..'"},
      {creates("/etc/passwd"), "the path '/etc/passwd' is absolute"},
      {"diff --git /etc/passwd /etc/passwd\nnew file mode 100644\n--- /dev/null\n+++ /etc/passwd\n@@ -0,0 +1 "
       "@@\n+x\n",
       "the path '/etc/passwd' is absolute"},
      {creates(".git/hooks/post-checkout"), "the path '.git/hooks/post-checkout' reaches into .git"},
      {creates("shop/.GIT/config"), "the path 'shop/.GIT/config' reaches into .git"},
      {creates("shop/git~1/config"), "the path 'shop/git~1/config' reaches into .git"},
      {creates("C:/x"), "the path 'C:/x' is absolute"},
      {creates("shop\\x"), "the path 'shop\\x' has a backslash"},
      {creates(std::string(129, 'x')), "the path '" + std::string(80, 'x') + "…' is too long"},
      {creates("shop/prices.py/x"), "shop/prices.py would be a file and a folder"},
      {creates("shop"), "shop would be a file and a folder"},
      {creates("shop/prices.py"), "creates shop/prices.py, which is there already"},
      {creates("shop/x.py", std::string("a\0b", 3)), "has a NUL byte, which no line of text has"},
      {creates("shop/x.py", std::string(std::size_t{1} << 20U, 'x')), "has more than 1024 KiB"},
      {changes("tests/test_prices.py", "assert 1", "pass"),
       "changes nothing but the exercise's own tests, which judge it"},
      {header("x") + "old mode 100644\nnew mode 120000\n", "has x as a link or a submodule"},
      {"diff --git a/shop/prices.py b/shop/x.py\nsimilarity index 100%\nrename from shop/prices.py\nrename "
       "to shop/x.py\n",
       "renames or copies shop/prices.py"},
      {"", "is empty"},
      {"rm -rf /\n", "has no `diff --git` header"},
  };
  for (const auto& [patch, expected] : rows) {
    CAPTURE(patch.substr(0, 200));
    CHECK(problem(patch) == expected);
  }
}

TEST_CASE("a foreign patch changes a hundred files at most") {
  std::string patch;
  for (int i = 0; i < 100; ++i) patch += creates(fmt::format("shop/x{}.py", i));
  CHECK(problem(patch) == "");
  CHECK(problem(patch + creates("shop/y.py")) == "changes 101 files");
}

TEST_CASE("a line of a hunk that looks like a header is no path") {
  CHECK(problem(creates("shop/x.py", "++ /etc/passwd")) == "");
}
