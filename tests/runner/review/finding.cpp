#include "runner/review/finding.hpp"

#include "runner/review/queue.hpp"
#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using small::at;
using small::fates;
using small::judged;
using small::overall;

const std::string close_told =
    "There is no index for this query: once there are millions of orders, each call scans the whole table.";

}  // namespace

TEST_CASE("a failure that nobody planned is unjudged when it is told closely, and noise when it is not") {
  const std::vector<std::pair<Comment, std::string>> table{
      {at(16, close_told), "unjudged"},
      {at(12, "If the response is no json, the error is swallowed here and nobody will ever notice it."),
       "unjudged"},
      {at(16, "No index!"), "noise"},
      {at(16, "There is no index here, and that is a bug in my eyes."), "noise"},
      {at(26, "There is no index here: if it grows, each request scans everything there is."), "noise"},
      {at(16,
          "No index on orders, errors are swallowed, the card number is logged, and nothing is idempotent "
          "if it is delivered twice."),
       "noise"},
      {overall("There is no index: once there are millions of rows, each call scans the whole table."),
       "noise"},
      {at(16, "nit: " + close_told), "neutral"},
  };
  for (const auto& [comment, fate] : table) {
    CAPTURE(comment.body);
    CHECK(fates(judged({comment})) == fate);
  }
}

TEST_CASE("an unjudged finding names its class, and a person is asked about it") {
  const auto found = judged({at(7, "no timeout"), at(16, close_told)});
  CHECK(found.claims[1].target == "missing-index");
  CHECK(unjudged(found) == std::vector<std::size_t>{1});
  CHECK(queue(found).empty());
}

TEST_CASE("code that is pasted says nothing, in whole files, in lines and in calls") {
  CHECK(fates(judged({at(7, "response = requests.post(PAY_URL, json=payload)")})) == "neutral");
  CHECK(fates(judged({at(17, "session.query(Order)")})) == "neutral");
  Comment file{.id = "c", .scope = CommentScope::file, .path = small::path, .body = small::code};
  CHECK(small::levels(judged({file})).empty());
}

TEST_CASE("many such claims are a spray: they are noise however closely they are told") {
  std::vector<Comment> many;
  for (const int line : {1, 3, 6, 10, 12, 15, 16, 19, 22})
    many.push_back(at(line, "no index for line " + std::to_string(line) + ": " + close_told));
  const auto found = judged(many);
  CHECK(unjudged(found).empty());
}
