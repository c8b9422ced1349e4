#include "runner/git/write_patch.hpp"

#include <doctest/doctest.h>

#include "detectors/source/edit.hpp"
#include "runner/git/merge.hpp"
#include "runner/git/patch.hpp"

namespace runner::git {
namespace {

const std::string* given(const void* text, std::string_view) { return static_cast<const std::string*>(text); }

// What a reader makes of the patch; "(deleted)" when the file is to go.
std::string read_back(const std::string& patch, const std::string* before) {
  const auto files = read_patch(patch, "p", given, before);
  if (!files || files->size() != 1) return "(no patch)";
  if (files->front().deleted) return "(deleted)";
  return detectors::source::apply(before ? *before : "", files->front().edits).text;
}

}  // namespace

TEST_CASE("what is written is read back to the same text") {
  const std::string texts[] = {"a\nb\nc\n", "a\nB\nc\n", "a\nb\nc", "x\n", "a\r\nb\r\n", "\n\n", "ä\n"};
  for (const auto& before : texts)
    for (const auto& after : texts) {
      const auto patch = write_patch("app/x.py", &before, &after);
      if (before == after)
        CHECK(patch.empty());
      else
        CHECK(read_back(patch, &before) == after);
    }
}

TEST_CASE("a file is made, and goes") {
  const std::string text = "a\nb\n";
  CHECK(read_back(write_patch("x", nullptr, &text), nullptr) == text);
  CHECK(read_back(write_patch("x", &text, nullptr), &text) == "(deleted)");
}

TEST_CASE("edits that are apart merge, edits of one line do not") {
  const std::string ancestor = "1\n2\n3\n4\n5\n6\n7\n8\n";
  CHECK(merge(ancestor, "0\n" + ancestor, "1\n2\n3\n4\n5\n6\nseven\n8\n").value_or("") ==
        "0\n1\n2\n3\n4\n5\n6\nseven\n8\n");
  CHECK(merge(ancestor, ancestor, "1\n").value_or("") == "1\n");
  const auto conflict = merge(ancestor, "1\n2\n3\nfour\n5\n6\n7\n8\n", "1\n2\n3\nFOUR\n5\n6\n7\n8\n");
  REQUIRE(!conflict.has_value());
  CHECK(conflict.error().line.number == 4);
  CHECK(merge("", "", "").value_or("x").empty());
}

}  // namespace runner::git
