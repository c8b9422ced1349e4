#include "runner/report/listing.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "sample.hpp"

using namespace runner::report;
using runner::exercise::Exercise;

namespace {

// Every text of the key holds the word "secret", so that a leak is seen wherever it is.
Exercise exercise() {
  Exercise made;
  made.id = "payments-webhook";
  made.title = "Payments webhook";
  made.version = "1";
  made.summary = "A webhook that books refunds.";
  made.language = "python";
  made.level = "L4";
  made.minutes = 45;
  made.patterns = {"observability-gap"};
  made.ai_policy = "Use none: we want to talk about what you saw.";
  made.plant = {.at_least = 5, .at_most = 6, .always = {"secret-a"}};
  made.brief = "# Brief\n\nReview it as you would a colleague's.\n";
  made.pull_request = {.title = "Accept refunds",
                       .author = "Kim",
                       .email = "kim@example.org",
                       .branch = "refunds",
                       .ticket = "PAY-412",
                       .base_message = "base",
                       .when = "2026-11-22T10:00:00+00:00",
                       .body = "Adds the webhook.\n\n- tested by hand\n"};
  made.tree = {{"app/gateway.py", "secret\n"}, {"app/webhooks.py", "secret\n"}};
  made.before_patch = "secret";
  runner::exercise::PlantedDefect defect;
  defect.id = "secret-a";
  defect.class_id = "secret-class";
  defect.title = "secret title";
  defect.why = "secret why";
  defect.fix = "secret fix";
  defect.places = {{"app/gateway.py", "secret code", "", runner::review::PlaceRole::primary}};
  defect.words.cause = {"secret words"};
  defect.follow_ups = {"secret question"};
  made.defects = {defect};
  made.decoys = {{"secret-decoy", "secret decoy", "secret-class", {}, "secret reason", {}}};
  made.reviews = {{"secret-review", "secret", false, {}, {}, {}, std::nullopt}};
  made.artifacts = {{"secret.log", "secret"}};
  made.digest = "abc";
  return made;
}

bool tells(const std::string& text) { return text.find("secret") != std::string::npos; }

}  // namespace

TEST_CASE("lists are what the golden files say") {
  check_golden("exercises.txt", exercises_text({exercise()}, Answers::no, {}));
  check_golden("exercises.json", exercises_json({exercise()}, Answers::no));
  check_golden("exercise.txt", exercise_text(exercise(), Answers::no, {}));
  check_golden("exercise.json", exercise_json(exercise(), Answers::no));
  check_golden("exercise-answers.txt", exercise_text(exercise(), Answers::yes, {}));
  check_golden("exercise-answers.json", exercise_json(exercise(), Answers::yes));
  check_golden("attempts.txt", attempts_text({sample().attempt}, {.colour = Colour::no, .width = 120}));
  check_golden("attempts.json", attempts_json({sample().attempt}));
  check_golden("comments.txt", comments_text(sample().review, Bodies::first_line, {}));
  check_golden("comments-whole.txt", comments_text(sample().review, Bodies::whole, {}));
  check_golden("comments.json", comments_json(sample().review));
}

TEST_CASE("without answers nothing of the key is told") {
  for (const auto& text :
       {exercises_text({exercise()}, Answers::no, {}), exercises_json({exercise()}, Answers::no),
        exercise_text(exercise(), Answers::no, {}), exercise_json(exercise(), Answers::no)}) {
    CHECK_FALSE(tells(text));
    CHECK(text.find("bservability") == std::string::npos);
    CHECK(text.find("efects") == std::string::npos);
  }
  CHECK(tells(exercise_text(exercise(), Answers::yes, {})));
  CHECK(tells(exercise_json(exercise(), Answers::yes)));
  CHECK(exercises_text({exercise()}, Answers::yes, {}).find("DEFECTS") != std::string::npos);
}

TEST_CASE("without answers the output does not depend on the key") {
  auto other = exercise();
  other.defects.clear();
  other.decoys.clear();
  other.reviews.clear();
  other.artifacts.clear();
  other.patterns.clear();
  other.plant = {};
  for (auto& file : other.tree) file.text += "more\nlines\n";
  CHECK(exercise_text(other, Answers::no, {}) == exercise_text(exercise(), Answers::no, {}));
  CHECK(exercise_json(other, Answers::no) == exercise_json(exercise(), Answers::no));
  CHECK(exercises_json({other}, Answers::no) == exercises_json({exercise()}, Answers::no));
}

TEST_CASE("a list of attempts never tells what was planted") {
  const auto attempt = sample().attempt;
  for (const auto& text : {attempts_text({attempt}, {}), attempts_json({attempt})})
    for (const auto& defect : attempt.planted) CHECK(text.find(defect) == std::string::npos);
}

TEST_CASE("empty lists say so in words, and are valid JSON") {
  CHECK(exercises_text({}, Answers::no, {}) == "The bank is empty.\n");
  CHECK(comments_text({}, Bodies::whole, {}) == "No comment yet.\n");
  CHECK(attempts_text({}, {}).starts_with("No attempt yet."));
  CHECK(nlohmann::json::parse(attempts_json({}))["attempts"].empty());
  CHECK(nlohmann::json::parse(comments_json({}))["comments"].is_array());
}

TEST_CASE("a comment cannot drive the terminal") {
  CHECK(comments_text(sample().review, Bodies::whole, {}).find('\x1b') == std::string::npos);
}
