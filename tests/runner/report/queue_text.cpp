#include "runner/report/queue_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "sample.hpp"

using namespace runner::report;

TEST_CASE("the queue as a list, as JSON and as a card is what the golden files say") {
  check_golden("queue.txt", queue_text(sample(), {}));
  check_golden("queue.json", queue_json(sample()));
  check_golden("pair-card.txt", pair_card(sample(), sample().assessment.pairs[4], {}));
  auto decided = decided_sample();
  for (auto& claim : decided.assessment.claims)
    if (claim.fate == runner::review::Fate::unjudged) claim.fate = runner::review::Fate::valid_extra;
  check_golden("queue-empty.txt", queue_text(decided, {}));
}

TEST_CASE("an entry has all that a program needs to decide, by the name that --pair takes") {
  const auto json = nlohmann::json::parse(queue_json(sample()));
  REQUIRE(json["queue"].size() == 1);
  const auto& entry = json["queue"][0];
  CHECK(entry["pair"] == "c3.1:balance-read-then-written");
  CHECK(entry["level"] == "identified");
  CHECK(entry["level_if_accepted"] == "identified");
  CHECK(entry["comment"]["id"] == "c3");
  CHECK(entry["evidence"].size() == 3);
}

TEST_CASE("a card names neither the candidate nor what is at stake") {
  const auto scored = sample();
  for (const auto& pair : scored.assessment.pairs) {
    const auto card = pair_card(scored, pair, {});
    CHECK(card.find(scored.attempt.candidate) == std::string::npos);
    CHECK(card.find("Band") == std::string::npos);
    CHECK(card.find("54.6") == std::string::npos);
  }
}

TEST_CASE("the code that the comment stands on is marked") {
  const auto card = pair_card(sample(), sample().assessment.pairs[4], {});
  CHECK(card.find("  >   20          account.balance = account.balance - refund.amount\n      21          "
                  "db.session.commit()") != std::string::npos);
}
