#include "runner/session/intake.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "runner/session/start.hpp"
#include "stage.hpp"

using namespace runner;
using namespace runner::session;
using detectors::source::Line;

namespace {

comments::Found found(const std::string& id, const std::string& body, const std::string& reply_to = "") {
  comments::Found found;
  found.comment.id = found.comment.origin.external_id = id;
  found.comment.scope = review::CommentScope::lines;
  found.comment.path = "payments/notifier.py";
  found.comment.lines = {Line{3}, Line{3}};
  found.comment.body = body;
  found.comment.author = "wren";
  found.comment.reply_to = reply_to;
  found.comment.source = "github";
  found.record = "comment " + id;
  return found;
}

// An open attempt, and a store that has it.
struct Desk {
  TestHouse at;
  Attempt attempt = [this] {
    auto made =
        start(at.house, {.exercise = "payments-webhook", .seed = 1, .into = at.folder.path() / "review"});
    REQUIRE(made);
    return *std::move(made);
  }();
  Store store = [this] {
    auto opened = Store::open(at.house);
    REQUIRE(opened);
    return *std::move(opened);
  }();

  ImportResult take(std::vector<comments::Found> all, const std::string& author = "") {
    Intake intake(store, attempt, full_stage(), author);
    REQUIRE(intake.begin());
    intake.begin_file("review.json", "github");
    for (auto& each : all) intake.take(std::move(each));
    REQUIRE(intake.finish());
    return intake.result();
  }

  // "c1:text c2<c1:text", in the order of the store
  std::string kept() {
    std::string out;
    const auto all = store.comments(attempt.id);
    REQUIRE(all);
    for (const auto& comment : *all)
      out += fmt::format("{}{}{}{}:{}", out.empty() ? "" : " ", comment.id,
                         comment.reply_to.empty() ? "" : "<", comment.reply_to, comment.body);
    return out;
  }
};

}  // namespace

TEST_CASE("intake: numbered in order, replies tied to what they answer, also to what comes later") {
  Desk desk;
  const auto result = desk.take({found("7", "b", "9"), found("9", "a"), found("11", "c", "404")});
  CHECK(desk.kept() == "c1<c2:b c2:a c3:c");
  CHECK(result.replies_without_parent == 1);
  CHECK(result.authors == std::vector<std::string>{"wren"});
}

TEST_CASE("intake: what is there is left out, what has changed is brought up to date") {
  Desk desk;
  desk.take({found("1", "a"), found("2", "b")});
  const auto again = desk.take({found("1", "a"), found("2", "B"), found("3", "c")});
  CHECK(desk.kept() == "c1:a c2:B c3:c");
  REQUIRE(again.left_out.size() == 1);
  CHECK(again.left_out[0].why == "it is there already, as c1");
  CHECK(again.files[0].notes ==
        std::vector<std::string>{"comment 2: its text has changed: c2 is brought up to date"});
}

TEST_CASE("intake: one id with two texts is kept twice, and a second import changes nothing") {
  Desk desk;
  const std::vector<comments::Found> all{found("1", "a"), found("1", "b"), found("1", "a")};
  const auto first = desk.take(all);
  CHECK(desk.kept() == "c1:a c2:b");
  CHECK(first.left_out.size() == 1);
  CHECK(first.files[0].notes.size() == 1);
  const auto second = desk.take(all);
  CHECK(desk.kept() == "c1:a c2:b");
  CHECK(second.left_out.size() == 3);
  desk.take({found("1", "a"), found("1", "B")});
  CHECK(desk.kept() == "c1:a c2:B");
}

TEST_CASE("intake: one person's comments only, where a name is given") {
  Desk desk;
  auto other = found("2", "b");
  other.comment.author = "finch";
  auto nobody = found("3", "c");
  nobody.comment.author = "";
  const auto result = desk.take({found("1", "a"), other, nobody}, "wren");
  CHECK(desk.kept() == "c1:a");
  REQUIRE(result.left_out.size() == 2);
  CHECK(result.left_out[0].why == "written by finch");
  CHECK(result.left_out[1].why == "it does not say who wrote it");
}
