// start, comment, edit, remove, submit: the candidate's journey, on the real exercise.
#include <algorithm>

#include "runner/session/comment.hpp"
#include "runner/session/files.hpp"
#include "runner/session/import.hpp"
#include "runner/session/start.hpp"
#include "stage.hpp"

using namespace runner::session;
namespace fs = std::filesystem;
using detectors::source::Line;

namespace {

Attempt started(const TestHouse& at, const std::string& name, std::uint64_t seed = 7) {
  const auto attempt = start(at.house, {.exercise = "payments-webhook",
                                        .seed = seed,
                                        .plant = {},
                                        .candidate = "heron",
                                        .into = at.folder.path() / name});
  REQUIRE(attempt);
  return *attempt;
}

CommentRequest on_first_file(int line) {
  return {.scope = runner::review::CommentScope::lines,
          .path = change_of(full_stage()).front().path,
          .lines = {Line{line}, Line{line}},
          .body = "no timeout",
          .severity = {}};
}

}  // namespace

TEST_CASE("the same seed gives the same defects and the same commits; the attempt remembers all of it") {
  const TestHouse at;
  const auto one = started(at, "one"), two = started(at, "two"), other = started(at, "other", 8);
  CHECK(one.change_commit == two.change_commit);
  CHECK(one.planted == two.planted);
  CHECK(one.id != two.id);
  CHECK((other.planted != one.planted || other.change_commit == one.change_commit));
  for (const auto* name : {"BRIEF.md", "PULL-REQUEST.md", "REVIEW.md", "payments-webhook/.git/HEAD"})
    CHECK(fs::exists(at.folder.path() / "one" / name));
  const auto all = list_attempts(at.house);
  REQUIRE(all->size() == 3);
  CHECK((*all)[0].candidate == "heron");
}

TEST_CASE("an existing target is refused, and neither folder nor attempt is left by any failure") {
  const TestHouse at;
  fs::create_directory(at.folder.path() / "taken");
  CHECK(!start(at.house, {.exercise = "payments-webhook",
                          .seed = 1,
                          .plant = {},
                          .candidate = {},
                          .into = at.folder.path() / "taken"}));
  CHECK(!start(at.house, {.exercise = "payments-webhook",
                          .seed = 1,
                          .plant = {},
                          .candidate = {},
                          .into = at.folder.path() / "no" / "parent"}));
  CHECK(!start(at.house, {.exercise = "payments-webhook",
                          .seed = 1,
                          .plant = {"nonsense"},
                          .candidate = {},
                          .into = at.folder.path() / "new"}));
  CHECK(fs::is_empty(at.folder.path() / "taken"));
  CHECK(!fs::exists(at.folder.path() / "new"));
  CHECK(list_attempts(at.house)->empty());
}

TEST_CASE("drafts can be written, listed, changed and removed until the review is submitted") {
  const TestHouse at;
  auto attempt = started(at, "one");
  REQUIRE(add_comment(at.house, attempt, on_first_file(1)));
  REQUIRE(add_comment(at.house, attempt,
                      {.scope = runner::review::CommentScope::review,
                       .path = {},
                       .lines = {},
                       .body = "fine",
                       .severity = {}}));
  REQUIRE(edit_comment(at.house, attempt, "c1",
                       {.body = "no timeout: will hang", .severity = runner::review::Severity::blocker}));
  CHECK(!edit_comment(at.house, attempt, "c1", {.body = "  ", .severity = {}}));
  CHECK(!edit_comment(at.house, attempt, "c9", {.body = "x", .severity = {}}));
  REQUIRE(remove_comment(at.house, attempt, "c2"));
  const auto listing = list_comments(at.house, attempt);
  REQUIRE(listing->comments.size() == 1);
  CHECK(listing->comments[0].body == "no timeout: will hang");
  CHECK(listing->comments[0].severity == runner::review::Severity::blocker);
  attempt = *submit(at.house, attempt, runner::review::Verdict::approve);
  CHECK(attempt.state == AttemptState::submitted);
  CHECK(!add_comment(at.house, attempt, on_first_file(1)));
  CHECK(!edit_comment(at.house, attempt, "c1", {.body = "x", .severity = {}}));
  CHECK(!remove_comment(at.house, attempt, "c1"));
  CHECK(!submit(at.house, attempt, runner::review::Verdict::comment));
}

TEST_CASE("REVIEW.md is taken in with the submission, all of it or nothing") {
  const TestHouse at;
  const auto attempt = started(at, "one");
  const auto path = change_of(full_stage()).front().path;
  const auto review_file = at.folder.path() / "one" / "REVIEW.md";
  REQUIRE(list_comments(at.house, attempt)->comments.empty());  // the template alone is no comment
  const auto untouched = *read_file(review_file);
  REQUIRE(write_file(review_file,
                     untouched + "\n" + path + ":1: no timeout here\n" + path + ":99999: nowhere\n"));
  CHECK(list_comments(at.house, attempt)->review_file_faults.size() == 1);
  CHECK(!submit(at.house, attempt, runner::review::Verdict::comment));
  CHECK((*list_attempts(at.house))[0].state == AttemptState::open);
  REQUIRE(write_file(review_file, untouched + "\n" + path + ":1: no timeout here\n"));
  const auto submitted = submit(at.house, attempt, runner::review::Verdict::comment);
  REQUIRE(submitted);
  CHECK(submitted->comment_count == 1);
}

TEST_CASE("which attempt: by id, by the folder one is in, or the only open one") {
  const TestHouse at;
  const auto one = started(at, "one");
  CHECK(find_attempt(at.house, "", "/")->id == one.id);
  const auto two = started(at, "two");
  CHECK(find_attempt(at.house, "", at.folder.path() / "two" / "payments-webhook")->id == two.id);
  CHECK(find_attempt(at.house, one.id, "/")->id == one.id);
  const auto unclear = find_attempt(at.house, "", "/");
  REQUIRE(!unclear);
  CHECK(unclear.error()[0].remedy.find(one.id) != std::string::npos);
  CHECK(!find_attempt(at.house, "nonsense", "/"));
}

TEST_CASE("an imported comment whose place is not in the pull request is kept, and said") {
  const TestHouse at;
  const auto attempt = started(at, "one");
  const auto path = change_of(full_stage()).front().path;
  const auto imported = import_file(
      at.house, attempt, "json", "r.json",
      R"({"comments": [{"file": ")" + path +
          R"(", "lines": "1", "body": "placed"}, {"file": "gone.py", "lines": "3", "body": "kept"}]})");
  REQUIRE(imported);
  CHECK(imported->count(runner::review::AnchorQuality::exact) == 1);
  CHECK(imported->count(runner::review::AnchorQuality::none) == 1);
  const auto comments = list_comments(at.house, attempt)->comments;
  REQUIRE(comments.size() == 2);
  CHECK(comments[1].scope == runner::review::CommentScope::review);
  CHECK(comments[1].body.find("gone.py:3") != std::string::npos);
  CHECK(!import_file(at.house, attempt, "nonsense", "r.json", "{}"));
  CHECK(!import_file(at.house, attempt, "json", "r.json", "{"));
}
