#include "detectors/openapi_documents.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "detectors/openapi.hpp"
#include "detectors/openapi_operations.hpp"

namespace {

using detectors::api::Documents;
using Files = std::map<std::string, std::string>;

detectors::ReadOther reader(const Files& files, std::vector<std::string>* asked = nullptr) {
  return [&files, asked](const std::string& path) -> tl::expected<std::string, std::string> {
    if (asked) asked->push_back(path);
    const auto found = files.find(path);
    if (found == files.end()) return tl::make_unexpected("is not there");
    return found->second;
  };
}

// The text that the root's `a` leads to, or "-".
std::string led_to(const std::string& document, const Files& files,
                   std::vector<std::string>* notes = nullptr) {
  const auto read = reader(files);
  Documents documents("api/main.yaml", *detectors::source::read_yaml("", document), read);
  const auto node = documents.resolved(documents.root().find("a"));
  if (notes) *notes = documents.notes();
  return node ? node.value->text : "-";
}

std::string told(const Files& before, const Files& now, std::vector<std::string>* notes = nullptr) {
  const detectors::OtherFiles others{.before = reader(before), .now = reader(now)};
  const auto changes = detectors::openapi_changes("api/main.yaml", before.at("api/main.yaml"),
                                                  now.at("api/main.yaml"), others);
  REQUIRE(changes.has_value());
  std::string result;
  for (const auto& each : changes->changes)
    result += fmt::format("{}|{}|{}|{}|{}; ", each.line.number, each.from, each.kind, each.field, each.now);
  if (notes) *notes = changes->notes;
  return result;
}

const std::string operation =
    "openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '200': {schema: {$ref: ";

}  // namespace

TEST_CASE("where a reference leads") {
  const Files files{
      {"api/other.yaml", "b: {c: found}\nx/y: slash\n't~': tilde\nlist: [one, two]\nd e: blank\n"},
      {"up.yaml", "b: above\n"},
      {"api/chain.yaml", "b: {$ref: 'sub/next.yaml#/b'}\n"},
      {"api/sub/next.yaml", "b: {$ref: '../other.yaml#/b/c'}\n"},
      {"api/ring.yaml", "b: {$ref: 'ring.yaml#/b'}\n"},
      {"api/broken.yaml", "b: [\n"}};
  struct Row {
    std::string reference, text;
  };
  for (const auto& row : {
           Row{"#/b", "here"},
           Row{"other.yaml#/b/c", "found"},
           Row{"./other.yaml#/b/c", "found"},
           Row{"sub/../other.yaml#/x~1y", "slash"},
           Row{"other.yaml#/t~0", "tilde"},
           Row{"other.yaml#/d%20e", "blank"},
           Row{"other.yaml#/list/1", "two"},
           Row{"other.yaml#/list/2", "-"},
           Row{"other.yaml#/nowhere", "-"},
           Row{"other.yaml#anchor", "-"},
           Row{"../up.yaml#/b", "above"},
           Row{"chain.yaml#/b", "found"},
           Row{"ring.yaml#/b", "-"},
           Row{"missing.yaml#/b", "-"},
           Row{"broken.yaml#/b", "-"},
           Row{"/etc/passwd", "-"},
           Row{"file:///etc/passwd", "-"},
           Row{"https://example.org/other.yaml#/b", "-"},
           Row{"", ""},  // the document itself, which is no text
       }) {
    CAPTURE(row.reference);
    CHECK(led_to(fmt::format("b: here\na: {{$ref: '{}'}}\n", row.reference), files) == row.text);
  }
}

TEST_CASE("nothing but a file of the tree is asked for, and once") {
  std::vector<std::string> asked;
  const Files files{{"api/other.yaml", "b: x\n"}};
  const auto read = reader(files, &asked);
  Documents documents("api/main.yaml",
                      *detectors::source::read_yaml("",
                                                    "a: {$ref: 'other.yaml#/b'}\nb: {$ref: 'https://h/x'}\n"
                                                    "c: {$ref: '/etc/passwd'}\nd: {$ref: 'gone.yaml'}\n"),
                      read);
  for (int i = 0; i < 2; ++i)
    for (const auto* key : {"a", "b", "c", "d"}) (void)documents.resolved(documents.root().find(key));
  CHECK(asked == std::vector<std::string>{"api/other.yaml", "api/gone.yaml"});
  CHECK(documents.notes() ==
        std::vector<std::string>{
            "line 2: `https://h/x` is no file of this tree: not looked at",
            "line 3: `/etc/passwd` is no file of this tree: not looked at",
            "line 4: `api/gone.yaml`, which is referred to, is not there: what it says is not looked at"});
}

TEST_CASE("a change in another file is told where the document refers to it") {
  const auto main = operation + "'common.yaml#/Order'}}\n";
  const Files before{{"api/main.yaml", main},
                     {"api/common.yaml", "Order:\n  properties:\n    total: {type: integer}\n"}};
  auto now = before;
  CHECK(told(before, now).empty());
  now["api/common.yaml"] = "Order:\n  properties:\n    total: {type: string}\n";
  CHECK(told(before, now) == "6|api/common.yaml line 3|type changed|200 total|string; ");
}

TEST_CASE("of what cannot be read nothing is said to be gone") {
  const auto whole = operation + "'common.yaml#/Order'}}\n";
  const auto inside = operation + "'#/Order'}}\nOrder:\n  properties:\n    total: {type: integer}\n";
  std::vector<std::string> notes;
  CHECK(told({{"api/main.yaml", inside}}, {{"api/main.yaml", whole}}, &notes).empty());
  CHECK(notes.size() == 1);
  CHECK(told({{"api/main.yaml", whole}}, {{"api/main.yaml", inside}}, &notes).empty());
  CHECK(notes.empty());
  const std::string path = "openapi: 3.0.0\npaths:\n  /a: {$ref: 'a.yaml'}\n";
  CHECK(told({{"api/main.yaml", inside}}, {{"api/main.yaml", path}}).empty());
  CHECK(told({{"api/main.yaml", inside}}, {{"api/main.yaml", "openapi: 3.0.0\npaths: {}\n"}}) ==
        "2||operation removed|GET /a|; ");
}

TEST_CASE("alternatives in a ring end") {
  std::string schema = "S: {oneOf: [";
  for (int i = 0; i < 12; ++i) schema += "{$ref: '#/S'}, ";
  const auto main = operation + "'#/S'}}\n" + schema + "], properties: {a: {$ref: '#/S'}}}\n";
  std::vector<std::string> notes;
  CHECK(told({{"api/main.yaml", main}}, {{"api/main.yaml", main + "x: y\n"}}, &notes).empty());
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].find("refers to itself") != std::string::npos);
}

TEST_CASE("which texts refer to other files") {
  CHECK(detectors::refers_to_others("a: {$ref: 'x.yaml#/b'}"));
  CHECK(detectors::refers_to_others(R"({"$ref": "#/a"}, {"$ref":"x.json"})"));
  CHECK(!detectors::refers_to_others("a: {$ref: '#/b'}\nb: {\"$ref\" : \"#/b\"}"));
  CHECK(!detectors::refers_to_others("nothing"));
}
