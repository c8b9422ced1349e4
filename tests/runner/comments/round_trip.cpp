// What a format can hold comes back as it went out.
#include <doctest/doctest.h>

#include "runner/comments/comments.hpp"
#include "runner/comments/export.hpp"
#include "runner/review/claim.hpp"

using namespace runner::comments;
using namespace runner::review;
using detectors::source::Line;
using detectors::source::Severity;
using runner::git::DiffLine;
using runner::git::DiffLineKind;

namespace {

constexpr const char* path = "app/payment.py";

// Old lines 1 to 3 are new lines 1 to 3, old line 4 became new lines 4 and 5,
// old line 5 is new line 6.
runner::git::FileDiff change() {
  const auto line = [](DiffLineKind kind, int before, int after) {
    return DiffLine{.kind = kind, .before = {before}, .after = {after}, .text = "x"};
  };
  return {.path = path,
          .hunks = {{{line(DiffLineKind::context, 3, 3), line(DiffLineKind::removed, 4, 0),
                      line(DiffLineKind::added, 0, 4), line(DiffLineKind::added, 0, 5),
                      line(DiffLineKind::context, 5, 6)}}},
          .added = 2,
          .removed = 1};
}

Comment on(int first, int last, const char* body) {
  return {
      .id = {}, .scope = CommentScope::lines, .path = path, .lines = {Line{first}, Line{last}}, .body = body};
}

// Comments that every format has a place for.
std::vector<Comment> everywhere() {
  Comment whole{.id = {},
                .body =
                    "Two blockers, \"otherwise\" a good "
                    "structure.\n\nThank you, \xE2\x98\x83."};
  return {whole, on(4, 5, "No timeout:\n\n- a < b && c, `x`, \\n\n- 100 % \xF0\x9F\x98\x80"),
          on(6, 6, "=1+1, \"quoted\""), on(4, 4, "Try this:\n\n```suggestion\ncall(timeout=3)\n```")};
}

Outgoing outgoing(std::vector<Comment> comments) {
  for (std::size_t i = 0; i < comments.size(); ++i) comments[i].id = "c" + std::to_string(i + 1);
  return {.review = {.comments = std::move(comments), .verdict = Verdict::request_changes},
          .attempt = "payments-webhook-1",
          .reviewer = "heron-12",
          .base_commit = "b5d6e7b",
          .head_commit = "6dcb09b",
          .tool_version = "0.1.0",
          .change = {change()},
          .judged = {}};
}

// What of a comment is compared: the place and the words.
Comment held(const Comment& comment) {
  return {.id = {},
          .scope = comment.scope,
          .path = comment.path,
          .side = comment.side,
          .lines = comment.lines,
          .body = comment.body};
}

Review there_and_back(std::string_view out, std::string_view in, const std::vector<Comment>& comments) {
  const auto text = export_format_named(out)->write(outgoing(comments)).text;
  const auto* reader = format_named(in);
  REQUIRE(reader != nullptr);
  CHECK(format_of("review", text) == reader);  // it is guessed, too
  const auto back = read_whole(*reader, "review", text);
  if (!back) FAIL(to_string(back.error()[0]));
  return back->review;
}

struct Way {
  const char* out;
  const char* in;
};
constexpr Way ways[] = {{"github", "github"},   {"gitlab", "gitlab"}, {"rdjson", "rdjson"},
                        {"rdjsonl", "rdjsonl"}, {"sarif", "sarif"},   {"csv", "csv"},
                        {"json", "json"}};

// A review with a text of its own: without one GitHub is given one, which would
// come back too.
std::vector<Comment> with_summary(Comment comment) {
  return {{.id = {}, .body = "See below."}, std::move(comment)};
}

void check_same(const Way& way, const std::vector<Comment>& comments) {
  INFO(std::string(way.out));
  const auto back = there_and_back(way.out, way.in, comments).comments;
  REQUIRE(back.size() == comments.size());
  for (std::size_t i = 0; i < comments.size(); ++i) {
    CAPTURE(i);
    CHECK(held(back[i]).path == comments[i].path);
    CHECK(to_string(back[i].lines) == to_string(comments[i].lines));
    CHECK(back[i].scope == comments[i].scope);
    CHECK(back[i].side == comments[i].side);
    CHECK(back[i].body == comments[i].body);
  }
}

}  // namespace

TEST_CASE("place and words come back from every format") {
  for (const auto& way : ways) check_same(way, everywhere());
}

TEST_CASE(
    "a comment on a removed line comes back from the formats that have "
    "an old side") {
  auto removed = on(4, 4, "why was this removed?");
  removed.side = Side::before;
  for (const auto& way : ways)
    if (std::string_view(way.out).find("rdjson") == std::string_view::npos)
      check_same(way, with_summary(removed));
}

TEST_CASE(
    "a comment on a file comes back from the formats that have a place "
    "for it") {
  const Comment file{.id = {}, .scope = CommentScope::file, .path = path, .body = "no tests"};
  for (const auto& way : ways)
    if (std::string_view(way.out) != "github") check_same(way, with_summary(file));
}

