#include "runner/git/patch.hpp"

#include <doctest/doctest.h>

#include <map>

using detectors::source::TextEdit;
using detectors::source::to_string;
using runner::git::PatchedFile;
using runner::git::read_patch;

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

const std::string* find(const void* texts, std::string_view path) {
  const auto& map = *static_cast<const Texts*>(texts);
  const auto found = map.find(path);
  return found == map.end() ? nullptr : &found->second;
}

auto read(const Texts& texts, std::string_view patch) {
  return read_patch(patch, "plant.patch", find, &texts);
}

// What the patch makes of the one file "x"; the faults when it makes nothing.
std::string patched(const std::string& old, const std::string& hunks) {
  const Texts texts{{"x", old}};
  const auto files = read(texts, "diff --git a/x b/x\n--- a/x\n+++ b/x\n" + hunks);
  if (files) return detectors::source::apply(old, files->at(0).edits).text;
  std::string all;
  for (const auto& fault : files.error()) all += to_string(fault) + "\n";
  return all;
}

}  // namespace

TEST_CASE("read_patch: what the hunks make of a text") {
  struct Row {
    std::string old, hunks, now;
  };
  const Row rows[] = {
      {"a\nb\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n", "a\nB\nc\n"},
      {"a\nb\n", "@@ -1,2 +1,3 @@\n a\n+x\n b\n", "a\nx\nb\n"},
      {"a\nb\n", "@@ -1,2 +1 @@\n-a\n b\n", "b\n"},
      {"a\nb\n", "@@ -2 +2,2 @@\n b\n+c\n", "a\nb\nc\n"},
      // without context, as `git diff -U0` writes it
      {"a\nb\nc\n", "@@ -2,0 +3,2 @@\n+x\n+y\n", "a\nb\nx\ny\nc\n"},
      {"a\nb\nc\n", "@@ -2,1 +1,0 @@\n-b\n", "a\nc\n"},
      {"a\nb\nc\n", "@@ -0,0 +1,1 @@\n+x\n", "x\na\nb\nc\n"},
      // two hunks, two runs in one hunk
      {"1\n2\n3\n4\n5\n", "@@ -1,5 +1,5 @@\n-1\n+one\n 2\n 3\n 4\n-5\n+five\n", "one\n2\n3\n4\nfive\n"},
      {"1\n2\n3\n4\n5\n", "@@ -1 +1 @@\n-1\n+one\n@@ -5 +5 @@\n-5\n+five\n", "one\n2\n3\n4\nfive\n"},
      // CRLF
      {"a\r\nb\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n", "a\r\nc\r\n"},
      // the final newline comes, goes, stays away
      {"a\nb", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n", "a\nb\n"},
      {"a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n", "a\nb"},
      {"a\nb", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n",
       "a\nc"},
      {"a\nb", "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n", "x\nb"},
      {"a", "@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n",
       "a\nb"},
      // a line that looks like a hunk's header, an empty line stripped of its blank, a patch without a last
      // newline
      {"a\n-- x\n", "@@ -1,2 +1,2 @@\n a\n--- x\n+@@ -1 +1 @@\n", "a\n@@ -1 +1 @@\n"},
      {"a\n\nb\n", "@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n", "a\n\nc\n"},
      {"a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c", "a\nc\n"},
      // the end of a mailed patch
      {"a\n", "@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n", "b\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.hunks);
    CHECK(patched(row.old, row.hunks) == row.now);
  }
}

TEST_CASE("read_patch: edits are trimmed to the bytes that change") {
  const Texts texts{{"x", "call(a, timeout=3)\nnext()\n"}};
  const auto files =
      read(texts,
           "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-call(a, timeout=3)\n+call(a)\n next()\n");
  REQUIRE(files);
  CHECK(files->at(0).edits == std::vector<TextEdit>{{{6, 17}, ""}});
}

TEST_CASE("read_patch: several files, made and removed") {
  const Texts texts{{"z", "b\n"}, {"m", "x\ny\n"}, {"empty", ""}, {"some dir/ä", "1\n"}};
  const auto files =
      read(texts,
           "From 0123 Mon Sep 17\nSubject: a header that is skipped\n\n"
           "diff --git a/z b/z\n--- a/z\n+++ b/z\n@@ -1 +1 @@\n-b\n+c\n"
           "diff --git a/a b/a\nnew file mode 100644\n--- /dev/null\n+++ b/a\n@@ -0,0 +1,2 @@\n+x\n+y\n"
           "diff --git a/m b/m\ndeleted file mode 100644\n--- a/m\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n"
           "diff --git \"a/some dir/\\303\\244\" \"b/some dir/\\303\\244\"\n--- \"a/some dir/\\303\\244\"\n"
           "+++ \"b/some dir/\\303\\244\"\n@@ -1 +1 @@\n-1\n+2\n"
           "diff --git a/n b/n\nnew file mode 100644\nindex 0000000..e69de29\n");
  if (!files) FAIL(to_string(files.error()[0]));
  REQUIRE(files->size() == 5);
  CHECK(files->at(0).path == "z");
  CHECK(files->at(1).path == "a");
  CHECK(files->at(1).created);
  CHECK(files->at(1).edits == std::vector<TextEdit>{{{0, 0}, "x\ny\n"}});
  CHECK(files->at(2).path == "m");
  CHECK(files->at(2).deleted);
  CHECK(files->at(2).edits.empty());
  CHECK(files->at(3).path == "some dir/ä");
  CHECK(files->at(4).created);
  CHECK(files->at(4).edits == std::vector<TextEdit>{{{0, 0}, ""}});
}

TEST_CASE("read_patch: what does not fit is said with place, problem and remedy") {
  struct Row {
    std::string patch, fault;
  };
  const std::string head = "diff --git a/x b/x\n--- a/x\n+++ b/x\n";
  const std::string by_their_paths =
      "a patch may change, create or delete text files, by their paths from the top of the repository "
      "(a/app/x.py b/app/x.py)";
  const Row rows[] = {
      {"", "plant.patch: is empty; make the patch again with `git diff`"},
      {"hello\n",
       "plant.patch:1: has no `diff --git` header; make the patch with `git diff`, or `git diff --no-index` "
       "outside a repository"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
       "plant.patch:1: has no `diff --git` header; make the patch with `git "
       "diff`, or `git diff --no-index` outside a repository"},
      {head + "@@ -1,2 +1,2 @@\n a\n-B\n+c\n",
       "plant.patch:4: the hunk does not fit x:2: expected \"B\", found \"b\"; make the "
       "patch again from the tree as it is now"},
      {head + "@@ -1 +1 @@\n-a\r\n+c\r\n",
       "plant.patch:4: the hunk does not fit x:1: expected \"a\"\\r, found \"a\"; make "
       "the patch again from the tree as it is now"},
      {head + "@@ -3,2 +3,2 @@\n c\n-d\n+e\n",
       "plant.patch:4: the hunk does not fit x:4: expected \"d\", found the end of the "
       "file; make the patch again from the tree as it is now"},
      {head + "@@ -30 +30 @@\n-c\n+e\n",
       "plant.patch:4: the hunk does not fit x:30: expected line 30, found a file of 3 lines; "
       "make the patch again from the tree as it is now"},
      {head + "@@ -3 +3 @@\n-c\n\\ No newline at end of file\n+e\n",
       "plant.patch:4: the hunk does not fit x:3: expected \"c\" without a newline, found \"c\"; make the "
       "patch again from the "
       "tree as it is now"},
      {head + "@@ -3 +3 @@\n-c\n+C\n@@ -1 +1 @@\n-a\n+A\n",
       "plant.patch:7: the hunk overlaps the one before it in x; make the patch again with `git diff`"},
      {head + "@@ -1 +1 @@\n a\n-b\n+c\n",
       "plant.patch:6: the hunk has more lines than its header says; make the patch again with `git diff`"},
      {head + "@@ -1,3 +1,3 @@\n a\n",
       "plant.patch: is not a patch that git reads: invalid patch hunk, expected 3 old lines and 3 "
       "new lines; make the patch again with `git diff`"},
      {head + "@@ -1,2 +1,1 @@\n a\n",
       "plant.patch:5: the hunk has fewer lines than its header says; make the patch again with `git diff`"},
      {"diff --git a/y b/y\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-a\n+b\n",
       "plant.patch:4: changes y, which is not there; " + by_their_paths},
      {"diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+x\n",
       "plant.patch:5: creates x, which is there already; " + by_their_paths},
      {"diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
       "plant.patch:5: deletes x but not all of its lines; make the patch again with `git diff`"},
      {"diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n",
       "plant.patch: renames or copies x; " + by_their_paths},
      {"diff --git a/x b/x\nold mode 100644\nnew mode 100755\n",
       "plant.patch: changes the mode of x; " + by_their_paths},
      {head + "@@ -1 +1 @@\n-a\n+A" + std::string("\0\n", 2),
       "plant.patch:6: has a NUL byte, which no line of text has; leave binary files out of the patch"},
      {head + "@@ -1 +1 @@\n-a\n+A\n" + head + "@@ -2 +2 @@\n-b\n+B\n",
       "plant.patch:10: changes x in two sections; " + by_their_paths},
  };
  for (const auto& row : rows) {
    CAPTURE(row.patch);
    const Texts texts{{"x", "a\nb\nc\n"}};
    const auto files = read(texts, row.patch);
    REQUIRE_FALSE(files);
    REQUIRE(files.error().size() >= 1);
    CHECK(to_string(files.error()[0]) == row.fault);
  }
}

TEST_CASE("read_patch: every hunk that does not fit is reported, each at its own line") {
  const Texts texts{{"x", "a\nb\nc\n"}, {"y", "1\n"}};
  const auto files = read(texts,
                          "diff --git a/y b/y\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n-9\n+2\n"
                          "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-A\n+B\n@@ -3 +3 @@\n-C\n+D\n");
  REQUIRE_FALSE(files);
  REQUIRE(files.error().size() == 3);
  CHECK(files.error()[0].line.number == 4);
  CHECK(files.error()[1].line.number == 10);
  CHECK(files.error()[2].line.number == 13);
}

TEST_CASE("read_patch: what is no plain text file is refused") {
  const Texts texts{{"x", "a\n"}};
  const std::pair<std::string, std::string> rows[] = {
      {"diff --git a/y b/y\nnew file mode 120000\n--- /dev/null\n+++ b/y\n@@ -0,0 +1 @@\n+/etc/shadow\n",
       "has y as a link or a submodule"},
      {"diff --git a/y b/y\nnew file mode 160000\n--- /dev/null\n+++ b/y\n@@ -0,0 +1 @@\n+Subproject commit "
       "1\n",
       "has y as a link or a submodule"},
      {"diff --git a/x b/x\ndeleted file mode 120000\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
       "has x as a link or a submodule"},
      {"diff --git a/y b/y\nnew file mode 100644\nindex 0000000..1111111\nBinary files /dev/null and b/y "
       "differ\n",
       "changes y as a binary file"},
      {"diff --git a/y b/y\nnew file mode 100644\nindex 0000000..1111111\nGIT binary patch\nliteral 1\n"
       "IcmZPo000310RR91\n\nliteral 0\nHcmV?d00001\n\n",
       "changes y as a binary file"},
  };
  for (const auto& [patch, problem] : rows) {
    CAPTURE(patch);
    const auto files = read(texts, patch);
    REQUIRE(!files);
    CHECK(files.error().at(0).problem == problem);
  }
  const auto executable =
      "diff --git a/y b/y\nnew file mode 100755\n--- /dev/null\n+++ b/y\n@@ -0,0 +1 @@\n+x = 1\n";
  CHECK(read(texts, executable).has_value());
}
