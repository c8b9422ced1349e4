#include "runner/comments/template.hpp"

#include <doctest/doctest.h>

#include "runner/comments/comments.hpp"

using namespace runner::comments;

TEST_CASE("review_file_template: names the exercise and a real file, and knows its own examples") {
  const auto text = review_file_template("Payments webhook", "app/gateway.py");
  CHECK(text.starts_with("# Review: Payments webhook\n"));
  CHECK(text.find("    app/gateway.py:24-26: [major] an entry may cover several lines\n") !=
        std::string::npos);
  CHECK(text.ends_with("## Comments\n\n"));
  CHECK(is_example("an entry may cover several lines"));
  CHECK_FALSE(is_example("no timeout"));
}

// Somebody who removes the marks around the instructions has not written the examples.
TEST_CASE("review_file_template: without its marks the examples are still no comments") {
  auto text = review_file_template("Payments webhook", "app/gateway.py");
  text.erase(text.find("<!--"), 4);
  text.erase(text.find("-->"), 3);
  const auto imported = read_review_file("REVIEW.md", text);
  REQUIRE(imported);
  for (const auto& comment : imported->review.comments)
    CHECK(comment.scope != runner::review::CommentScope::lines);
  CHECK_FALSE(imported->notes.empty());
}
