#include "detectors/contracts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

using detectors::syntax::Language;

std::vector<std::string> changes(Language language, const std::string& before, const std::string& after) {
  const auto old = detectors::syntax::parse(before, language).tree;
  const auto now = detectors::syntax::parse(after, language).tree;
  std::vector<std::string> told;
  for (const auto& change :
       detectors::contract_changes(detectors::contracts_of(*old), detectors::contracts_of(*now)))
    told.push_back(fmt::format("{} {} {}", change.kind, change.field, change.now));
  return told;
}

std::string model(const std::string& name, const std::string& fields) {
  return fmt::format("class {}(BaseModel):\n    a: int\n{}", name, fields);
}

}  // namespace

TEST_CASE("what a change of a Python model takes from its readers and asks of its senders") {
  struct Row {
    std::string name, before, after;
    std::vector<std::string> told;
  };
  const Row rows[] = {
      {"OrderOut", "    b: str\n", "    b: str\n", {}},
      {"OrderOut", "    b: str\n", "", {"field removed b "}},
      {"OrderOut", "    b: str\n", "    c: str\n", {"field renamed b c"}},
      {"OrderOut", "    b: str\n", "    b: int\n", {"type changed b int"}},
      {"OrderOut", "    b: str\n", "    b: str | None\n", {"now nullable b str | None"}},
      {"OrderOut", "", "    b: str\n", {}},
      {"OrderIn", "", "    b: str\n", {"new required field b str"}},
      {"OrderIn", "", "    b: str = ''\n", {}},
      {"OrderIn", "", "    b: Optional[str]\n", {}},
      {"OrderIn", "    b: str = ''\n", "    b: str\n", {"new required field b str"}},
      {"OrderIn", "    b: str\n", "", {}},
      {"OrderIn", "    b: str\n", "    b: str | None = None\n", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.after);
    CHECK(changes(Language::python, model(row.name, row.before), model(row.name, row.after)) == row.told);
  }
}

TEST_CASE("a field counts by the name under which it is sent") {
  const auto go = [](const std::string& field) {
    return "package p\ntype Order struct {\n\t" + field + "\n}\n";
  };
  CHECK(changes(Language::go, go("Total int `json:\"total\"`"), go("Sum int `json:\"total\"`")).empty());
  CHECK(changes(Language::go, go("Total int `json:\"total\"`"), go("Total int `json:\"sum\"`")).size() == 1);
  CHECK(changes(Language::go, go("Total int"), go("Sum int")).empty());
  CHECK(changes(Language::java, "record A(int x) {}", "record A(int y) {}").empty());
  CHECK(
      changes(Language::java, "record AResponse(int x) {}", "record AResponse(@JsonProperty(\"x\") int y) {}")
          .empty());
  CHECK(changes(Language::typescript, "interface Row { a: string }", "interface Row { b: string }").empty());
}
