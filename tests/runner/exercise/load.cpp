#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/exercise.hpp"
#include "tests/runner/exercise/folder_in_test.hpp"

using namespace runner::exercise;
using runner::review::Level;

namespace {

std::vector<std::string> faults_of(const ExerciseFolder& folder) {
  const auto exercise = load(folder.path());
  std::vector<std::string> faults;
  if (!exercise)
    for (const auto& fault : exercise.error()) faults.push_back(to_string(fault));
  return faults;
}

}  // namespace

TEST_CASE("load: a sound folder, every part of it") {
  const ExerciseFolder folder;
  const auto exercise = load(folder.path());
  if (!exercise) FAIL(to_string(exercise.error()[0]));
  CHECK(exercise->id == "small");
  CHECK(exercise->title == "Small");
  CHECK(exercise->level == "L4");
  CHECK(exercise->minutes == 30);
  CHECK(exercise->patterns == std::vector<std::string>{"dependency-failure-cascade"});
  CHECK(exercise->plant.at_most == 2);
  CHECK(exercise->plant.always == std::vector<std::string>{"no-timeout"});
  CHECK(exercise->pull_request.branch == "pay-412");
  CHECK(exercise->pull_request.body == "It charges.\n");
  CHECK(exercise->tree == Tree{{"app/x.py", "def charge():\n    call(timeout=3)\n"}});
  CHECK(exercise->artifacts == Tree{{"logs/app.log", "started\n"}});
  REQUIRE(exercise->defects.size() == 2);
  const auto& defect = exercise->defects[0];
  CHECK(defect.id == "no-timeout");
  CHECK(defect.severity == detectors::source::Severity::blocker);
  CHECK(defect.weight == 2);
  CHECK(defect.words.cause == std::vector<std::string>{"{absent} timeout"});
  CHECK(defect.proof_name == "proof.py");
  CHECK(defect.proof == "assert True\n");
  CHECK(defect.detectable == Detectable::yes);
  REQUIRE(defect.places.size() == 1);
  CHECK(defect.places[0].symbol == "charge");
  CHECK(defect.places[0].role == runner::review::PlaceRole::neutral);
  REQUIRE(exercise->decoys.size() == 1);
  CHECK(exercise->decoys[0].id == "session");
  REQUIRE(exercise->reviews.size() == 1);
  const auto& sample = exercise->reviews[0];
  CHECK(sample.name == "strong");
  CHECK(sample.review.verdict == runner::review::Verdict::request_changes);
  REQUIRE(sample.review.comments.size() == 2);
  CHECK(to_string(sample.review.comments[0].lines) == "1-2");
  CHECK(sample.review.comments[1].scope == runner::review::CommentScope::review);
  CHECK(sample.expected == std::vector<std::pair<std::string, Level>>{{"no-timeout", Level::identified},
                                                                      {"swallowed", Level::missed}});
  CHECK(sample.expected_decoy_hits == 0);
  CHECK(exercise->digest.size() == 64);
}

