#include "runner/session/store.hpp"

#include "temporary.hpp"

using namespace runner::session;

namespace {
Store opened(const TestHouse& at) {
  auto store = Store::open(at.house);
  REQUIRE(store);
  return *std::move(store);
}
}  // namespace

TEST_CASE("attempts come back as they went in, in the order of their making") {
  const TestHouse at;
  auto store = opened(at);
  CHECK(*store.next_id("payments-webhook") == "payments-webhook-1");
  REQUIRE(store.add(sample_attempt("payments-webhook-1")));
  CHECK(*store.next_id("orders") == "orders-2");
  REQUIRE(store.add(sample_attempt("orders-2")));
  const auto all = store.attempts();
  REQUIRE(all->size() == 2);
  CHECK((*all)[0].id == "payments-webhook-1");
  const auto attempt = store.attempt("orders-2");
  REQUIRE(attempt);
  const auto expected = sample_attempt("orders-2");
  CHECK(attempt->seed == expected.seed);
  CHECK(attempt->planted == expected.planted);
  CHECK(attempt->candidate == expected.candidate);
  CHECK(attempt->state == AttemptState::open);
}

TEST_CASE("the store outlives the program that opened it") {
  const TestHouse at;
  REQUIRE(opened(at).add(sample_attempt("a-1")));
  CHECK(opened(at).attempt("a-1"));
}

TEST_CASE("an unknown attempt names the nearest") {
  const TestHouse at;
  auto store = opened(at);
  REQUIRE(store.add(sample_attempt("payments-webhook-1")));
  const auto fault = store.attempt("payment-webhook-1").error()[0];
  CHECK(fault.problem == "no such attempt");
  CHECK(fault.remedy.find("did you mean 'payments-webhook-1'?") == 0);
}

TEST_CASE("comments: every field comes back, one that is put again replaces, one that is removed is gone") {
  const TestHouse at;
  auto store = opened(at);
  REQUIRE(store.add(sample_attempt("a-1")));
  CHECK(*store.next_comment_id("a-1") == "c1");
  REQUIRE(store.put("a-1", sample_comment("c1")));
  REQUIRE(store.put("a-1", sample_comment("c2")));
  CHECK((*store.comments("a-1"))[0] == sample_comment("c1"));
  auto changed = sample_comment("c1");
  changed.body = "other";
  REQUIRE(store.put("a-1", changed));
  const auto comments = store.comments("a-1");
  REQUIRE(comments->size() == 2);
  CHECK((*comments)[0] == changed);
  REQUIRE(store.remove("a-1", "c1"));
  CHECK(store.comments("a-1")->size() == 1);
  CHECK(store.attempt("a-1")->comment_count == 1);
}

TEST_CASE("submitting makes drafts final") {
  const TestHouse at;
  auto store = opened(at);
  REQUIRE(store.add(sample_attempt("a-1")));
  REQUIRE(store.put("a-1", sample_comment("c1")));
  REQUIRE(store.submit("a-1", runner::review::Verdict::request_changes, "2026-03-17T09:00:00Z"));
  CHECK(store.attempt("a-1")->state == AttemptState::submitted);
  CHECK(store.attempt("a-1")->verdict == runner::review::Verdict::request_changes);
  CHECK((*store.comments("a-1"))[0].state == runner::review::CommentState::submitted);
}

TEST_CASE("a comment of no attempt is refused") {
  const TestHouse at;
  auto store = opened(at);
  CHECK(!store.put("none-1", sample_comment("c1")));
}

TEST_CASE("trials are kept, the newest verdict counts") {
  const TestHouse at;
  auto store = opened(at);
  REQUIRE(store.add(sample_attempt("a-1")));
  StoredTrial trial{.comment = "c1",
                    .suggestion = 0,
                    .defect = "d",
                    .verdict = runner::review::ProofVerdict::failed,
                    .detail = "no"};
  REQUIRE(store.put("a-1", trial));
  trial.verdict = runner::review::ProofVerdict::passed;
  REQUIRE(store.put("a-1", trial));
  const auto trials = store.trials("a-1");
  REQUIRE(trials->size() == 1);
  CHECK((*trials)[0].verdict == runner::review::ProofVerdict::passed);
}

TEST_CASE("a store of a newer program is refused, not changed") {
  const TestHouse at;
  {
    auto store = opened(at);
  }
  auto database = Database::open(at.house.store / "attempts.sqlite", Access::read_write);
  REQUIRE(database->run("PRAGMA user_version=99"));
  const auto store = Store::open(at.house);
  REQUIRE(!store);
  CHECK(store.error()[0].problem.find("newer seedfault") != std::string::npos);
}
