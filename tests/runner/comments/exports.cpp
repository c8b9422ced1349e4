#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "runner/comments/comments.hpp"
#include "runner/comments/export.hpp"
#include "tests/runner/schema.hpp"
#include "tests/source_tree.hpp"

using namespace runner::comments;
using namespace runner::review;
using detectors::source::Line;
using detectors::source::Severity;
using Json = nlohmann::json;

namespace {

using runner::git::DiffLine;
using runner::git::DiffLineKind;

// Lines 1 to 3 unchanged, 4 replaced by 4 and 5, 5 unchanged (now 6): then nothing up to the end.
runner::git::FileDiff change() {
  const auto line = [](DiffLineKind kind, int before, int after) {
    return DiffLine{.kind = kind, .before = {before}, .after = {after}, .text = "x"};
  };
  return {.path = "app/payment.py",
          .hunks = {{{line(DiffLineKind::context, 1, 1), line(DiffLineKind::context, 2, 2),
                      line(DiffLineKind::context, 3, 3), line(DiffLineKind::removed, 4, 0),
                      line(DiffLineKind::added, 0, 4), line(DiffLineKind::added, 0, 5),
                      line(DiffLineKind::context, 5, 6)}}},
          .added = 2,
          .removed = 1};
}

Comment on_lines(const char* id, int first, int last, const char* body) {
  return {.id = id,
          .scope = CommentScope::lines,
          .path = "app/payment.py",
          .lines = {Line{first}, Line{last}},
          .body = body};
}

Outgoing sample() {
  auto several = on_lines("c1", 4, 5, "issue: no timeout.\n\nEvery worker waits; `=1+1` & <b>.");
  several.severity = Severity::blocker;
  several.suggestions = {{{Line{4}, Line{5}}, "call(timeout=3)\n"}};
  auto removed = on_lines("c2", 4, 4, "why was this removed?");
  removed.side = Side::before;
  removed.label = "question";
  removed.decorations = {"non-blocking"};
  removed.columns = {detectors::source::Column{5}, detectors::source::Column{9}};
  auto outside = on_lines("c3", 40, 40, "=HYPERLINK(\"x\"), no index \xE2\x98\x83");
  outside.severity = Severity::nit;
  auto reply = on_lines("c4", 6, 6, "as above");
  reply.reply_to = "c1";
  reply.suggestions = {{{Line{5}, Line{5}}, ""}};
  Comment file{.id = "c5", .scope = CommentScope::file, .path = "app/payment.py", .body = "no tests"};
  Comment elsewhere{.id = "c6",
                    .scope = CommentScope::lines,
                    .path = "app/other.py",
                    .lines = {Line{2}, Line{2}},
                    .body = "not in the change"};
  Comment whole{.id = "c7", .body = "Two blockers, otherwise a good structure."};
  return {.review = {.comments = {several, removed, outside, reply, file, elsewhere, whole},
                     .verdict = Verdict::request_changes},
          .attempt = "payments-webhook-1",
          .reviewer = "heron-12",
          .base_commit = "b5d6e7b",
          .head_commit = "6dcb09b",
          .tool_version = "0.1.0",
          .change = {change()},
          .judged = {}};
}

Judged judged() {
  Defect timeout;
  timeout.id = "gateway-call-without-timeout";
  timeout.class_id = "missing-timeout";
  timeout.pattern = "dependency-failure-cascade";
  timeout.skill = "resilience-engineering";
  timeout.severity = Severity::blocker;
  timeout.title = "The call to the gateway has no timeout";
  timeout.why = "Every worker waits.";
  timeout.fix = "Pass a timeout.";
  timeout.places = {{.path = "app/payment.py", .lines = {Line{4}, Line{4}}},
                    {.path = "app/payment.py", .lines = {Line{1}, Line{1}}, .role = PlaceRole::related}};
  Decoy decoy{.id = "loop",
              .title = "A loop",
              .places = {{.path = "app/payment.py", .lines = {Line{6}, Line{6}}}},
              .reason = "it is bounded",
              .false_alarm = {},
              .class_id = {}};
  Judged judged;
  judged.key.defects = {timeout};
  judged.key.decoys = {decoy};
  judged.assessment.defects = {{.defect = timeout.id, .level = Level::explained, .claim = 0}};
  judged.assessment.claims = {{.claim = {.comment = 0},
                               .fate = Fate::credited,
                               .target = timeout.id,
                               .reason = "it names the cause"}};
  return judged;
}

// tests/runner/comments/golden/<name>; SEEDFAULT_REGOLD=1 writes it: look at the difference.
void check_golden(const std::string& name, const Exported& exported) {
  const auto path = std::filesystem::path(source_tree()) / "tests/runner/comments/golden" / name;
  std::string text = exported.text;
  for (const auto& note : exported.notes) text += "note: " + note + "\n";
  if (const char* regold = std::getenv("SEEDFAULT_REGOLD"); regold != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream in(path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), "no golden file " << path.string());
  const std::string expected((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(text == expected);
}

// What has no field in a format is taken away before a round trip is compared.
Comment plain(Comment comment) {
  return {
      .id = {}, .scope = comment.scope, .path = comment.path, .lines = comment.lines, .body = comment.body};
}

}  // namespace

TEST_CASE("every format writes what its golden file says") {
  for (const auto& format : export_formats())
    check_golden("export." + std::string(format.name), format.write(sample()));
  auto with_key = sample();
  with_key.judged = judged();
  check_golden("export-with-key.sarif", write_sarif(with_key));
}

TEST_CASE("every format has a name and a title of its own, and is found by its name") {
  std::set<std::string_view> names;
  for (const auto& format : export_formats()) {
    CHECK(names.insert(format.name).second);
    CHECK(!format.title.empty());
    CHECK(export_format_named(format.name) == &format);
  }
  CHECK(export_format_named("telegram") == nullptr);
}

TEST_CASE("a format without a place for the key never writes it") {
  auto outgoing = sample();
  outgoing.judged = judged();
  for (const auto& format : export_formats())
    if (format.holds_key == HoldsKey::no)
      CHECK(format.write(outgoing).text.find("The call to the gateway has no timeout") == std::string::npos);
}

TEST_CASE("github: only lines that the page shows; the rest in the review's own text, with its place") {
  const auto json = Json::parse(write_github(sample()).text);
  CHECK(json["event"] == "REQUEST_CHANGES");
  CHECK(json["commit_id"] == "6dcb09b");
  for (const auto& comment : json["comments"]) {
    CHECK(comment["path"] == "app/payment.py");
    CHECK(comment["line"] <= 6);
    CHECK((!comment.contains("start_line") || comment["start_line"] < comment["line"]));
    CHECK(comment.contains("start_line") == comment.contains("start_side"));
  }
  CHECK(json["comments"].size() == 4);  // c1, c2, c4, and c4's suggestion on another line
  CHECK(json["comments"][1]["side"] == "LEFT");
  const auto body = json["body"].get<std::string>();
  for (const auto* place : {"`app/payment.py:40`: ", "`app/payment.py`: ", "`app/other.py:2`: "})
    CHECK(body.find(place) != std::string::npos);
  CHECK(Json::parse(write_github({}).text) == Json{{"body", ""}, {"comments", Json::array()}});
  Outgoing approving;
  approving.review.verdict = Verdict::comment;  // for which GitHub wants a text
  CHECK(Json::parse(write_github(approving).text)["body"] == "See the comments.");
}

TEST_CASE("gitlab: an added line has a new number, a removed one an old one, an unchanged one both") {
  const auto json = Json::parse(write_gitlab(sample()).text);
  const auto position = [&](std::size_t index) { return json[index]["position"]; };
  CHECK(position(0)["new_line"] == 5);
  CHECK(position(0)["old_line"].is_null());
  CHECK(position(0)["line_range"]["start"]["line_code"] == "81cbc33af8fdddd816f6a6ab4f68a70b4475de48_5_4");
  CHECK(json[0]["note"].get<std::string>().ends_with("```suggestion:-1+0\ncall(timeout=3)\n```"));
  CHECK(position(1)["old_line"] == 4);
  CHECK(position(1)["new_line"].is_null());
  CHECK(position(2)["new_line"] == 40);  // below the change: one line further down than it was
  CHECK(position(2)["old_line"] == 39);
  CHECK(position(3)["new_line"] == 6);
  CHECK(position(3)["old_line"] == 5);
  CHECK(position(5)["position_type"] == "file");
  CHECK(!json[6].contains("position"));  // a file that the change leaves alone
  CHECK(json[6]["note"] == "`app/other.py:2`: not in the change");
  CHECK(!json[7].contains("position"));
}

TEST_CASE("gitlab: a fence replaces what it replaced here, the comment's lines and not its last one alone") {
  const std::pair<Comment, const char*> table[] = {
      {on_lines("c1", 4, 6, "try\n```suggestion\nx\n```\nor\n```suggestion\ny\n```"),
       "try\n```suggestion:-2+0\nx\n```\nor\n```suggestion:-2+0\ny\n```"},
      {on_lines("c1", 4, 6, "```suggestion:-1+0\nx\n```"), "```suggestion:-1+0\nx\n```"},
      {on_lines("c1", 4, 4, "```suggestion\nx\n```"), "```suggestion\nx\n```"},
      {on_lines("c1", 4, 6, "a ```suggestion\n in a line"), "a ```suggestion\n in a line"},
  };
  for (const auto& [comment, note] : table) {
    Outgoing one{.change = {change()}};
    one.review.comments = {comment};
    CHECK(Json::parse(write_gitlab(one).text)[0]["note"] == note);
  }
}

TEST_CASE("csv: nothing that a spreadsheet would run as a formula") {
  const auto text = write_csv(sample()).text;
  CHECK(text.find("\"'=HYPERLINK(\"\"x\"\"), no index") != std::string::npos);
  for (const auto* start : {"=", "+", "-", "@", "\t"}) {
    Outgoing one;
    one.review.comments = {{.id = start, .body = std::string(start) + "1"}};
    CHECK(write_csv(one).text.find(std::string("\n'") + start) != std::string::npos);
    CHECK(write_csv(one).text.find(std::string(",'") + start + "1") != std::string::npos);
  }
}

TEST_CASE("markdown: REVIEW.md's reader reads it back") {
  auto outgoing = sample();
  auto& comments = outgoing.review.comments;
  std::erase_if(comments, [](const Comment& c) { return c.side == Side::before || !c.reply_to.empty(); });
  const auto back = read_review_file("REVIEW.md", write_markdown(outgoing).text);
  REQUIRE(back);
  CHECK(back->notes.empty());
  REQUIRE(back->review.comments.size() == comments.size());
  // the summary stands in front
  CHECK(plain(back->review.comments[0]) == plain(comments.back()));
  for (std::size_t i = 1; i < comments.size(); ++i) {
    const auto& read = back->review.comments[i];
    CHECK(read.severity == comments[i - 1].severity);
    CHECK(suggestions_of(read) == suggestions_of(comments[i - 1]));
    if (comments[i - 1].suggestions.empty()) CHECK(plain(read) == plain(comments[i - 1]));
  }
}

TEST_CASE("json: it comes back the same") {
  const auto back = read_json("r.json", export_format_named("json")->write(sample()).text);
  REQUIRE(back);
  CHECK(back->review == sample().review);
}

TEST_CASE("json: it fits docs/comments.schema.json, with every key that there is") {
  runner::Validator validator(runner::read_schema("comments.schema.json"));
  auto full = sample().review;
  auto& comment = full.comments[0];
  comment.columns = {detectors::source::Column{5}, detectors::source::Column{9}};
  comment.label = "issue";
  comment.decorations = {"blocking"};
  comment.author = comment.thread = comment.reply_to = comment.anchor_note = comment.raw = "x";
  comment.side = Side::before;
  comment.state = CommentState::draft;
  comment.resolved = true;
  comment.anchor = AnchorQuality::inferred;
  comment.origin = {
      .instance = "tool", .external_id = "1", .commit = "c", .created_at = "t", .updated_at = "u"};
  for (const auto& review : {full, sample().review, Review{}})
    for (const auto& fault : validator.check(Json::parse(write_json(review)))) FAIL_CHECK(fault);
  auto bad = Json::parse(write_json(full));
  bad["comments"][0]["surprise"] = 1;
  bad["verdict"] = "perhaps";
  CHECK(validator.check(bad).size() == 2);
}

TEST_CASE("bytes that are no UTF-8 do not break a document") {
  Outgoing bad;
  bad.review.comments = {{.id = "c1",
                          .body = "a\xFF"
                                  "b"}};
  for (const auto* name : {"github", "gitlab", "rdjson", "rdjsonl", "sarif", "json"}) {
    const auto text = export_format_named(name)->write(bad).text;
    CHECK(!Json::parse(text, nullptr, false).is_discarded());
    CHECK(text.find("a\xEF\xBF\xBD"
                    "b") != std::string::npos);
  }
}
