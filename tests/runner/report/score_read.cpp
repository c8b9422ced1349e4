#include "runner/report/score_read.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "runner/report/score_html.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/score_markdown.hpp"
#include "runner/report/score_text.hpp"
#include "sample.hpp"

using namespace runner::report;
using Value = nlohmann::ordered_json;

namespace {

// With the numbers that its levels give, unlike the sample's own.
runner::session::Scored computed(runner::session::Scored scored) {
  scored.card = runner::review::score(scored.assessment, scored.key, scored.review.verdict, scored.policy);
  return scored;
}

}  // namespace

TEST_CASE("a score read back is written with the same bytes, and computes to the same numbers") {
  for (const auto& scored : {computed(sample()), computed(empty_sample()), computed(decided_sample())}) {
    const auto document = score_json(scored);
    const auto read = read_score(document);
    REQUIRE(read);
    CHECK((score_json(*read) == document));
    CHECK((score_json(computed(*read)) == document));
  }
}

TEST_CASE("every form of report is the same from what was read back") {
  const auto scored = computed(decided_sample());
  const auto read = read_score(score_json(scored));
  REQUIRE(read);
  auto valid = scored;      // a byte that is no UTF-8 was written as U+FFFD
  valid.card = read->card;  // to six decimals
  for (std::size_t i = 0; i < valid.review.comments.size(); ++i)
    valid.review.comments[i].body = read->review.comments[i].body;
  for (std::size_t i = 0; i < valid.assessment.claims.size(); ++i)
    valid.assessment.claims[i].claim.text = read->assessment.claims[i].claim.text;
  CHECK((score_text(*read, {}) == score_text(valid, {})));
  CHECK((score_markdown(*read) == score_markdown(valid)));
  CHECK((score_html(*read) == score_html(valid)));
}

TEST_CASE("numbers that do not follow from the levels stand as they were given, and are remarked on") {
  auto document = Value::parse(score_json(computed(sample())));
  document["score"]["score"] = 99.0;
  const auto read = read_score(document.dump());
  REQUIRE(read);
  CHECK(read->card.score == 99);
  REQUIRE_FALSE(read->notes.empty());
  CHECK(read->notes.back().find("this version would compute a score of") != std::string::npos);
}

TEST_CASE("what is no score, or no whole one, is a fault and no crash") {
  const auto good = Value::parse(score_json(computed(decided_sample())));
  for (const std::string text : {"", "{", "[]", "{}", R"({"schema": "seedfault.score/2"})"})
    CHECK_FALSE(read_score(text).has_value());
  for (const auto& [key, value] : good.items()) {
    CAPTURE(key);
    auto without = good;
    without.erase(key);
    if (key != "panel") CHECK_FALSE(read_score(without.dump()).has_value());  // earlier scores have none
    auto wrong = good;
    wrong[key] = 7;
    CHECK_FALSE(read_score(wrong.dump()).has_value());
  }
  for (const char* pointer :
       {"/defects/0/result/level", "/claims/0/comment", "/claims/0/fate", "/pairs/0/defect",
        "/decisions/0/kind", "/review/comments/0/side", "/score/band"}) {
    CAPTURE(pointer);
    auto wrong = good;
    wrong[Value::json_pointer(pointer)] = "nonsense";
    const auto read = read_score(wrong.dump());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error()[0].remedy.find("--again") != std::string::npos);
  }
  for (const auto& [pointer, value] :
       std::vector<std::pair<const char*, Value>>{{"/defects/0/weight", 0},
                                                  {"/defects/0/result/claim", 900},
                                                  {"/defects/0/result/duplicates", {900}}}) {
    auto wrong = good;
    wrong[Value::json_pointer(pointer)] = value;
    CHECK_FALSE(read_score(wrong.dump()).has_value());
  }
  auto far = good;
  far["pairs"][0]["claim"] = 5000;
  CHECK_FALSE(read_score(far.dump()).has_value());
}
