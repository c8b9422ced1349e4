#include "runner/session/rule_book.hpp"

#include <fstream>

#include "runner/session/rule_import.hpp"
#include "temporary.hpp"

namespace fs = std::filesystem;
using namespace runner::session;

namespace {

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

template <class T>
std::string fault_of(const Checked<T>& checked) {
  return checked ? "none" : to_string(checked.error().front());
}

}  // namespace

TEST_CASE("the book has a page for each class, with its rules") {
  const TestHouse at;
  const auto book = rule_book(at.house);
  REQUIRE(book);
  std::size_t rules = 0;
  for (const auto& page : *book) {
    CAPTURE(page.id);
    CHECK(!page.title.empty());
    for (const auto& rule : page.rules) {
      CHECK(rule.class_id == page.id);
      CHECK(!rule.examples.empty());
      ++rules;
    }
  }
  CHECK(rules > 80);
}

TEST_CASE("a rule that is begun holds already, and is not begun twice") {
  const TestHouse at;
  const auto ours = at.folder.path() / "ours";
  const auto path = new_rule(at.house, ours, "missing-timeout", "charge-without-deadline");
  REQUIRE(path);
  const auto tested = test_rules(at.house, ours);
  REQUIRE(tested);
  CHECK(tested->rules == 1);
  CHECK(tested->examples == 2);
  CHECK(tested->fixtures == 0);
  CHECK(fault_of(new_rule(at.house, ours, "missing-timeout", "charge-without-deadline"))
            .find("is there already") != std::string::npos);
  CHECK(fault_of(new_rule(at.house, ours, "missing-timeot", "a")).find("missing-timeout") !=
        std::string::npos);
  CHECK(fault_of(new_rule(at.house, ours, "missing-timeout", "Charge!")).find("is no rule's name") !=
        std::string::npos);
}

TEST_CASE("rules that do not hold, and folders that hold none") {
  const TestHouse at;
  const auto ours = at.folder.path() / "ours";
  CHECK(fault_of(test_rules(at.house, ours)).find("is no folder") != std::string::npos);
  fs::create_directories(ours);
  CHECK(fault_of(test_rules(at.house, ours)).find("holds no rule") != std::string::npos);
  REQUIRE(new_rule(at.house, ours, "missing-timeout", "charge-without-deadline"));
  write(ours / "fixtures/missing-timeout/python.py", "# ruleid: charge-without-deadline\nx = 1\n");
  CHECK(fault_of(test_rules(at.house, ours)).find("python.py:2") != std::string::npos);
}

TEST_CASE("rules of another tool are taken over and tried") {
  const TestHouse at;
  const auto ours = at.folder.path() / "ours";
  const auto theirs = at.folder.path() / "theirs.yml";
  write(theirs,
        "rules:\n"
        "- {id: No Legacy, languages: [python], severity: ERROR, message: no, pattern: 'legacy.call(...)'}\n"
        "- {id: taint, languages: [python], severity: ERROR, message: no, mode: taint}\n"
        "- id: odd\n  languages: [python]\n  severity: INFO\n  message: no\n"
        "  patterns: [{pattern: f($X)}, {metavariable-regex: {metavariable: $X, regex: '[0-9]+$'}}]\n");
  const auto taken = import_rules(at.house, theirs, ours, "missing-timeout");
  REQUIRE(taken);
  REQUIRE(taken->size() == 3);
  CHECK((*taken)[0].path == ours / "rules/missing-timeout/no-legacy.toml");
  CHECK((*taken)[0].doubt.empty());
  CHECK((*taken)[1].path.empty());
  CHECK((*taken)[1].left_out == std::vector<std::string>{"line 3: `mode` has no counterpart"});
  CHECK((*taken)[2].doubt.find("the python bad example") != std::string::npos);
  CHECK(fault_of(import_rules(at.house, theirs, ours, "missing-timeout")).find("is there already") !=
        std::string::npos);
  CHECK(fault_of(import_rules(at.house, theirs, ours, "nothing")).find("is no defect class") !=
        std::string::npos);
  CHECK(fault_of(import_rules(at.house, at.folder.path() / "nowhere.yml", ours, "missing-timeout")) !=
        "none");
}
