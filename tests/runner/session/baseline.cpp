#include "runner/session/baseline.hpp"

#include "runner/session/compare.hpp"
#include "runner/session/start.hpp"
#include "runner/session/store.hpp"
#include "temporary.hpp"

using namespace runner::session;

namespace {

constexpr std::string_view findings = R"({"comments": [
  {"file": "payments/notifier.py", "lines": "23-26", "body": "no timeout: if orders hangs, the notifier hangs"},
  {"file": "nowhere.py", "lines": "1", "body": "odd"}]})";

BaselineRequest request(const char* name) {
  return {.exercise = "payments-webhook",
          .format = "json",
          .path = "out/linter.json",
          .text = std::string(findings),
          .name = name,
          .like = {}};
}

}  // namespace

TEST_CASE("a baseline is kept, scored and listed apart from people's attempts") {
  const TestHouse at;
  const auto added = add_baseline(at.house, request("linter-4.2"));
  if (!added) FAIL(to_string(added.error()[0]));
  CHECK(added->baseline.id == "payments-webhook@linter-4.2");
  CHECK(added->result.count(runner::review::AnchorQuality::exact) == 1);
  CHECK(added->result.count(runner::review::AnchorQuality::none) == 1);  // nothing is dropped
  const auto found = find_baseline(at.house, "payments-webhook@linter-4.2");
  REQUIRE(found);
  CHECK(found->comment_count == 2);
  CHECK(found->planted == added->baseline.planted);
  const auto scored = score_baseline(at.house, *found);
  REQUIRE(scored);
  CHECK(scored->card.counts.hits == 1);
  CHECK(scored->review.comments[0].id == "c1");
  CHECK(scored->review.comments[0].author == "linter-4.2");
  auto store = Store::open(at.house);
  CHECK(store->attempts()->empty());
  CHECK(*store->next_id("payments-webhook") == "payments-webhook-1");
}

TEST_CASE("a baseline's name: given, or the file's; taken only once, unless it is replaced") {
  const TestHouse at;
  CHECK(add_baseline(at.house, request(""))->baseline.candidate == "linter");
  const auto again = add_baseline(at.house, request("linter"));
  REQUIRE(!again);
  CHECK(again.error()[0].problem == "is a baseline already");
  auto replacing = request("linter");
  replacing.existing = BaselineRequest::Existing::replace;
  CHECK(add_baseline(at.house, replacing));
  CHECK(list_baselines(at.house, "payments-webhook")->size() == 1);
  for (const auto* name : {"a b", "a@b", "a/b", "\xC3\xA4"}) CHECK(!add_baseline(at.house, request(name)));
}

TEST_CASE("a baseline can be forgotten; one that is not there names the nearest") {
  const TestHouse at;
  const auto added = add_baseline(at.house, request("linter"));
  const auto missing = find_baseline(at.house, "payments-webhook@lintr");
  REQUIRE(!missing);
  CHECK(missing.error()[0].remedy.find("payments-webhook@linter") != std::string::npos);
  REQUIRE(remove_baseline(at.house, added->baseline));
  CHECK(list_baselines(at.house, "payments-webhook")->empty());
  CHECK(!list_baselines(at.house, "no-such-exercise"));
}

TEST_CASE("like an attempt: the same defects are planted, of the same exercise only") {
  const TestHouse at;
  const auto attempt = start(at.house, {.exercise = "payments-webhook",
                                        .seed = 7,
                                        .plant = {},
                                        .candidate = "heron",
                                        .into = at.folder.path() / "r"});
  REQUIRE(attempt);
  auto like = request("linter");
  like.like = *attempt;
  const auto added = add_baseline(at.house, like);
  REQUIRE(added);
  CHECK(added->baseline.planted == attempt->planted);
  like.like->exercise = "orders";
  CHECK(!add_baseline(at.house, like));
}

TEST_CASE("only scores of one exercise can be compared, and it takes two") {
  Scored one;
  one.attempt.id = "orders-1";
  one.attempt.exercise = "orders";
  Scored other;
  other.attempt.id = "refunds-2";
  other.attempt.exercise = "refunds";
  CHECK(!comparable({one}));
  CHECK(comparable({one, one}));
  const auto mixed = comparable({one, other, other});
  REQUIRE(!mixed);
  CHECK(mixed.error().size() == 2);
}
