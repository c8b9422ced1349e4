#include "runner/web/diff_rows.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::web;

namespace {

std::string lines(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) text += fmt::format("l{}\n", i);
  return text;
}

// "=5/6 l5" for context, "-5 x", "+6 x", "~5/6 x|y" for a changed pair, "gap0 4".
std::string drawn(const std::vector<DiffRow>& rows) {
  std::string out;
  for (const auto& row : rows) switch (row.kind) {
      case RowKind::context:
        out += fmt::format("={}/{} {};", row.before, row.after, row.after_text);
        break;
      case RowKind::removed:
        out += fmt::format("-{} {};", row.before, row.before_text);
        break;
      case RowKind::added:
        out += fmt::format("+{} {};", row.after, row.after_text);
        break;
      case RowKind::changed:
        out += fmt::format("~{}/{} {}|{};", row.before, row.after, row.before_text, row.after_text);
        break;
      case RowKind::gap:
        out += fmt::format("gap{} {};", row.gap, row.lines);
        break;
    }
  return out;
}

std::string rows(const std::string& before, const std::string& after, const std::set<int>& opened,
                 Layout layout) {
  return drawn(diff_rows(runner::git::diff("f", before, after), after, opened, layout));
}

const std::string before = lines(1, 20);
const std::string after = lines(1, 9) + "x\ny\n" + lines(11, 20);  // line 10 became two

}  // namespace

TEST_CASE("what the diff leaves out is a gap, before, between and behind") {
  CHECK(rows(before, after, {}, Layout::unified) ==
        "gap0 6;=7/7 l7;=8/8 l8;=9/9 l9;-10 l10;+10 x;+11 y;=11/12 l11;=12/13 l12;=13/14 l13;gap1 7;");
}

TEST_CASE("a gap that is opened shows its lines with the numbers of both sides") {
  CHECK(rows(before, after, {1}, Layout::unified).find("=13/14 l13;=14/15 l14;=15/16 l15;") !=
        std::string::npos);
  CHECK(rows(before, after, {0, 1}, Layout::unified).find("gap") == std::string::npos);
  CHECK(rows(before, after, {0}, Layout::unified).starts_with("=1/1 l1;=2/2 l2;"));
}

TEST_CASE("side by side a removed line stands with the one in its place") {
  CHECK(rows("a\nb\nc\n", "x\nc\n", {}, Layout::split) == "~1/1 a|x;-2 b;=3/2 c;");
  CHECK(rows("a\nc\n", "x\ny\nc\n", {}, Layout::split) == "~1/1 a|x;+2 y;=2/3 c;");
  CHECK(rows("c\n", "x\nc\n", {}, Layout::split) == "+1 x;=1/2 c;");
}

TEST_CASE("new and deleted files have no gaps") {
  CHECK(rows("", "a\nb\n", {}, Layout::unified) == "+1 a;+2 b;");
  CHECK(rows("a\nb\n", "", {}, Layout::unified) == "-1 a;-2 b;");
}
