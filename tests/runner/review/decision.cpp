#include "runner/review/decision.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using small::at;
using small::fates;
using small::levels;
using small::overall;

Decision decision(int number, DecisionKind kind, std::string comment, std::string claim, std::string defect,
                  Level level = Level::missed) {
  return {.number = number,
          .comment = std::move(comment),
          .claim = std::move(claim),
          .defect = std::move(defect),
          .kind = kind,
          .level = level,
          .reason = "because",
          .by = "ana"};
}

Decision about(const Comment& comment, const std::string& id, const std::string& defect, Level level) {
  return decision(1, level == Level::missed ? DecisionKind::reject : DecisionKind::set, id, comment.body,
                  defect, level);
}

Assessment decided(const std::vector<Comment>& comments, const std::vector<Decision>& decisions) {
  return small::judged(comments, {}, decisions);
}

std::vector<int> numbers(const std::vector<Decision>& decisions) {
  std::vector<int> found;
  for (const auto& each : decisions) found.push_back(each.number);
  return found;
}

}  // namespace

TEST_CASE("the last decision about a target is in force, unless it withdraws") {
  const std::vector<Decision> journal{
      decision(1, DecisionKind::accept, "c1", "a", "charge", Level::identified),
      decision(2, DecisionKind::reject, "c1", "a", "orders"),
      decision(3, DecisionKind::set, "c1", "a", "charge", Level::fixed),
      decision(4, DecisionKind::withdraw, "c1", "a", "orders"),
      decision(5, DecisionKind::count_as, "c1", "a", ""),
      decision(6, DecisionKind::withdraw, "c9", "a", "charge"),
  };
  CHECK(numbers(in_force(journal)) == std::vector<int>{3, 5});
  CHECK(in_force({}).empty());
}

TEST_CASE("a target as a person names it, and every kind by its name") {
  CHECK(target_name("c3", 0, "charge") == "c3.1:charge");
  CHECK(target_name("c3", 1, "") == "c3.2");
  for (const auto kind : {DecisionKind::accept, DecisionKind::reject, DecisionKind::set,
                          DecisionKind::count_as, DecisionKind::withdraw})
    CHECK(decision_kind_named(to_string(kind)) == kind);
  CHECK_FALSE(decision_kind_named("maybe").has_value());
}

TEST_CASE("a decision finds its claim again by its text, also where comments are cut otherwise now") {
  const Review review{.comments = {{.id = "c1"}, {.id = "c2"}}};
  const std::vector<Claim> claims{{.comment = 0, .ordinal = 0, .text = "no timeout"},
                                  {.comment = 0, .ordinal = 1, .text = "an N+1"},
                                  {.comment = 1, .ordinal = 0, .text = "no timeout"}};
  struct Row {
    std::string comment, claim;
    std::optional<std::size_t> found;
  };
  for (const Row& row : std::vector<Row>{{"c1", "no timeout", 0},
                                         {"c2", "no timeout", 2},
                                         {"c1", "an N+1", 1},
                                         {"c1", "an N+1 here, one query per order", 1},   // now cut in two
                                         {"c1", "N+1", 1},                                // now put together
                                         {"c1", "no timeout, and an N+1", std::nullopt},  // which of the two?
                                         {"c1", "something else", std::nullopt},
                                         {"c7", "no timeout", std::nullopt}}) {
    CAPTURE(row.claim);
    const auto placed = place({decision(8, DecisionKind::reject, row.comment, row.claim, "charge")}, claims,
                              review, {"charge"});
    CHECK(placed.placed.size() == (row.found ? 1 : 0));
    CHECK(placed.adrift == (row.found ? std::vector<int>{} : std::vector<int>{8}));
    if (row.found) CHECK(placed.placed[0].claim == *row.found);
  }
  CHECK(place({decision(2, DecisionKind::reject, "c1", "no timeout", "gone")}, claims, review, {"charge"})
            .adrift == std::vector<int>{2});
}