// The message must name place, problem and remedy; the row's text is the whole of it.
TEST_CASE("load: one broken thing, one fault") {
  struct Row {
    std::string file, from, to, fault;
  };
  const std::string exercise = "exercise.toml";
  const std::string defect = "defects/swallowed/defect.toml";
  const std::string decoy = "decoys/session.toml";
  const std::string review = "reviews/strong.json";
  const Row rows[] = {
      {exercise, "title = \"Small\"", "titel = \"Small\"",
       "exercise.toml:1: 'title' is missing; add title = \"…\""},
      {exercise, "summary =", "sumary = \"\"\nsummary =",
       "exercise.toml:3: unknown key 'sumary'; did you mean 'summary'?"},
      {exercise, "\"1\"", "1",
       "exercise.toml:2: 'version' is a whole number, not a text; write a text there"},
      {exercise, "\"Small\"", "\" \"", "exercise.toml:1: 'title' is empty; write it"},
      {exercise, "\"L4\"", "\"L9\"", "exercise.toml:5: 'level' is \"L9\"; use one of: L3, L4, L5+"},
      {exercise, "minutes = 30", "minutes = 0",
       "exercise.toml:6: 'minutes' is 0; write a number from 1 to 240"},
      {exercise, "dependency-failure-cascade", "dependency-failure-cascades",
       "exercise.toml:8: 'patterns' names 'dependency-failure-cascades', which does not exist; did you mean "
       "'dependency-failure-cascade'?"},
      {exercise, "at_most = 2", "at_most = 3",
       "exercise.toml:12: 'at_most' is 3; write a number from 1 to 2"},
      {exercise, "at_least = 1\nat_most = 2", "at_least = 2\nat_most = 1",
       "exercise.toml:11: 'at_least' is more than 'at_most'; let at_least be the smaller"},
      {exercise, "[\"no-timeout\"]", "[\"no-timeouts\"]",
       "exercise.toml:13: 'always' names 'no-timeouts', which does not exist; did you mean 'no-timeout'?"},
      {exercise, "[\"no-timeout\"]", "[\"no-timeout\", \"no-timeout\"]",
       "exercise.toml: plant.always names 'no-timeout' twice; name it once"},
      {exercise, "[plant]", "[plants]", "exercise.toml:10: unknown key 'plants'; did you mean 'plant'?"},
      {exercise, "Mira Novak", "Mira <m@x>",
       "exercise.toml:16: 'author' has an angle bracket; write the name and the address apart"},
      {exercise, "mira@payments.example", "mira",
       "exercise.toml:17: 'email' is \"mira\"; write an address with an @"},
      {exercise, "\"pay-412\"", "\"main\"",
       "exercise.toml:18: 'branch' is \"main\": that name is taken; write a name like pay-412-webhook"},
      {exercise, "09:42:00+01:00", "09:42",
       "exercise.toml:21: 'when' is \"2026-03-17T09:42\"; write it as \"2026-03-17T09:42:00+01:00\""},
      {exercise, "03-17T", "02-30T",
       "exercise.toml:21: 'when' is \"2026-02-30T09:42:00+01:00\"; write it as "
       "\"2026-03-17T09:42:00+01:00\""},
      {exercise, "minutes = 30", "minutes = ", "exercise.toml:6: not valid TOML"},
      {defect,
       "class = ", "klass = ", "defects/swallowed/defect.toml:1: unknown key 'klass'; did you mean 'class'?"},
      {defect, "\"blocker\"", "\"nit\"",
       "defects/swallowed/defect.toml:2: 'severity' is \"nit\"; use one of: blocker, major, minor"},
      {defect, "weight = 2", "weight = 0",
       "defects/swallowed/defect.toml:3: 'weight' is 0; write a number above 0"},
      {defect, "weight = 2", "weight = inf",
       "defects/swallowed/defect.toml:3: 'weight' is inf; write a number above 0"},
      {defect, "weight = 2\n", "",
       "defects/swallowed/defect.toml:1: 'weight' is missing; add weight = 1, or more for what matters more"},
      {defect, "near_misses", "excludes = [\"x\"]\nnear_misses",
       "defects/swallowed/defect.toml:7: 'excludes' names 'x', which does not exist; use one of: no-timeout, "
       "swallowed"},
      {defect, "near_misses", "excludes = [\"swallowed\"]\nnear_misses",
       "defects/swallowed/defect.toml:7: the defect excludes itself; remove its own id"},
      {defect, "near_misses", "detector = \"none\"\nnear_misses",
       "defects/swallowed/defect.toml:7: 'detector' is \"none\" without a reason; add detector_reason"},
      {defect, "near_misses", "detector = \"some\"\ndetector_reason = \"x\"\nnear_misses",
       "defects/swallowed/defect.toml:7: 'detector' is \"some\"; write \"none\", or remove it: a detector is "
       "expected"},
      {defect, "near_misses", "detector_reason = \"x\"\nnear_misses",
       "defects/swallowed/defect.toml:7: 'detector_reason' stands without detector = \"none\"; add that, or "
       "remove the reason"},
      {defect, "cause =", "because =", "defects/swallowed/defect.toml:10: unknown key 'because'"},
      {defect, "symbol =", "code = \"x\"\nsymbol =",
       "defects/swallowed/defect.toml:13: the place has both 'code' and 'symbol'; write one of them"},
      {defect, "symbol = \"charge\"\n", "", "the place has neither 'code' nor 'symbol'; write one of them"},
      {defect, "\"neutral\"", "\"other\"",
       "defects/swallowed/defect.toml:14: 'role' is \"other\"; use one of: related, neutral, primary"},
      {defect, "app/x.py", "../x.py",
       "defects/swallowed/defect.toml:12: 'path' has the part '..'; write a path below tree/"},
      {defect, "[[places]]", "[places]",
       "'places' is a table, not a list of tables; write a list of tables there"},
      {decoy, "false_alarm = [\"no timeout\"]\n", "",
       "decoys/session.toml:1: 'false_alarm' is missing; add the phrases by which people would call it a "
       "defect"},
      {decoy, "[[places]]\npath = \"app/x.py\"\ncode = \"def charge\"\n", "",
       "decoys/session.toml:1: the decoy has no place; add [[places]] with a path and code, or a symbol"},
      {review, "\"title\": ", "\"titel\": \"\", \"title\": ",
       "reviews/strong.json: titel is an unknown key; did you mean 'title'?"},
      {review, "request-changes", "reject",
       "reviews/strong.json: verdict is \"reject\"; use one of: approve, request-changes, comment, none"},
      {review, "\"1-2\"", "\"2-1\"",
       "reviews/strong.json: comments[0].lines is \"2-1\"; write \"12\" or \"12-14\""},
      {review, "\"severity\": \"blocker\"", "\"severity\": \"bad\"",
       "reviews/strong.json: comments[0].severity is \"bad\"; use one of: blocker, major, minor, nit"},
      {review, "\"body\": \"fine\"", "\"bodi\": \"fine\", \"body\": \"x\"",
       "reviews/strong.json: comments[1].bodi is an unknown key; did you mean 'body'?"},
      {review, "\"body\": \"fine\"", "\"body\": \"x\", \"body\": \"y\"",
       "reviews/strong.json: body stands twice in one object; keep one of them"},
      {review, ", \"swallowed\": \"missed\"", "",
       "reviews/strong.json: expected.swallowed is missing; add it"},
      {review, "\"swallowed\"", "\"swalowed\": \"missed\", \"swallowed\"",
       "reviews/strong.json: expected.swalowed is an unknown key; did you mean 'swallowed'?"},
      {review, "\"identified\"", "\"seen\"",
       "reviews/strong.json: expected.no-timeout is \"seen\"; use one of: missed, located, identified, "
       "explained, fixed"},
      {review, "hits\": 0", "hits\": -1",
       "reviews/strong.json: expected_decoy_hits is not a number of decoys; write a whole number, 0 or more"},
      {review, "\"title\": ", "\"planted\": [\"swalowed\"], \"title\": ",
       "reviews/strong.json: planted names \"swalowed\", which is no defect of this exercise; its defects "
       "are: "
       "no-timeout, swallowed"},
      {review, "\"body\": \"fine\"", "\"expected\": {}, \"body\": \"x\"",
       "reviews/strong.json: comments[1].expected is an unknown key; remove it; known keys are: file, lines, "
       "body, severity"},
      {review, "\"expected_decoy_hits\"", "expected_decoy_hits",
       "reviews/strong.json:3: not valid JSON; mend the syntax at or before this line"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.file);
    CAPTURE(row.to);
    const ExerciseFolder folder;
    REQUIRE(folder.replace(row.file, row.from, row.to));
    const auto faults = faults_of(folder);
    const bool said = std::any_of(faults.begin(), faults.end(), [&](const auto& fault) {
      return fault.starts_with("exercises/small/") && fault.find(row.fault) != std::string::npos;
    });
    CHECK_MESSAGE(said, fmt::format("{}", fmt::join(faults, "\n")));
    CHECK(faults.size() <= 2);  // a misspelt key is unknown, and the right one missing
  }
}

