#include "runner/exercise/plant.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::exercise;
using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::Outline;
using detectors::source::Scope;
using detectors::source::ScopeKind;
using detectors::source::SourceFile;
using detectors::source::TextEdit;

namespace {

// "def <name>" at the start of a line, to the file's end, is a function; that is enough syntax for these
// tests.
Outline outline(const SourceFile& file) {
  Outline result{{.kind = ScopeKind::file, .lines = {Line{1}, Line{file.line_count()}}}};
  for (int i = 1; i <= file.line_count(); ++i) {
    const auto line = file.line(Line{i});
    if (!line.starts_with("def ")) continue;
    const auto name = line.substr(4, line.find('(') - 4);
    result.push_back({.kind = ScopeKind::function,
                      .name = std::string(name),
                      .lines = {Line{i}, Line{file.line_count()}},
                      .header = {Line{i}, Line{i}},
                      .parent = 0});
  }
  return result;
}

// An edit that turns one piece of the text, which stands there once, into another.
TextEdit turn(const std::string& text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return detectors::source::trimmed({{at, at + from.size()}, to}, text);
}

std::string drawn(const std::vector<runner::review::Place>& places) {
  std::string result;
  for (const auto& place : places)
    result += fmt::format("{}{}:{}{}", result.empty() ? "" : " ", place.path, to_string(place.lines),
                          place.role == runner::review::PlaceRole::primary   ? ""
                          : place.role == runner::review::PlaceRole::related ? "r"
                                                                             : "n");
  return result;
}

std::string faults_of(const Faults& faults) {
  std::string all;
  for (const auto& fault : faults) all += (all.empty() ? "" : "\n") + to_string(fault);
  return all;
}

// A two-file exercise with the defects given by id; plant(…) of all of them.
struct Stage {
  Exercise exercise;
  std::vector<DefectEdits> edits;
  std::vector<std::string> chosen;

  explicit Stage(std::string text) {
    exercise.id = "small";
    exercise.tree = {{"a.py", std::move(text)}, {"b.py", "def b():\n    pass\n"}};
  }
  void add(const std::string& id, TreeEdits changes, std::vector<PlaceRef> places = {}) {
    exercise.defects.push_back({.id = id, .places = std::move(places)});
    edits.push_back({id, std::move(changes)});
    chosen.push_back(id);
  }
  [[nodiscard]] Checked<Planted> run() const { return plant(exercise, edits, chosen, outline); }
};

}  // namespace

TEST_CASE("plant: where one edit of one file stands afterwards") {
  struct Row {
    std::string text, from, to, now, place;
  };
  const Row rows[] = {
      {"a\nb(3)\nc\n", "b(3)", "b()", "a\nb()\nc\n", "2"},              // cut from a line that stays
      {"a\nb\nc\n", "b\n", "B\n", "a\nB\nc\n", "2"},                    // a line altered
      {"a\nb\nc\n", "b\n", "x\ny\n", "a\nx\ny\nc\n", "2-3"},            // one line becomes two
      {"a\nb\nc\n", "b\n", "b\nx\ny\n", "a\nb\nx\ny\nc\n", "3-4"},      // lines added
      {"a\nb\nc\n", "b\n", "", "a\nc\n", "1-2"},                        // a line gone: those around it
      {"a\nb\nc\n", "a\nb\n", "", "c\n", "1"},                          // gone at the top
      {"a\nb\nc\n", "b\nc\n", "", "a\n", "1"},                          // gone at the end
      {"a\nb\nc", "\nc", "", "a\nb", "2"},                              // gone at the end without a newline
      {"a\nb", "b", "b\nc", "a\nb\nc", "3"},                            // added at the end without a newline
      {"a\n  b\nc\n", "  b\n", "  x\n  b\n", "a\n  x\n  b\nc\n", "2"},  // the shared indent does not count
      {"if a:\n  b\n", "  b\n", "    b\n", "if a:\n    b\n", "2"},      // only blanks change
      {"a\r\nb\r\nc\r\n", "b\r\n", "x\r\ny\r\n", "a\r\nx\r\ny\r\nc\r\n", "2-3"},
      {"a\n", "a\n", "", "", ""},  // nothing is left to point to
  };
  for (const auto& row : rows) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    Stage stage(row.text);
    stage.add("d", {{.path = "a.py", .edits = {turn(row.text, row.from, row.to)}}});
    stage.exercise.defects[0].absence = true;  // so that a defect without a place may pass
    const auto planted = stage.run();
    REQUIRE(planted);
    CHECK(planted->tree[0].text == row.now);
    CHECK(drawn(planted->stands[0].places) == (row.place.empty() ? "" : "a.py:" + row.place));
  }
}

TEST_CASE(
    "plant: edits on neighbouring lines and on one line compose, and each stands where it is in the end") {
  const std::string text = "one(1)\ntwo(a, b)\nthree(3)\n";
  Stage stage(text);
  stage.add("first", {{.path = "a.py", .edits = {turn(text, "one(1)\n", "zero\none(1)\n")}}});
  stage.add("left", {{.path = "a.py", .edits = {turn(text, "two(a,", "two(x,")}}});
  stage.add("right", {{.path = "a.py", .edits = {turn(text, " b)", " y)")}}});
  stage.add("next", {{.path = "a.py", .edits = {turn(text, "three(3)", "three()")}}});
  const auto planted = stage.run();
  if (!planted) FAIL(faults_of(planted.error()));
  CHECK(planted->tree[0].text == "zero\none(1)\ntwo(x, y)\nthree()\n");
  CHECK(drawn(planted->stands[0].places) == "a.py:1");
  CHECK(drawn(planted->stands[1].places) == "a.py:3");
  CHECK(drawn(planted->stands[2].places) == "a.py:3");
  CHECK(drawn(planted->stands[3].places) == "a.py:4");
}

