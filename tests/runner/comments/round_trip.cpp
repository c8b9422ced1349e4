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

TEST_CASE("severity comes back where there is a field for it") {
  for (const auto severity : {Severity::blocker, Severity::major, Severity::minor, Severity::nit}) {
    auto comment = on(4, 4, "odd");
    comment.severity = severity;
    for (const Way way :
         {Way{"sarif", "sarif"}, Way{"csv", "csv"}, Way{"json", "json"}, Way{"rdjson", "rdjson"}}) {
      INFO(std::string(way.out));
      const auto expected =
          severity == Severity::nit && std::string_view(way.out) == "rdjson" ? Severity::minor : severity;
      CHECK(there_and_back(way.out, way.in, with_summary(comment)).comments.at(1).severity == expected);
    }
  }
  for (const auto& way : ways) {
    INFO(std::string(way.out));
    CHECK(!there_and_back(way.out, way.in, with_summary(on(4, 4, "odd"))).comments.at(1).severity);
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

TEST_CASE("labels and the verdict come back where there is a field for them") {
  auto comment = on(4, 4, "does this hold?");
  comment.label = "question";
  for (const auto& way :
       {Way{"rdjson", "rdjson"}, Way{"sarif", "sarif"}, Way{"csv", "csv"}, Way{"json", "json"}}) {
    INFO(std::string(way.out));
    CHECK(there_and_back(way.out, way.in, with_summary(comment)).comments.at(1).label == "question");
  }
  for (const auto& way : {Way{"github", "github"}, Way{"json", "json"}})
    CHECK(there_and_back(way.out, way.in, with_summary(comment)).verdict == Verdict::request_changes);
}
