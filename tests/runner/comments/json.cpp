#include <doctest/doctest.h>

#include "runner/comments/comments.hpp"

using namespace runner::comments;
using detectors::source::Line;
using detectors::source::Severity;
using namespace runner::review;

TEST_CASE("lines without a file are a fault, and no lines") {
  const Take take = [](Found&& found) { CHECK(found.comment.lines.none()); };
  const auto read_back = read(*format_named("json"), "r.json",
                              R"({"comments": [{"lines": "3", "columns": "1-2", "body": "x"}]})", take);
  REQUIRE_FALSE(read_back);
  CHECK(read_back.error()[0].problem == "comments[0].lines stands without a file");
}

TEST_CASE("read_json: the least that a comment needs") {
  const auto imported = read_json("r.json", R"({"verdict": "request-changes", "comments": [
    {"file": "app/x.py", "lines": "12-14", "body": "no timeout", "severity": "blocker"},
    {"file": "app/x.py", "lines": 7, "body": "one line"},
    {"file": "app/x.py", "body": "the file"},
    {"body": "all of it"}]})");
  REQUIRE(imported);
  CHECK(imported->notes.empty());
  CHECK(imported->review.verdict == Verdict::request_changes);
  const auto& comments = imported->review.comments;
  REQUIRE(comments.size() == 4);
  CHECK(comments[0].lines == LineSpan{Line{12}, Line{14}});
  CHECK(comments[0].severity == Severity::blocker);
  CHECK(comments[1].lines == LineSpan{Line{7}, Line{7}});
  CHECK(comments[0].scope == CommentScope::lines);
  CHECK(comments[2].scope == CommentScope::file);
  CHECK(comments[3].scope == CommentScope::review);
  CHECK(comments[3].id == "c4");
  CHECK(comments[3].source == "json");
}

TEST_CASE("write_json: a review comes back as it was") {
  Comment full{.id = "a",
               .scope = CommentScope::lines,
               .path = "app/ä.py",
               .side = Side::before,
               .lines = {Line{3}, Line{4}},
               .columns = {Column{5}, Column{0}},
               .body = "it \"hangs\"\n\n```suggestion\nx\n```\n",
               .suggestions = {{{Line{3}, Line{3}}, "x = 1\n"}, {{Line{4}, Line{4}}, ""}},
               .severity = Severity::nit,
               .label = "issue",
               .decorations = {"blocking"},
               .author = "cand-7",
               .thread = "t1",
               .reply_to = "b",
               .state = CommentState::draft,
               .resolved = true,
               .anchor = AnchorQuality::outdated,
               .anchor_note = "it was line 9",
               .source = "cli",
               .origin = {.instance = "tool",
                          .external_id = "17",
                          .commit = "cc",
                          .created_at = "2026-03-17T08:42:00Z",
                          .updated_at = "2026-03-17T08:43:00Z"},
               .raw = "{\"x\": 1}"};
  Comment file{
      .id = "b", .scope = CommentScope::file, .path = "app/x.py", .body = "no tests", .source = "json"};
  Comment whole{.id = "c2", .body = "fine", .source = ""};
  for (const auto verdict : {Verdict::none, Verdict::approve, Verdict::request_changes, Verdict::comment}) {
    const Review review{.comments = {full, file, whole}, .verdict = verdict};
    const auto back = read_json("r.json", write_json(review));
    if (!back) FAIL(to_string(back.error()[0]));
    CHECK(back->review == review);
    CHECK(back->notes.empty());
  }
  CHECK(write_json({}) == "{\n  \"version\": 1,\n  \"verdict\": \"none\",\n  \"comments\": []\n}\n");
}

TEST_CASE("read_json: ids are given where there is none, and never twice") {
  const auto imported =
      read_json("r.json", R"({"comments": [{"body": "1"}, {"id": "c1", "body": "2"}, {"body": "3"}]})");
  REQUIRE(imported);
  CHECK(imported->review.comments[0].id == "c2");
  CHECK(imported->review.comments[1].id == "c1");
  CHECK(imported->review.comments[2].id == "c3");
}

TEST_CASE("read_json: an answer to a comment that is elsewhere is noted") {
  const auto imported = read_json("r.json", R"({"comments": [{"body": "1", "reply_to": "zz"}]})");
  REQUIRE(imported);
  CHECK(imported->notes == std::vector<std::string>{"comment c1 answers 'zz', which is not in this file"});
}

