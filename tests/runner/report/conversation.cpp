#include "runner/report/conversation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "runner/report/lookup.hpp"
#include "sample.hpp"

namespace runner::report {

TEST_CASE("every defect is asked about once: with the words that saw it, or at its place") {
  const auto scored = sample();
  const auto talk = conversation_of(scored);
  const auto missed =
      std::ranges::count(scored.assessment.defects, review::Level::missed, &review::DefectResult::level);
  CHECK(talk.wrote.size() + static_cast<std::size_t>(missed) == scored.key.defects.size());
  CHECK(talk.went_by.size() == std::min<std::size_t>(5, static_cast<std::size_t>(missed)));
  for (const auto& question : talk.wrote) CHECK(!question.quote.empty());
  for (const auto& question : talk.went_by) {
    CHECK(question.quote.empty());
    CHECK(question.ask.front().ends_with("once more. What happens here on a bad day?"));
  }
  CHECK(talk.own.size() == std::min<std::size_t>(2, scored.review.comments.size()));
  const auto noise = claims_of_fate(scored, review::Fate::noise).size();
  const auto decoys = claims_of_fate(scored, review::Fate::decoy_hit).size();
  CHECK(talk.claimed.size() == noise + decoys);
}

TEST_CASE("the first question asks for the step that the words left out, and the author's own follow") {
  const auto scored = sample();
  for (const auto& question : conversation_of(scored).wrote) {
    const auto found = std::ranges::find(scored.key.defects, question.about, &review::Defect::title);
    REQUIRE(found != scored.key.defects.end());
    const auto level = result_of(scored, static_cast<std::size_t>(found - scored.key.defects.begin())).level;
    if (level == review::Level::located)
      CHECK(question.ask.front() == "You stopped at this place. What is wrong with it?");
    if (level == review::Level::identified)
      CHECK(question.ask.front() == "When does it go wrong, and who notices first?");
    for (const auto& follow_up : found->follow_ups)
      CHECK(std::ranges::find(question.ask, follow_up) != question.ask.end());
  }
}

TEST_CASE("nobody said anything: only what went by is asked about") {
  const auto talk = conversation_of(empty_sample());
  CHECK(talk.wrote.empty());
  CHECK(talk.own.empty());
  CHECK(talk.claimed.empty());
  CHECK(conversation_markdown(empty_sample()).starts_with("# Conversation about "));
}

}  // namespace runner::report
