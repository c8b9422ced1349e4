// A folder for one test, and a house whose store is in it.
#pragma once

#include <doctest/doctest.h>

#include "runner/session/folder.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"
#include "tests/source_tree.hpp"

namespace runner::session {

struct TestHouse {
  TemporaryFolder folder{"seedfault-test"};
  House house{.data = source_tree(), .store = folder.path() / "store"};
};

// A small attempt, for the store.
inline Attempt sample_attempt(const std::string& id) {
  return {.id = id,
          .exercise = "payments-webhook",
          .exercise_version = "1",
          .exercise_digest = "d1g",
          .tool_version = "0",
          .seed = 18446744073709551615U,
          .planted = {"a", "b\"c"},
          .candidate = "heron",
          .folder = "/x",
          .base_commit = "aa",
          .change_commit = "bb",
          .state = AttemptState::open,
          .verdict = review::Verdict::none,
          .started_at = "2026-03-17T08:42:00Z",
          .submitted_at = ""};
}

inline review::Comment sample_comment(const std::string& id) {
  using detectors::source::Line;
  return {.id = id,
          .scope = review::CommentScope::lines,
          .path = "app/x.py",
          .side = review::Side::before,
          .lines = {Line{3}, Line{4}},
          .columns = {detectors::source::Column{5}, detectors::source::Column{9}},
          .body = "no timeout \xF0\x9F\x98\x80\n'; DROP TABLE comments; --",
          .suggestions = {{{Line{3}, Line{4}}, "x = 1\n"}},
          .severity = review::Severity::major,
          .label = "issue",
          .decorations = {"blocking", "if-minor"},
          .author = "heron",
          .thread = "t",
          .reply_to = "c0",
          .state = review::CommentState::draft,
          .resolved = true,
          .anchor = review::AnchorQuality::inferred,
          .anchor_note = "it was line 5",
          .source = "cli",
          .origin = {.instance = "tool",
                     .external_id = "17",
                     .commit = "cc",
                     .created_at = "2026-03-17T08:42:00Z",
                     .updated_at = "2026-03-17T08:43:00Z"},
          .raw = "{}"};
}

}  // namespace runner::session
