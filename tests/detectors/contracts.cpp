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

TEST_CASE("what of a change leaves no doubt") {
  struct Row {
    std::string name, before, after, told;
  };
  for (const auto& row : {
           Row{"one", "export interface AResponse { x: number; y: number }",
               "export interface AResponse { x: number }", "field removed y, plainly"},
           Row{"a name that tells nothing", "export interface ADto { x: number; y: number }",
               "export interface ADto { x: number }", "field removed y"},
           Row{"a method gives it",
               "export interface ADto { x: number; y: number }\n"
               "export interface Api { list(): Promise<ADto[]> }",
               "export interface ADto { x: number }\nexport interface Api { list(): Promise<ADto[]> }",
               "field removed y, plainly"},
           Row{"a function converts to it",
               "export interface ADto { x: number; y: number }\n"
               "export function ADtoFromJSON(json: any): Promise<ADto>;",
               "export interface ADto { x: number }\n"
               "export function ADtoFromJSON(json: any): Promise<ADto>;",
               "field removed y"},
           Row{"of its file alone", "interface AResponse { x: number; y: number }\nexport const b = 1;",
               "interface AResponse { x: number }\nexport const b = 1;", "field removed y"},
           Row{"exported below", "interface AResponse { x: number; y: number }\nexport { AResponse as R };",
               "interface AResponse { x: number }\nexport { AResponse as R };", "field removed y, plainly"},
           Row{"in a namespace",
               "export declare namespace N { interface AResponse { x: number; y: number } }",
               "export declare namespace N { interface AResponse { x: number } }",
               "field removed y, plainly"},
           Row{"what tells alternatives apart", "export interface AResponse { x: number; kind: \"a\" }",
               "export interface AResponse { x: number }", "field removed kind"},
           Row{"it was said to go",
               "export interface AResponse { x: number;\n/** @deprecated use x */\ny: number }",
               "export interface AResponse { x: number }", "field removed y"},
           Row{"its name stands elsewhere", "export interface AResponse { x: number; y: number }",
               "export interface AResponse { x: number; [Y]: number }", ""},
           Row{"a function", "export interface AResponse { x: number; y: () => number }",
               "export interface AResponse { x: number }", ""},
           Row{"of a request", "export interface ARequest { x: number }",
               "export interface ARequest { x: number; y: number }", "new required field y, plainly"},
           Row{"anything at all", "export interface ARequest { x: number }",
               "export interface ARequest { x: number; y: unknown }", "new required field y"},
       }) {
    CAPTURE(row.name);
    const auto old = detectors::syntax::parse(row.before, Language::typescript).tree;
    const auto now = detectors::syntax::parse(row.after, Language::typescript).tree;
    const auto told =
        detectors::contract_changes(detectors::contracts_of(*old), detectors::contracts_of(*now));
    REQUIRE(told.size() == (row.told.empty() ? 0U : 1U));
    for (const auto& each : told)
      CHECK(fmt::format("{} {}{}", each.kind, each.field, each.plain ? ", plainly" : "") == row.told);
  }
}

TEST_CASE("what a handler gives is an answer, whatever it is called") {
  const auto handler = [](const std::string& value) {
    return "@app.post(\"/orders\")\ndef create_order():\n    return {" + value + "}\n";
  };
  CHECK(changes(Language::python, handler("\"a\": 1, \"b\": 2"), handler("\"a\": 1")) ==
        std::vector<std::string>{"field removed b "});
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
