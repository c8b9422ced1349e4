// The filter may let through too much; what it keeps back would never have been found.
#include "detectors/prefilter.hpp"

#include <algorithm>
#include <filesystem>

#include "data.hpp"

using namespace detectors;

namespace {

std::vector<std::string> rules_for(std::string_view path, std::string_view text, bool compares = false) {
  std::vector<std::string> ids;
  const auto language = syntax::language_by_path(std::string(path));
  REQUIRE(language.has_value());
  for (const auto* rule : real_catalog().rules->prefilter(*language).rules_for(path, text, compares))
    ids.push_back(rule->id);
  return ids;
}

bool has(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("nothing is lost: fixtures, and the code of all exercises") {
  std::size_t files = 0;
  for (const auto* folder : {"/tests/detectors/fixtures", "/exercises"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_tree(folder))) {
      const auto path = entry.path().generic_string();
      if (!entry.is_regular_file() || !syntax::language_by_path(path)) continue;
      CAPTURE(path);
      const source::SourceFile file(path, read_file(path));
      CHECK(scan(file, real_catalog()).findings == scan_unfiltered(file, real_catalog()).findings);
      ++files;
    }
  CHECK(files > 500);
}

TEST_CASE("a text without any rule's words is worth no parsing") {
  CHECK(rules_for("a.py", "def area(width, height):\n    return width * height\n").empty());
  CHECK(rules_for("a.py", "").empty());
  CHECK(rules_for("a.ts", "export const area = (w: number, h: number) => w * h;\n").empty());
}

TEST_CASE("a rule is tried where its words stand") {
  struct Row {
    std::string_view path;
    std::string_view text;
    std::string_view rule;
    bool tried;
  };
  for (const auto& row : {
           Row{"a.py", "import requests\nrequests.get(u)", "call-without-timeout", true},
           Row{"test_a.py", "import requests\nrequests.get(u)", "call-without-timeout", false},
           Row{"a.py", "import time\ntime.sleep(1)", "blocking-call-on-event-loop", false},
           Row{"a.py", "import time\nasync def f():\n  time.sleep(1)", "blocking-call-on-event-loop", true},
           Row{"a.py", "log.info(x)\nlogging.info(password)", "secret-in-log", true},
           Row{"a.py", "logging.info(colour)", "secret-in-log", false},
           Row{"test_a.py", "def test_f():\n    assert True", "true-is-true", true},
           Row{"test_a.py", "def test_f():\n    assert f() is True", "true-is-true", false},
           Row{"a.ts", "const total = price * 1.19;", "amount-times-float", true},
           Row{"a.ts", "const total = price * 2;", "amount-times-float", false},
       }) {
    CAPTURE(row.text);
    CHECK(has(rules_for(row.path, row.text), row.rule) == row.tried);
  }
}

TEST_CASE("what a change breaks is looked for only where there is a text from before it") {
  constexpr auto text = "class Order(BaseModel):\n    total: int\n";
  CHECK(!has(rules_for("a.py", text), "answer-changed"));
  CHECK(has(rules_for("a.py", text, true), "answer-changed"));
}
