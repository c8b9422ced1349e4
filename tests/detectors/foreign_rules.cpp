#include "detectors/foreign_rules.hpp"

#include <unistd.h>

#include <filesystem>

#include "data.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"

namespace fs = std::filesystem;
using detectors::ForeignRule;

namespace {

std::vector<ForeignRule> taken(const std::string& text) {
  auto rules = detectors::foreign_rules("theirs.yml", text);
  if (!rules) return {{"", "", {to_string(rules.error().front())}}};
  return std::move(*rules);
}

struct Folder {
  fs::path path = fs::temp_directory_path() / ("seedfault-foreign-" + std::to_string(::getpid()));
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path / "rules/missing-timeout");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }
};

// The lines that the rules find in a Python text; what is wrong with the rules instead of them.
std::string found(const std::string& rules, const std::string& code) {
  const Folder folder;
  for (const auto& rule : taken(rules)) {
    if (rule.text.empty()) return rule.left_out.empty() ? "nothing taken" : rule.left_out.front();
    std::ofstream(folder.path / "rules/missing-timeout" / (rule.id + ".toml")) << rule.text;
  }
  const auto catalog = detectors::load_catalog(source_tree(), folder.path);
  if (!catalog) return to_string(catalog.error().front());
  for (const auto& fault : detectors::check_rules(*catalog, folder.path)) return fault.problem;
  std::string lines;
  for (const auto& finding : detectors::scan({"a.py", code}, *catalog).findings)
    if (finding.rule.starts_with("theirs"))
      lines += (lines.empty() ? "" : " ") + std::to_string(finding.begin.line.number);
  return lines;
}

std::string semgrep(const std::string& body) {
  return "rules:\n- id: theirs\n  languages: [python]\n  severity: ERROR\n  message: no $X\n" + body;
}
std::string ast_grep(const std::string& body) {
  return "id: theirs\nlanguage: Python\nseverity: warning\nmessage: no $X\n" + body;
}

}  // namespace

TEST_CASE("what is taken over finds what it found") {
  struct Row {
    std::string rules, code, lines;
  };
  for (const auto& row : {
           Row{semgrep("  pattern: legacy.call(...)\n"), "legacy.call(1)\nlegacy.call()\nother.call()\n",
               "1 2"},
           Row{semgrep("  pattern-either:\n  - pattern: f($X)\n  - pattern: g($X)\n"), "f(1)\ng(2)\nh(3)\n",
               "1 2"},
           Row{semgrep("  patterns:\n  - pattern: f($X, ...)\n  - pattern-not: f($X, timeout=..., ...)\n"),
               "f(1)\nf(1, timeout=2)\n", "1"},
           Row{semgrep("  patterns:\n  - pattern: f($X, ...)\n  - pattern-not: f($X, timeout=$T)\n"),
               "f(1)\nf(1, timeout=2)\nf(1, 2)\n", "1 3"},
           Row{semgrep("  patterns:\n  - pattern: f($X)\n  - pattern-inside: |\n      for $I in $L:\n        "
                       "  ...\n"),
               "for a in b:\n    f(a)\nf(1)\n", "2"},
           Row{semgrep("  patterns:\n  - pattern: f($X)\n  - pattern-not-inside: |\n      for $I in $L:\n    "
                       "      ...\n"),
               "for a in b:\n    f(a)\nf(1)\n", "3"},
           Row{semgrep("  patterns:\n  - pattern: f($X)\n  - metavariable-regex: {metavariable: $X, regex: "
                       "x|get_.*}\n"),
               "f(get_order)\nf(forget_order)\n", "1"},
           Row{ast_grep("rule:\n  pattern: f($$$)\n"), "f(1)\nf()\n", "1 2"},
           Row{ast_grep("rule:\n  any:\n  - pattern: f($X)\n  - pattern: g($_Y, $_Z)\n"), "f(1)\ng(2, 3)\n",
               "1 2"},
           Row{ast_grep("rule:\n  pattern: f($X)\n  not: {inside: {pattern: \"g($$$)\", stopBy: end}}\n"),
               "f(1)\ng(f(1))\n", "1"},
           Row{ast_grep("rule:\n  pattern: f($$$A)\n  has: {pattern: h($$$), stopBy: end}\n") +
                   "---\nid: theirs\ninvalid: [f(h(1))]\nvalid: [f(1)]\n",
               "f(1)\nf(g(h(2)))\n", "2"},
           Row{ast_grep("rule:\n  pattern: f($X)\nconstraints:\n  X: {regex: \"^x\"}\n"), "f(xy)\nf(y)\n",
               "1"},
           Row{ast_grep("rule: {pattern: f($X), regex: \"x\"}\n"), "f(x)\nf(y)\n", "1"},
       }) {
    CAPTURE(row.rules);
    CHECK(found(row.rules, row.code) == row.lines);
  }
}