TEST_CASE("load: parts that are missing, strays, and what no tree may hold") {
  struct Row {
    void (*spoil)(const ExerciseFolder&);
    std::string fault;
  };
  namespace fs = std::filesystem;
  const Row rows[] = {
      {[](auto& f) { f.remove("exercise.toml"); }, "exercises/small/exercise.toml: is missing; add it"},
      {[](auto& f) { f.remove("brief.md"); }, "exercises/small/brief.md: is missing; add it"},
      {[](auto& f) { f.write("pull-request.md", "\n"); },
       "exercises/small/pull-request.md: is empty; write it"},
      {[](auto& f) { f.remove("before.patch"); }, "exercises/small/before.patch: is missing; add it"},
      {[](auto& f) { f.remove("tree"); }, "exercises/small/tree: holds no file; put the sound code there"},
      {[](auto& f) { f.remove("defects/swallowed/plant.patch"); },
       "exercises/small/defects/swallowed/plant.patch: is missing; add it"},
      {[](auto& f) { f.remove("defects/swallowed/defect.toml"); },
       "exercises/small/defects/swallowed/defect.toml: is missing; add it"},
      {[](auto& f) { f.remove("defects/swallowed/proof.py"); },
       "exercises/small/defects/swallowed: has no proof; add proof.<ending>, a program that fails once the "
       "defect is planted"},
      {[](auto& f) { f.write("defects/swallowed/proof.go", "x"); },
       "exercises/small/defects/swallowed: has more than one proof; keep one proof.<ending>"},
      {[](auto& f) { f.write("defects/swallowed/plant.patch", "nothing\n"); },
       "exercises/small/defects/swallowed/plant.patch: changes nothing, so the defect has no place; make it "
       "with `git diff` from the sound tree to the defective one"},
      {[](auto& f) { f.write("notes.txt", "x"); },
       "exercises/small/notes.txt: is not part of an exercise; remove it, or move it to where the layout has "
       "a place for it"},
      {[](auto& f) { f.write("breif.md", "x"); },
       "exercises/small/breif.md: is not part of an exercise; did you mean 'brief.md'?"},
      {[](auto& f) { f.write("defects/swallowed/defekt.toml", "x"); },
       "exercises/small/defects/swallowed/defekt.toml: is not part of an exercise; did you mean "
       "'defect.toml'?"},
      {[](auto& f) { f.write("defects/README", "x"); },
       "exercises/small/defects/README: is not part of an exercise; remove it, or move it to where the "
       "layout has a place for it"},
      {[](auto& f) { fs::create_directory(f.path() / "docs"); },
       "exercises/small/docs: is not part of an exercise; an exercise has tree, defects, decoys, artifacts "
       "and reviews"},
      {[](auto& f) { f.write("decoys/Big One.toml", f.read("decoys/session.toml")); },
       "exercises/small/decoys/Big One.toml: 'Big One' is no id: only a-z, 0-9 and hyphens may stand in it; "
       "rename the file"},
      {[](auto& f) { f.write("brief.md~", "x"); },
       "exercises/small/brief.md~: was left behind by an editor or a tool; remove it"},
      {[](auto& f) { f.write("tree/app/x.py.orig", "x"); },
       "exercises/small/tree/app/x.py.orig: was left behind by an editor or a tool; remove it"},
      {[](auto& f) { f.write("tree/__pycache__/x.pyc", "x"); },
       "exercises/small/tree/__pycache__: was left behind by an editor or a tool; remove it"},
      {[](auto& f) { f.write("tree/.git/config", "x"); },
       "exercises/small/tree/.git: the path reaches into .git; rename or remove it"},
      {[](auto& f) { f.write("tree/a\\b", "x"); },
       "exercises/small/tree/a\\b: the path has a backslash; rename or remove it"},
      {[](auto& f) { f.write("tree/pic.png", std::string("\x89PNG\0\1", 6)); },
       "exercises/small/tree/pic.png: is binary; keep text files only"},
      {[](auto& f) { f.write("tree/latin.py", "# ok\n# gr\xfcn\n"); },
       "exercises/small/tree/latin.py:2: is not UTF-8; save it as UTF-8"},
      {[](auto& f) { f.write("tree/big.txt", std::string(1'000'001, 'x')); },
       "exercises/small/tree/big.txt: is over 1 MB; make it smaller: it is for people to read"},
      {[](auto& f) { fs::create_symlink("/etc/passwd", f.path() / "tree/link"); },
       "exercises/small/tree/link: is a symbolic link; put the file itself there"},
      {[](auto& f) { fs::create_directory_symlink("app", f.path() / "tree/link"); },
       "exercises/small/tree/link: is a symbolic link; put the file itself there"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.fault);
    const ExerciseFolder folder;
    row.spoil(folder);
    CHECK(faults_of(folder) == std::vector<std::string>{row.fault});
  }
}

