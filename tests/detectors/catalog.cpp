#include "detectors/catalog.hpp"

#include <unistd.h>

#include <ctime>
#include <filesystem>

#include "data.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"
#include "tests/source_tree.hpp"

using namespace detectors;
namespace fs = std::filesystem;

namespace {

// A data folder of its own, removed at the end.
struct Folder {
  fs::path path = fs::temp_directory_path() /
                  fmt::format("seedfault-catalog-test-{}", getpid());  // tests may run side by side
  Folder() {
    fs::remove_all(path);
    for (const auto* part : {"classes", "tables", "rules/missing-timeout", "languages/python"})
      fs::create_directories(path / "detectors" / part);
    fs::copy_file(source_tree("/detectors/languages/python/facts.scm"),
                  path / "detectors/languages/python/facts.scm");
    write("classes/missing-timeout.toml", good_class);
    write("tables/http.toml", "[[call]]\nnames = [\"http.get\"]\nis = [\"outbound\"]\n");
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path / "detectors" / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::vector<std::string> problems() const {
    const auto loaded = load_catalog(path);
    std::vector<std::string> result;
    if (!loaded)
      for (const auto& fault : loaded.error()) result.push_back(fault.problem);
    return result;
  }

  static constexpr auto good_class = R"(title = "t"
pattern = "dependency-failure-cascade"
skill = "resilience-engineering"
what = "w"
why = "w"
fix = "f"
[words]
cause = ["no timeout"]
)";
};

std::string rule(const std::string& match, const std::string& more = "") {
  return "languages = [\"python\"]\nseverity = \"major\"\nmessage = \"`{callee}`\"\nwhy = \"w\"\nfix = "
         "\"f\"\n[match]\n" +
         match +
         "\n[[examples]]\nlanguage = \"python\"\nbad = \"import http\\nhttp.get(1)\"\ngood = \"x = 1\"\n" +
         more;
}

}  // namespace

TEST_CASE("the real data load, fast") {
  const auto begun = std::clock();
  const auto loaded = load_catalog(source_tree());
  const auto seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
  if (!loaded)
    for (const auto& fault : loaded.error()) MESSAGE(source::to_string(fault));
  REQUIRE(loaded.has_value());
  CHECK(loaded->classes.size() >= 40);
  CHECK(loaded->rules->rules.size() >= 20);
  CHECK(seconds < 2);  // far above what it takes, below what a mistake would
}

TEST_CASE("every rule finds its bad examples and leaves its good ones") {
  for (const auto& fault : check_rules(real_catalog())) FAIL_CHECK(source::to_string(fault));
}

TEST_CASE("classes are sorted and found by id") {
  const auto& catalog = real_catalog();
  REQUIRE(find_class(catalog, "missing-timeout") != nullptr);
  CHECK(find_class(catalog, "missing-timeout")->skill == "resilience-engineering");
  CHECK(find_class(catalog, "missing") == nullptr);
  CHECK(find_class(catalog, "") == nullptr);
}

TEST_CASE("a folder of one's own") {
  const Folder folder;
  folder.write("rules/missing-timeout/r.toml", rule("subject = \"call\"\ncall = [\"outbound\"]"));
  const auto loaded = load_catalog(folder.path);
  REQUIRE(loaded.has_value());
  CHECK(check_rules(*loaded).empty());
  const auto found = scan({"a.py", "import http\n\nhttp.get(2)\n"}, *loaded).findings;
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "r");
  CHECK(found[0].class_id == "missing-timeout");
  CHECK(found[0].begin.line == source::Line{3});
  CHECK(found[0].message == "`http.get`");
}

namespace {

Confidence confidence_of(const std::string& text, const std::string& code) {
  const Folder folder;
  folder.write("rules/missing-timeout/r.toml", text);
  const auto loaded = load_catalog(folder.path);
  REQUIRE(loaded.has_value());
  const auto found = scan({"a.py", code}, *loaded).findings;
  REQUIRE(found.size() == 1);
  return found[0].confidence;
}

}  // namespace

TEST_CASE("a rule says where its findings are of high confidence") {
  const auto text = rule("subject = \"call\"\ncall = [\"outbound\"]");
  const auto in_loop = text + "[[high-confidence]]\nwhen = \"w\"\ninside = [\"loop\"]\n";
  const auto in_python = text + "[[high-confidence]]\nlanguages = [\"python\"]\n";
  const std::string once = "import http\nhttp.get(2)\n";
  const std::string looped = "import http\nfor x in xs:\n  http.get(x)\n";
  CHECK(confidence_of(text, once) == Confidence::high);
  CHECK(confidence_of("confidence = \"low\"\n" + text, once) == Confidence::low);
  CHECK(confidence_of(in_loop, once) == Confidence::low);
  CHECK(confidence_of(in_loop, looped) == Confidence::high);
  CHECK(confidence_of(in_python, once) == Confidence::high);
  CHECK(confidence_of(in_loop + "argument_absent = [\"timeout\"]\n", looped) == Confidence::high);
  CHECK(confidence_of(in_loop + "argument_absent = [\"timeout\"]\n",
                      "import http\nfor x in xs:\n  http.get(x, timeout=1)\n") == Confidence::low);
  const auto two = in_loop + "[[high-confidence]]\nwhen = \"v\"\nargument_absent = [\"timeout\"]\n";
  CHECK(confidence_of(two, once) == Confidence::high);
}