TEST_CASE("what has no counterpart is named with its line") {
  struct Row {
    std::string rules, said;
  };
  for (const auto& row : {
           Row{semgrep("  mode: taint\n  pattern-sources: []\n"), "line 6: `mode` has no counterpart"},
           Row{semgrep(
                   "  patterns:\n  - pattern: f($X)\n  - metavariable-comparison: {comparison: $X > 1}\n"),
               "line 8: `metavariable-comparison` has no counterpart"},
           Row{semgrep("  pattern: f(\"...\")\n"),
               "line 6: `pattern` uses \"...\", which has no counterpart"},
           Row{semgrep("  pattern-not: f($X)\n"), "no pattern says what is looked for"},
           Row{ast_grep("rule: {kind: call}\n"), "line 5: `kind` has no counterpart"},
           Row{ast_grep("rule: {pattern: f($X), follows: {pattern: g()}}\n"),
               "line 5: `follows` has no counterpart"},
           Row{ast_grep("rule: {pattern: f($X), not: {all: [{pattern: f(x)}, {pattern: f(y)}]}}\n"),
               "`not` of more than one pattern, inside or has has no counterpart"},
           Row{"id: theirs\nlanguage: Kotlin\nrule: {pattern: f($X)}\n", "line 2: the language `Kotlin`"},
           Row{"a: b\n",
               "theirs.yml: holds no rule of semgrep or ast-grep; give a file with `rules:` (semgrep), or "
               "with `language:` and `rule:` (ast-grep)"},
       }) {
    CAPTURE(row.rules);
    const auto rules = taken(row.rules);
    REQUIRE(!rules.empty());
    CHECK(rules.front().text.empty());
    REQUIRE(!rules.front().left_out.empty());
    CHECK(rules.front().left_out.front() == row.said);
  }
}

TEST_CASE("what is left out without harm is said, and the rule is taken") {
  const auto rules = taken(semgrep("  pattern: f($X)\n  paths: {include: [a]}\n"));
  REQUIRE(rules.size() == 1);
  CHECK(!rules[0].text.empty());
  CHECK(rules[0].left_out == std::vector<std::string>{"line 7: `paths`: the rule holds without it"});
  const auto near = taken(ast_grep("rule:\n  pattern: f($X)\n  inside: {pattern: g($$$)}\n"));
  CHECK(!near[0].text.empty());
  CHECK(near[0].left_out.front() == "line 7: `inside` without `stopBy: end`: ours holds at any distance");
}

TEST_CASE("examples that are made hold in every language") {
  for (const std::string language : {"go", "java", "javascript", "typescript"}) {
    const Folder folder;
    const auto rules = taken("rules:\n- id: theirs\n  languages: [" + language +
                             "]\n  severity: INFO\n  message: m\n  pattern: legacy.call($X, ...)\n");
    REQUIRE(rules.size() == 1);
    CAPTURE(language);
    CAPTURE(rules[0].text);
    std::ofstream(folder.path / "rules/missing-timeout/theirs.toml") << rules[0].text;
    const auto catalog = detectors::load_catalog(source_tree(), folder.path);
    REQUIRE(catalog);
    CHECK(detectors::check_rules(*catalog, folder.path).empty());
  }
}