// What a blind review's comments deserve is kept beside them; what was not planted is not named.
TEST_CASE("load: a blind review") {
  const ExerciseFolder folder;
  folder.write("reviews/blind-plain.json", R"({"title": "A reader", "blind": true, "planted": ["swallowed"],
    "verdict": "comment", "comments": [
      {"id": "c7", "file": "app/x.py", "lines": "1", "body": "why?", "expected": {"swallowed": "located"}},
      {"id": "summary", "body": "good", "expected": {}, "fate": "neutral", "also": ["extra"], "why": "praise"}],
    "expected": {"swallowed": "located"}})");
  const auto exercise = load(folder.path());
  REQUIRE(exercise);
  const auto& sample = exercise->reviews.front();
  CHECK(sample.name == "blind-plain");
  CHECK(sample.blind);
  CHECK(sample.planted == std::vector<std::string>{"swallowed"});
  CHECK(sample.expected == std::vector<std::pair<std::string, Level>>{{"swallowed", Level::located}});
  CHECK(sample.review.comments[0].id == "c7");
  const std::string file = "reviews/blind-plain.json";
  REQUIRE(folder.replace(file, "\"why?\", \"expected\": {\"swallowed\": \"located\"}}", "\"why?\"}"));
  REQUIRE(folder.replace(file, "{\"swallowed\": \"located\"}", "{\"no-timeout\": \"missed\"}"));
  CHECK(faults_of(folder).size() == 3);  // a label is missing, a level of what is not planted, one is missing
}

