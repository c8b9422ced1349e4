#include "runner/git/hunk.hpp"

#include <doctest/doctest.h>

using detectors::source::SourceFile;
using detectors::source::TextEdit;
using runner::git::edits_of;
using runner::git::Hunk;
using runner::git::HunkLineKind;

TEST_CASE("edits_of: one trimmed edit for each run") {
  const SourceFile old("x", "a\nb(1)\nc\nd\n");
  const Hunk hunk{.first = 1,
                  .old_lines = 4,
                  .lines = {{HunkLineKind::context, "a\n"},
                            {HunkLineKind::removed, "b(1)\n"},
                            {HunkLineKind::added, "b(2)\n"},
                            {HunkLineKind::context, "c\n"},
                            {HunkLineKind::removed, "d\n"}}};
  const auto edits = edits_of(hunk, old);
  REQUIRE(edits);
  CHECK(*edits == std::vector<TextEdit>{{{4, 5}, "2"}, {{9, 11}, ""}});
}