TEST_CASE("read_json: faults") {
  struct Row {
    std::string_view json, fault;
  };
  const Row rows[] = {
      {"", "r.json:1: not valid JSON; mend the syntax at or before this line"},
      {"{\n\"comments\": [\n{]\n",
       "r.json:4: the file ends within what begins on line 1; fetch or write the whole of it again"},
      {"{\"comments\": [{\"body\": \"\xff\"}]}", "r.json:1: is not UTF-8 text; save the file as UTF-8"},
      {"[]", "r.json: the file is not an object; write {…} there"},
      {"{}", "r.json: comments is missing; write \"comments\": […]"},
      {R"({"comments": {}})", "r.json: comments is not a list; write \"comments\": […]"},
      {R"({"version": 2, "comments": []})", "r.json: version is 2; this program reads version 1"},
      {R"({"verdict": "no", "comments": []})",
       "r.json: verdict is \"no\"; use one of: approve, request-changes, comment, none"},
      {R"({"verdict": 3, "comments": []})",
       "r.json: verdict is 3; use one of: approve, request-changes, comment, none"},
      {R"({"coments": [], "comments": []})", "r.json: coments is an unknown key; did you mean 'comments'?"},
      {R"({"comments": [], "comments": []})",
       "r.json: comments stands twice in one object; keep one of them"},
      {R"({"comments": [7]})", "r.json:1: comments[0] is not an object; write {…} there"},
      {R"({"comments": [{"body": "x", "line": 3}]})",
       "r.json:1: comments[0].line is an unknown key; did you mean 'lines'?"},
      {R"({"comments": [{}]})",
       "r.json:1: comments[0].body is missing; write what is wrong, or remove the comment"},
      {R"({"comments": [{"body": " \n"}]})",
       "r.json:1: comments[0].body is empty; write what is wrong, or remove the comment"},
      {R"({"comments": [{"body": 3}]})", "r.json:1: comments[0].body is not a text; write a text in quotes"},
      {R"({"comments": [{"body": "x", "lines": "3"}]})",
       "r.json:1: comments[0].lines stands without a file; add file"},
      {R"({"comments": [{"body": "x", "file": "y", "lines": "3-1"}]})",
       "r.json:1: comments[0].lines is \"3-1\"; write \"12\" or \"12-14\""},
      {R"({"comments": [{"body": "x", "file": "y", "lines": 0}]})",
       "r.json:1: comments[0].lines is 0; write \"12\" or \"12-14\""},
      {R"({"comments": [{"body": "x", "file": "y", "lines": -1}]})",
       "r.json:1: comments[0].lines is -1; write \"12\" or \"12-14\""},
      {R"({"comments": [{"body": "x", "severity": "huge"}]})",
       "r.json:1: comments[0].severity is \"huge\"; use one of: blocker, major, minor, nit"},
      {R"({"comments": [{"body": "x", "side": "left"}]})",
       "r.json:1: comments[0].side is \"left\"; use one of: after, before"},
      {R"({"comments": [{"body": "x", "columns": "0-3"}]})",
       "r.json:1: comments[0].columns is \"0-3\"; write \"5-9\": the first column and the one after the "
       "last"},
      {R"({"comments": [{"body": "x", "decorations": "a"}]})",
       "r.json:1: comments[0].decorations is not a list of texts; write [\"…\"] there"},
      {R"({"comments": [{"body": "x", "resolved": 1}]})",
       "r.json:1: comments[0].resolved is neither true nor false; write true or false"},
      {R"({"comments": [{"body": "x", "state": null}]})",
       "r.json:1: comments[0].state is not a text; write a text in quotes"},
      {R"({"comments": [{"id": "a", "body": "x"}, {"id": "a", "body": "y"}]})",
       "r.json:1: comments[1].id is \"a\", which another comment has; give it one of its own, or leave it "
       "out"},
      {R"({"comments": [{"suggestions": [{"text": "x"}]}]})",
       "r.json:1: comments[0].suggestions[0].lines is missing; add the lines that it replaces"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    const auto imported = read_json("r.json", row.json);
    REQUIRE_FALSE(imported);
    REQUIRE(imported.error().size() == 1);
    CHECK(detectors::source::to_string(imported.error()[0]) == row.fault);
  }
}

TEST_CASE("read_json: every fault is reported") {
  const auto imported =
      read_json("r.json", R"({"x": 1, "verdict": "y", "comments": [{"body": 1}, {"boddy": "z"}]})");
  REQUIRE_FALSE(imported);
  CHECK(imported.error().size() == 5);
}

TEST_CASE("read_json: a hundred thousand brackets do no harm") {
  CHECK_FALSE(read_json("r.json", "{\"comments\": " + std::string(100'000, '[')));
  CHECK_FALSE(
      read_json("r.json", "{\"comments\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}"));
}