TEST_CASE("load: exactly 1 MB is allowed") {
  const ExerciseFolder folder;
  folder.write("tree/big.txt", std::string(1'000'000, 'x'));
  CHECK(faults_of(folder).empty());
}

TEST_CASE("load: faults of all files come together") {
  const ExerciseFolder folder;
  REQUIRE(folder.replace("exercise.toml", "minutes = 30", "minutes = 300"));
  REQUIRE(folder.replace("defects/no-timeout/defect.toml", "weight = 2", "weight = -1"));
  REQUIRE(folder.replace("decoys/session.toml", "reason = ", "raison = "));
  REQUIRE(folder.replace("reviews/strong.json", "identified", "x"));
  folder.write("stray", "x");
  CHECK(faults_of(folder).size() == 6);
}

TEST_CASE("load: bounds that exclusions make impossible") {
  const ExerciseFolder folder;
  REQUIRE(folder.replace("exercise.toml", "at_least = 1", "at_least = 2"));
  REQUIRE(folder.replace("defects/swallowed/defect.toml", "near_misses",
                         "excludes = [\"no-timeout\"]\nnear_misses"));
  CHECK(faults_of(folder) ==
        std::vector<std::string>{
            "exercises/small/exercise.toml: plant.at_least is 2, but only 1 defects go together; "
            "lower it, or remove an exclusion"});
  REQUIRE(folder.replace("exercise.toml", "[\"no-timeout\"]", "[\"no-timeout\", \"swallowed\"]"));
  CHECK(faults_of(folder) ==
        std::vector<std::string>{
            "exercises/small/exercise.toml: plant.always names 'no-timeout' and 'swallowed', which "
            "exclude each other; keep one of them there"});
}

TEST_CASE("load: no folder") {
  const auto exercise = load("/nowhere/at/all");
  REQUIRE_FALSE(exercise);
  CHECK(to_string(exercise.error()[0]) == "/nowhere/at/all: is not a folder; name the folder of an exercise");
}

TEST_CASE("load: the digest follows what a score depends on, and nothing else") {
  const ExerciseFolder folder;
  const auto sound = load(folder.path())->digest;
  const auto changes = [&](const std::string& file, std::string_view from, std::string_view to) {
    const auto before = load(folder.path())->digest;
    REQUIRE(folder.replace(file, from, to));
    return load(folder.path())->digest != before;
  };
  CHECK(load(folder.path().string() + "/")->digest == sound);
  CHECK(changes("tree/app/x.py", "call", "kall"));
  CHECK(changes("defects/swallowed/defect.toml", "weight = 2", "weight = 3"));
  CHECK(changes("defects/swallowed/defect.toml", "{absent} timeout", "{missing} timeout"));
  CHECK(changes("defects/swallowed/plant.patch", "call()", "kall()"));
  CHECK(changes("defects/swallowed/proof.py", "True", "1"));
  CHECK(changes("decoys/session.toml", "\"no timeout\"", "\"a timeout\""));
  CHECK(changes("exercise.toml", "version = \"1\"", "version = \"2\""));
  CHECK_FALSE(changes("exercise.toml", "title = ", "# a remark\ntitle = "));
  CHECK_FALSE(changes("brief.md", "Brief", "Short"));
  CHECK_FALSE(changes("reviews/strong.json", "no timeout", "none"));
}

TEST_CASE("list: the folders that hold an exercise, sorted") {
  const ExerciseFolder folder;
  const auto exercises = folder.path().parent_path();
  std::filesystem::create_directories(exercises / "empty");
  std::filesystem::create_directories(exercises / "another");
  std::ofstream(exercises / "another/exercise.toml") << "x";
  std::ofstream(exercises / "README.md") << "x";
  CHECK(list(exercises) == std::vector<std::string>{"another", "small"});
  CHECK(list("/nowhere").empty());
}