TEST_CASE("what a person decides stands: up, down, at any level, even without evidence") {
  const auto vague = at(7, "this looks off");
  const auto good = at(7, "No timeout. If the gateway hangs every worker blocks.");
  const auto elsewhere = at(26, "hm");
  struct Row {
    Comment comment;
    std::string defect;
    Level level;
    std::string levels;
  };
  for (const Row& row : std::vector<Row>{{vague, "charge", Level::explained, "charge:explained"},
                                         {vague, "charge", Level::missed, ""},
                                         {good, "charge", Level::fixed, "charge:fixed"},
                                         {good, "charge", Level::located, "charge:located"},
                                         {good, "charge", Level::missed, ""},
                                         {good, "orders", Level::identified, "orders:identified"},
                                         {elsewhere, "balance", Level::identified, "balance:identified"}}) {
    CAPTURE(row.comment.body);
    CAPTURE(row.defect);
    const auto result = decided({row.comment}, {about(row.comment, "c0", row.defect, row.level)});
    CHECK(levels(result) == row.levels);
    CHECK(result.adrift.empty());
  }
}

TEST_CASE("a person may credit one claim with two defects, the program never does") {
  const auto both = at(7, "both of these will hurt us");
  const auto result = decided({both}, {about(both, "c0", "charge", Level::identified),
                                       about(both, "c0", "orders", Level::explained)});
  CHECK(levels(result) == "charge:identified orders:explained");
  CHECK(result.claims[0].fate == Fate::credited);
}

TEST_CASE("the best of what a person and the program found counts, and the rest is a duplicate") {
  const auto weak = at(7, "hm, odd");
  const auto strong = at(7, "No timeout. If the gateway hangs every worker blocks.");
  const auto result = decided({weak, strong}, {about(weak, "c0", "charge", Level::identified)});
  CHECK(levels(result) == "charge:explained");
  CHECK(fates(result) == "duplicate, credited");
  CHECK(result.defects[0].decision == 0);
  const auto better = decided({weak, strong}, {about(weak, "c0", "charge", Level::fixed)});
  CHECK(levels(better) == "charge:fixed");
  CHECK(fates(better) == "credited, duplicate");
  CHECK(better.defects[0].decision == 1);
}

TEST_CASE("a rejected match is no duplicate of the defect either, and its claim is judged as any other") {
  const auto first = at(7, "No timeout. If the gateway hangs every worker blocks.");
  const auto second = at(8, "missing timeout");
  const auto result = decided({first, second}, {about(second, "c1", "charge", Level::missed)});
  CHECK(fates(result) == "credited, noise");
  CHECK(result.defects[0].duplicates.empty());
}

TEST_CASE("what an uncredited claim is, a person may decide; a credited one it does not touch") {
  const auto noise = at(26, "SQL injection, this is a bug");
  auto extra = decision(4, DecisionKind::count_as, "c0", noise.body, "");
  extra.fate = Fate::valid_extra;
  const auto result = decided({noise}, {extra});
  CHECK(fates(result) == "valid extra");
  CHECK(result.claims[0].reason == "decided by a person: because");
  CHECK(result.claims[0].decision == 4);
  const auto hit = at(7, "no timeout");
  auto against = decision(5, DecisionKind::count_as, "c0", hit.body, "");
  against.fate = Fate::noise;
  CHECK(fates(decided({hit}, {against})) == "credited");
}

TEST_CASE("a person's word outweighs the suspicion of guessing, for that claim alone") {
  std::vector<Comment> comments;
  for (int line = 1; line <= 26; ++line)
    comments.push_back(at(line, "No timeout for call " + std::to_string(line)));
  CHECK(levels(decided(comments, {})).empty());
  CHECK(levels(decided(comments, {about(comments[6], "c6", "charge", Level::identified)})) ==
        "charge:identified");
}

TEST_CASE("who, when and why change nothing") {
  const auto vague = at(7, "this looks off");
  auto one = about(vague, "c0", "charge", Level::identified);
  auto other = one;
  other.by = "ben";
  other.when = "2031-01-01T00:00:00Z";
  other.reason = "for another reason";
  other.tool_version = "9";
  CHECK(levels(decided({vague}, {one})) == levels(decided({vague}, {other})));
}
