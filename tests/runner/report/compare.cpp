#include "runner/report/compare.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "runner/report/baselines.hpp"
#include "runner/report/comparison.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

using namespace runner::report;
using runner::session::Scored;
using Json = nlohmann::json;

namespace {

// The same exercise, nothing said.
Scored silent(const char* id) {
  auto scored = sample();
  scored.attempt.id = id;
  scored.attempt.candidate = "wren-3";
  for (auto& result : scored.assessment.defects) result = {.defect = result.defect};
  return scored;
}

Scored with_one_defect_less(const char* id) {
  auto scored = silent(id);
  scored.key.defects.erase(scored.key.defects.begin());
  scored.assessment.defects.erase(scored.assessment.defects.begin());
  scored.attempt.planted = {"fewer"};
  return scored;
}

std::vector<Scored> three() {
  return {sample(), with_one_defect_less("refunds-2"), silent("refunds@linter")};
}

}  // namespace

TEST_CASE("the comparison is what the golden files say") {
  check_golden("compare.txt", compare_text(three(), {}));
  check_golden("compare.md", compare_markdown(three()));
  check_golden("compare.html", compare_html(three()));
  check_golden("compare.json", compare_json(three()));
  check_golden("baselines.txt",
               baselines_text({silent("refunds@linter")}, {.colour = Colour::no, .width = 120}));
  check_golden("baselines.json", baselines_json({silent("refunds@linter")}));
}

TEST_CASE("the JSON fits its schemas") {
  runner::Validator compared(runner::read_schema("compare.schema.json"));
  for (const auto& fault : compared.check(Json::parse(compare_json(three())))) FAIL_CHECK(fault);
  CHECK(!compared.check(Json::parse(baselines_json(three()))).empty());
}

TEST_CASE("every defect of every attempt is compared, and what was not planted is said") {
  const auto defects = compared_defects(three());
  CHECK(defects.size() == sample().key.defects.size());
  std::size_t absent = 0;
  for (const auto& each : defects) {
    REQUIRE(each.levels.size() == 3);
    CHECK(each.levels[0].has_value());
    if (!each.levels[1]) ++absent;
    CHECK(each.levels[2] == runner::review::Level::missed);
  }
  CHECK(absent == 1);
  CHECK(compare_text(three(), {}).find("not planted") != std::string::npos);
  CHECK(cautions(three()).size() == 1);
  CHECK(cautions({sample(), silent("x-2")}).empty());
}

TEST_CASE("a baseline is marked in every form, and is nobody when people are counted") {
  for (const auto& text : {compare_text(three(), {}), compare_markdown(three()), compare_html(three())})
    CHECK(text.find("baseline: a tool") != std::string::npos);
  CHECK(Json::parse(compare_json(three()))["compared"][2]["kind"] == "baseline");
  for (const auto& finding : findings(three(), names_of(three())))
    CHECK(finding.who.ends_with(" (baselines left aside)"));
  for (const auto& finding : findings({sample(), silent("refunds@linter")}, {"a", "b"}))
    CHECK(!finding.who.ends_with(")"));
}

TEST_CASE(
    "columns are headed by what people know: code name, tool, sample; the id where that is not enough") {
  auto nobody = silent("refunds-9");
  nobody.attempt.candidate = "";
  CHECK(names_of({sample(), silent("refunds@linter"), silent("refunds/strong"), nobody}) ==
        std::vector<std::string>{"cand-7f3a", "linter", "strong", "refunds-9"});
  CHECK(names_of({silent("refunds-2"), silent("refunds-3"), sample()}) ==
        std::vector<std::string>{"refunds-2", "refunds-3", "cand-7f3a"});
}

TEST_CASE("a table that is too narrow for names has letters, and says whose they are") {
  const auto wide = compare_text(three(), {.colour = Colour::no, .width = 100});
  CHECK(wide.find("Found by cand-7f3a alone") != std::string::npos);
  const auto narrow = compare_text(three(), {.colour = Colour::no, .width = 60});
  CHECK(narrow.find("  A  a-20261122-1 (cand-7f3a, approve)") != std::string::npos);
  CHECK(narrow.find("Found by A alone") != std::string::npos);
  const auto letters = letters_for(28);
  CHECK(letters[0] == "A");
  CHECK(letters[25] == "Z");
  CHECK(letters[26] == "AA");
  CHECK(letters[27] == "AB");
}
