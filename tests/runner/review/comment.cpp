#include "runner/review/comment.hpp"

#include <doctest/doctest.h>

#include "runner/review/assessment.hpp"

namespace {

using namespace runner::review;

TEST_CASE("names go both ways") {
  for (const auto verdict : {Verdict::none, Verdict::approve, Verdict::request_changes, Verdict::comment})
    CHECK(verdict_named(to_string(verdict)) == verdict);
  for (const auto level : {Level::missed, Level::located, Level::identified, Level::explained, Level::fixed})
    CHECK(level_named(to_string(level)) == level);
  CHECK_FALSE(verdict_named("approved").has_value());
  CHECK_FALSE(level_named("").has_value());
  CHECK(to_string(Verdict::request_changes) == "request-changes");
}

TEST_CASE("every value has its name") {
  CHECK(to_string(CommentScope::lines) == "lines");
  CHECK(to_string(Side::before) == "before");
  CHECK(to_string(AnchorQuality::none) == "none");
  CHECK(to_string(CommentState::draft) == "draft");
  CHECK(to_string(EvidenceKind::label) == "label");
  CHECK(to_string(EvidenceKind::wrong_remedy) == "wrong remedy");
  CHECK(to_string(Fate::neutral) == "neutral");
  CHECK(to_string(Fate::valid_extra) == "valid extra");
}

}  // namespace