TEST_CASE("the surest of a function's findings stands for all of them") {
  const auto text = rule("subject = \"call\"\ncall = [\"outbound\"]\nonce_per_function = true") +
                    "[[high-confidence]]\nwhen = \"w\"\ninside = [\"loop\"]\n";
  const Folder folder;
  folder.write("rules/missing-timeout/r.toml", text);
  const auto loaded = load_catalog(folder.path);
  REQUIRE(loaded.has_value());
  const auto found =
      scan({"a.py", "import http\nhttp.get(1)\nfor x in xs:\n  http.get(x)\n  http.get(y)\n"}, *loaded)
          .findings;
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin.line == source::Line{4});
  CHECK(found[0].confidence == Confidence::high);
}

TEST_CASE("faults of classes, all at once") {
  const Folder folder;
  folder.write("classes/bad.toml",
               "title = \"t\"\npattern = \"no-such\"\nskil = \"x\"\n[words]\ntopics = []\n");
  const auto problems = folder.problems();
  const auto has = [&](const std::string& text) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](auto& p) { return p.find(text) != std::string::npos; });
  };
  CHECK(has("'pattern' is \"no-such\""));
  CHECK(has("unknown key 'skil'"));
  CHECK(has("'what' is missing"));
  CHECK(has("unknown key 'topics'"));
  CHECK(has("no words for the cause"));
}

TEST_CASE("faults of rules") {
  struct Row {
    std::string text, problem;
  };
  for (const auto& row : {
           Row{rule("subject = \"call\"\ninsid = [\"loop\"]"), "unknown key 'insid'"},
           Row{rule("subject = \"cal\""), "'subject' is \"cal\""},
           Row{rule("subject = \"call\"\ncall = [\"no-such-label\"]"),
               "no table row gives the label 'no-such-label'"},
           Row{rule("subject = \"call\"\ninside = [\"lop\"]"), "'lop' is not known"},
           Row{rule("subject = \"pattern\""), "'patterns' is missing"},
           Row{rule("subject = \"pattern\"\npatterns = [\"f(\"]"), "`f(` is not valid code of the language"},
           Row{rule("subject = \"query\""), "'query' is missing"},
           Row{rule("subject = \"query\"\nquery = \"none.scm\""), "'none.scm' cannot be read"},
           Row{rule("subject = \"call\"", "[[examples]]\nlanguage = \"go\"\nbad = \"x\"\n"),
               "the example's language is none of the rule's"},
           Row{"languages = [\"cobol\"]\n[match]\nsubject = \"call\"\n", "'cobol' is no language"},
           Row{"languages = [\"python\"]\n", "the table [match] is missing"},
           Row{"confidence = \"certain\"\n" + rule("subject = \"call\""), "'confidence' is \"certain\""},
           Row{rule("subject = \"call\"", "[[high-confidence]]\nlanguages = [\"go\"]\n"),
               "go is none of the rule's languages"},
           Row{rule("subject = \"call\"", "[[high-confidence]]\ninside = [\"loop\"]\n"), "'when' is missing"},
           Row{rule("subject = \"call\"", "[[high-confidence]]\nwhen = \"w\"\nsubject = \"call\"\n"),
               "unknown key 'subject'"},
           Row{"confidence = \"low\"\n" + rule("subject = \"call\"", "[[high-confidence]]\n"),
               "'confidence' is said for all of the rule as well"},
           Row{"x = \n", "not valid TOML"},
       }) {
    const Folder folder;
    folder.write("rules/missing-timeout/r.toml", row.text);
    const auto problems = folder.problems();
    CAPTURE(row.problem);
    CHECK(std::any_of(problems.begin(), problems.end(),
                      [&](auto& p) { return p.find(row.problem) != std::string::npos; }));
  }
}

TEST_CASE("a rule without examples, of no class, or there twice") {
  const Folder folder;
  auto text = rule("subject = \"call\"");
  folder.write("rules/missing-timeout/r.toml", text.substr(0, text.find("[[examples]]")));
  fs::create_directories(folder.path / "detectors/rules/no-class");
  folder.write("rules/no-class/r.toml", text);
  const auto problems = folder.problems();
  REQUIRE(problems.size() == 4);
  CHECK(problems[0] == "no bad example in python");
  CHECK(problems[1] == "no good example in python");
  CHECK(problems[2] == "there is a rule 'r' already");
  CHECK(problems[3] == "there is no class 'no-class'");
}

TEST_CASE("examples that do not hold are named") {
  const Folder folder;
  folder.write("rules/missing-timeout/r.toml", rule("subject = \"call\"\ncall = [\"other.call\"]"));
  folder.write("rules/missing-timeout/s.toml",
               rule("subject = \"call\"", "[[examples]]\nlanguage = \"python\"\ngood = \"f(1)\"\n"));
  const auto loaded = load_catalog(folder.path);
  REQUIRE(loaded.has_value());
  const auto faults = check_rules(*loaded);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].problem == "the python bad example (1. of the rule) is not found by 'r'");
  CHECK(faults[1].problem == "the python good example (3. of the rule) is reported at its line 1: `f`");
}

TEST_CASE("a broken facts.scm is a note of the scan and a fault of the check") {
  const Folder folder;
  folder.write("rules/missing-timeout/r.toml", rule("subject = \"call\"\ncall = [\"outbound\"]"));
  folder.write("languages/python/facts.scm", "(no_such_node) @call");
  const auto loaded = load_catalog(folder.path);
  REQUIRE(loaded.has_value());
  const auto notes = scan({"a.py", "x = 1"}, *loaded).notes;
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].find("no such node kind") != std::string::npos);
  CHECK(!check_rules(*loaded).empty());
}

TEST_CASE("a data folder that is not there") {
  const auto loaded = load_catalog("/no/such/folder");
  REQUIRE_FALSE(loaded.has_value());
  CHECK(loaded.error().size() == 3);
}
