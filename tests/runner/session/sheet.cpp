#include "runner/session/sheet.hpp"

#include <doctest/doctest.h>

using namespace runner::session;

namespace {
Pack small_pack() {
  Pack pack;
  pack.id = "autumn";
  pack.reviews.push_back({.code = "heron",
                          .source = {},
                          .title = "T",
                          .defects = {"a-one", "b-two"},
                          .program = {},
                          .gold = {},
                          .anchor = {},
                          .document = {}});
  return pack;
}
}  // namespace

TEST_CASE("what a sheet says comes back from its text") {
  auto pack = small_pack();
  pack.sheets["ana"]["heron"] = {.defects = {{.level = Level::explained, .why = "says what hangs"}, {}},
                                 .verdict = runner::review::Band::mixed,
                                 .why = "one of two"};
  const auto text = sheet_text(pack, "ana");
  const auto sheet = read_sheet("s.md", text, pack);
  REQUIRE(sheet);
  const auto& rating = sheet->at("heron");
  CHECK(rating.defects[0].level == Level::explained);
  CHECK(rating.defects[0].why == "says what hangs");
  CHECK_FALSE(rating.defects[1].level.has_value());
  CHECK(rating.verdict == runner::review::Band::mixed);
  CHECK(rating.why == "one of two");
}

TEST_CASE("everything that is wrong is said at once, with its line") {
  const auto sheet = read_sheet(
      "s.md", "- a-one: 1\n## heron\n- a-one: 7\n- c: 1\nverdict: fine\nodd\n## hern\n", small_pack());
  REQUIRE_FALSE(sheet);
  std::vector<int> lines;
  for (const auto& fault : sheet.error()) lines.push_back(fault.line.number);
  CHECK(lines == std::vector{1, 3, 4, 5, 6, 7});
  CHECK(sheet.error().back().remedy.find("heron") != std::string::npos);
}

TEST_CASE("levels by number or by name, Windows line ends, comments over lines") {
  const auto sheet = read_sheet(
      "s.md", "<!-- a\nb: c -->\r\n## heron: T\r\n- a-one: fixed, it runs\r\n- b-two: 0\r\n", small_pack());
  REQUIRE(sheet);
  CHECK(sheet->at("heron").defects[0].level == Level::fixed);
  CHECK(sheet->at("heron").defects[0].why == "it runs");
  CHECK(sheet->at("heron").defects[1].level == Level::missed);
  CHECK_FALSE(level_in("5").has_value());
}