TEST_CASE("plant: the order of the chosen does not change the tree, and stands follow the order") {
  const std::string text = "a\nb\nc\n";
  Stage stage(text);
  stage.add("p", {{.path = "a.py", .edits = {turn(text, "a\n", "A\n")}}});
  stage.add("q", {{.path = "a.py", .edits = {turn(text, "c\n", "C\n")}}});
  const auto forward = stage.run();
  std::swap(stage.chosen[0], stage.chosen[1]);
  const auto backward = stage.run();
  REQUIRE((forward && backward));
  CHECK(forward->tree == backward->tree);
  CHECK(backward->stands[0].defect == "q");
  CHECK(drawn(backward->stands[0].places) == "a.py:3");
}

TEST_CASE("plant: several files, a file made, a file removed, named places last") {
  const std::string text = "def a():\n    x\n    y\n";
  Stage stage(text);
  stage.add("many",
            {{.path = "a.py", .edits = {turn(text, "x", "z"), turn(text, "    y\n", "")}},
             {.path = "b.py", .deleted = true},
             {.path = "lib/c.py", .created = true, .edits = {{{0, 0}, "def c():\n    pass\n"}}}},
            {{.path = "lib/c.py", .symbol = "c", .role = runner::review::PlaceRole::neutral},
             {.path = "a.py", .code = "def a"}});
  const auto planted = stage.run();
  if (!planted) FAIL(faults_of(planted.error()));
  CHECK(planted->tree == Tree{{"a.py", "def a():\n    z\n"}, {"lib/c.py", "def c():\n    pass\n"}});
  CHECK(drawn(planted->stands[0].places) == "a.py:2 lib/c.py:1-2 lib/c.py:1n a.py:1r");
}

TEST_CASE("plant: what cannot be planted") {
  const std::string text = "def a():\n    call(1, 2)\n";
  const std::string patch = "exercises/small/defects/p/plant.patch: ";
  struct Row {
    TreeEdits p, q;
    std::string fault;
  };
  const TextEdit first = turn(text, "call(1", "call(7");
  const Row rows[] = {
      {{{.path = "a.py", .edits = {first}}},
       {{.path = "a.py", .edits = {turn(text, "call(1, 2)", "no")}}},
       patch + "'p' and 'q' both change a.py, line 2 of tree/; write excludes = [\"q\"] in p's defect.toml, "
               "or move one of them"},
      {{{.path = "a.py", .edits = {{{9, 9}, "x"}}}},
       {{.path = "a.py", .edits = {{{9, 9}, "y"}}}},
       patch + "'p' and 'q' both change a.py, line 2 of tree/; write excludes = [\"q\"] in p's defect.toml, "
               "or move one of them"},
      {{{.path = "b.py", .deleted = true}},
       {{.path = "b.py", .edits = {{{0, 0}, "x"}}}},
       patch +
           "'p' and 'q' both change b.py; write excludes = [\"q\"] in p's defect.toml, or move one of them"},
      {{{.path = "n.py", .created = true, .edits = {{{0, 0}, "x"}}}},
       {{.path = "n.py", .created = true, .edits = {{{0, 0}, "x"}}}},
       patch +
           "'p' and 'q' both change n.py; write excludes = [\"q\"] in p's defect.toml, or move one of them"},
      {{{.path = "a.py", .created = true}},
       {},
       patch + "creates a.py, which is there already; make the patch again from tree/"},
      {{{.path = "z.py", .edits = {first}}},
       {},
       patch + "changes z.py, which is not in the tree; make the patch again from tree/"},
      {{{.path = "../z.py", .created = true}},
       {},
       patch + "the path '../z.py' has the part '..'; make the patch again from tree/"},
      {{{.path = "a.py", .edits = {{{0, 900}, ""}}}},
       {},
       patch + "changes bytes that a.py does not have; make the patch again from tree/"},
      {{{.path = "a.py", .edits = {first, first}}},
       {},
       patch + "changes one place of a.py twice; make the patch again from tree/"},
      {{{.path = "b.py", .deleted = true}},
       {},
       "exercises/small/defects/p/defect.toml: the defect has no place: its patch leaves no line behind; add "
       "[[places]] with a path and code, or absence = true"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.fault);
    Stage stage(text);
    stage.add("p", row.p);
    if (!row.q.empty()) stage.add("q", row.q);
    const auto planted = stage.run();
    REQUIRE_FALSE(planted);
    CHECK(faults_of(planted.error()) == row.fault);
  }
}

TEST_CASE("plant: an id that the exercise does not have") {
  Stage stage("x\n");
  stage.chosen = {"ghost"};
  const auto planted = stage.run();
  REQUIRE_FALSE(planted);
  CHECK(faults_of(planted.error()) ==
        "exercises/small: has no defect 'ghost' to plant; choose from the folders of defects/");
}

TEST_CASE("apply: makes a tree of a tree, and touches no other file") {
  const Tree tree{{"a", "1\n2\n"}, {"b", "x\n"}};
  const auto applied = apply(tree, {{.path = "a", .edits = {{{0, 1}, "one"}}},
                                    {.path = "c/d", .created = true, .edits = {{{0, 0}, "new\n"}}}});
  REQUIRE(applied);
  CHECK(*applied == Tree{{"a", "one\n2\n"}, {"b", "x\n"}, {"c/d", "new\n"}});
  CHECK_FALSE(apply(tree, {{.path = "zz", .deleted = true}}));
}