TEST_CASE("severity comes back from every format, from its field or from the text") {
  for (const auto severity : {Severity::blocker, Severity::major, Severity::minor, Severity::nit})
    for (const auto* body : {"odd", "[odd] thing", "issue (blocking): odd", "```suggestion\nx\n```"}) {
      auto comment = on(4, 4, body);
      comment.severity = severity;
      for (const auto& way : ways) {
        INFO(std::string(way.out) << ": " << body);
        const auto back = there_and_back(way.out, way.in, with_summary(comment)).comments.at(1);
        CHECK(back.severity == severity);
        CHECK(back.body == comment.body);
      }
    }
  for (const auto& way : ways) {
    INFO(std::string(way.out));
    CHECK(!there_and_back(way.out, way.in, with_summary(on(4, 4, "odd"))).comments.at(1).severity);
  }
}

TEST_CASE("a severity of the review as a whole comes back too") {
  Comment whole{.id = {}, .body = "Not like this.", .severity = Severity::blocker};
  for (const auto& way : ways) {
    INFO(std::string(way.out));
    const auto back = there_and_back(way.out, way.in, {whole}).comments;
    REQUIRE(back.size() == 1);
    CHECK(back[0].severity == Severity::blocker);
    CHECK(back[0].body == whole.body);
  }
}

TEST_CASE(
    "a suggestion that came as a field comes back as one, on the lines "
    "that it replaces") {
  auto comment = on(4, 5, "no timeout");
  comment.suggestions = {{{Line{4}, Line{5}}, "call(timeout=3)\n"}};
  for (const auto& way :
       {Way{"github", "github"}, Way{"gitlab", "gitlab"}, Way{"csv", "csv"}, Way{"json", "json"}}) {
    INFO(std::string(way.out));
    const auto back = there_and_back(way.out, way.in, with_summary(comment)).comments;
    REQUIRE(back.size() == 2);
    CHECK(suggestions_of(back[1]) == comment.suggestions);
  }
}

TEST_CASE("labels and decorations come back where there is a field for them") {
  auto comment = on(4, 4, "does this hold?");
  comment.label = "question";
  for (const auto& decorations :
       {std::vector<std::string>{}, {"non-blocking"}, {"non-blocking", "if-minor"}}) {
    comment.decorations = decorations;
    for (const auto& way : {Way{"rdjson", "rdjson"}, Way{"rdjsonl", "rdjsonl"}, Way{"sarif", "sarif"},
                            Way{"csv", "csv"}, Way{"json", "json"}}) {
      INFO(std::string(way.out));
      const auto back = there_and_back(way.out, way.in, with_summary(comment)).comments.at(1);
      CHECK(back.label == "question");
      CHECK(back.decorations == decorations);
    }
  }
}

TEST_CASE("a label without a field stands in front of the text, where the matcher looks for it") {
  auto comment = on(4, 4, "does this hold?");
  comment.label = "question";
  comment.decorations = {"non-blocking"};
  comment.severity = Severity::minor;
  for (const auto& way : {Way{"github", "github"}, Way{"gitlab", "gitlab"}}) {
    const auto back = there_and_back(way.out, way.in, with_summary(comment)).comments.at(1);
    CHECK(back.body == "question (non-blocking): does this hold?");
    CHECK(back.severity == Severity::minor);
  }
}

TEST_CASE("the verdict comes back where there is a field for it") {
  for (const auto& way : {Way{"github", "github"}, Way{"json", "json"}})
    for (const auto verdict : {Verdict::approve, Verdict::request_changes, Verdict::comment}) {
      auto out = outgoing(with_summary(on(4, 4, "odd")));
      out.review.verdict = verdict;
      const auto text = export_format_named(way.out)->write(out).text;
      CHECK(read_whole(*format_named(way.in), "review", text)->review.verdict == verdict);
    }
}

TEST_CASE("ids, threads, replies and authors come back where there are fields for them") {
  auto comments = with_summary(on(4, 4, "odd"));
  comments.push_back(on(5, 5, "as above"));
  comments[2].reply_to = "c2";
  comments[2].thread = comments[1].thread = "t1";
  for (const auto& way : {Way{"sarif", "sarif"}, Way{"csv", "csv"}, Way{"json", "json"}}) {
    INFO(std::string(way.out));
    const auto back = there_and_back(way.out, way.in, comments).comments;
    REQUIRE(back.size() == 3);
    CHECK(back[1].id == "c2");
    CHECK(back[2].reply_to == "c2");
    CHECK(back[2].thread == "t1");
  }
}

TEST_CASE("columns come back where they are counted in the unit that is kept") {
  auto comment = on(4, 5, "odd");
  for (const auto columns : {ColumnSpan{{5}, {9}}, ColumnSpan{{5}, {0}}}) {
    comment.columns = columns;
    for (const auto& way : {Way{"rdjson", "rdjson"}, Way{"rdjsonl", "rdjsonl"}, Way{"json", "json"}}) {
      INFO(std::string(way.out));
      CHECK(there_and_back(way.out, way.in, with_summary(comment)).comments.at(1).columns == columns);
    }
  }
}

TEST_CASE("what went out and came back goes out with the same bytes") {
  auto comments = everywhere();
  comments[1].severity = Severity::major;
  comments[2].severity = Severity::nit;
  for (const auto& way : ways) {
    INFO(std::string(way.out));
    const auto* format = export_format_named(way.out);
    auto again = outgoing(comments);
    const auto text = format->write(again).text;
    const auto back = read_whole(*format_named(way.in), "review", text);
    REQUIRE(back);
    for (std::size_t i = 0; i < again.review.comments.size(); ++i) {
      again.review.comments[i] = back->review.comments[i];
      again.review.comments[i].id = "c" + std::to_string(i + 1);
    }
    CHECK(format->write(again).text == text);
  }
}
