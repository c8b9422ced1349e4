// What the use cases hand to the faces: plain values, ready to be shown, nothing left to look up.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runner/exercise/exercise.hpp"
#include "runner/git/patch.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/decision.hpp"
#include "runner/review/key.hpp"
#include "runner/review/score.hpp"
#include "runner/session/panel_values.hpp"

namespace runner::session {

enum class AttemptState { open, submitted };
[[nodiscard]] std::string_view to_string(AttemptState state);

struct Attempt {
  std::string id;
  std::string exercise;
  std::string exercise_version;
  std::string exercise_digest;
  std::string tool_version;
  std::uint64_t seed = 0;
  std::vector<std::string> planted;  // ids of the planted defects; part of the key
  std::string candidate;             // a pseudonym, or ""
  std::string folder;  // where the candidate's folder was put, absolute; "" for one made from a sample
  std::string base_commit;
  std::string change_commit;
  AttemptState state = AttemptState::open;
  review::Verdict verdict = review::Verdict::none;
  std::string started_at;    // ISO 8601, UTC
  std::string submitted_at;  // "" while open
  int comment_count = 0;
};

// Everything that a report of one scored attempt needs.
struct Scored {
  Attempt attempt;
  std::string exercise_title;
  std::string pull_request_title;
  int minutes = 0;  // suggested
  review::Review review;
  review::Key key;
  review::Assessment assessment;
  review::Scorecard card;
  review::Policy policy;
  std::vector<review::Decision> decisions;  // the whole journal of what people decided, oldest first
  std::optional<PanelWord> panel;           // the last word on the levels, where a panel has decided them
  std::string scored_by;                    // the version of the program that scored
  std::string inputs;                // SHA-256 of what was scored: comments, verdict, trials, decisions
  std::vector<git::FileDiff> diffs;  // the change as the candidate saw it, in the candidate's file order
  std::vector<std::string>
      notes;  // what the reader must know: "the exercise changed since", "proofs not run: …"
};

// What people decided about one attempt, oldest first, what was overtaken or withdrawn too.
struct Journal {
  Attempt attempt;
  std::vector<review::Decision> decisions;
};

}  // namespace runner::session
