// Who may come in by the browser, and as what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/values.hpp"

namespace runner::session {

// pair_interviewer: of one pair session, and of nothing else.
enum class Role { candidate, interviewer, pair_interviewer };
[[nodiscard]] std::string_view to_string(Role role);   // "pair-interviewer"
[[nodiscard]] Role role_named(std::string_view name);  // what is not known opens no more than a candidate's

// What a candidate sees after submission: nothing, the letter, the letter with what went by.
enum class Feedback { none, letter, answers };
[[nodiscard]] std::string_view to_string(Feedback feedback);
[[nodiscard]] std::optional<Feedback> feedback_named(std::string_view name);

struct Invitation {
  std::string id;  // "i7": no secret, it opens nothing
  std::string token_hash;
  Role role = Role::candidate;
  std::string name;      // a candidate's code name, or "", or an interviewer's name
  std::string exercise;  // "" for an interviewer
  std::uint64_t seed = 0;
  std::string attempt;    // "" until the candidate begins
  std::string deadline;   // ISO 8601, UTC; "": none
  int time_factor = 100;  // percent of the exercise's minutes
  Feedback feedback = Feedback::letter;
  std::string made_at;
  std::string revoked_at;  // "": valid
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

struct Pause {
  std::string began_at;
  std::string ended_at;  // "" while it lasts
  friend bool operator==(const Pause&, const Pause&) = default;
};

// The summary and the verdict of a review that is not submitted.
struct Closing {
  std::string summary;
  review::Verdict verdict = review::Verdict::none;
  std::string saved_at;
  friend bool operator==(const Closing&, const Closing&) = default;
};

// An invitation with what became of it.
struct InvitationState {
  Invitation invitation;
  std::optional<Attempt> attempt;
  std::vector<Pause> pauses;
};

enum class Stand { invited, expired, started, paused, submitted, revoked };
[[nodiscard]] std::string_view to_string(Stand stand);
// `now` as of now_utc.
[[nodiscard]] Stand stand_of(const InvitationState& state, std::string_view now);

// A soft budget: shown, and never scored.
struct Budget {
  std::int64_t allowed = 0;  // seconds: the exercise's minutes by the time factor
  std::int64_t used = 0;     // seconds since the beginning without the pauses; until the submission
};
[[nodiscard]] Budget budget_of(const InvitationState& state, int minutes, std::string_view now);

// One entry of the audit log.
struct AuditEntry {
  int number = 0;       // from 1
  std::string at;       // ISO 8601, UTC
  std::string actor;    // "i7", or "command line"; never a name
  std::string action;   // "invite", "begin", "submit", …
  std::string subject;  // what it was done to: "i8", "payments-webhook-3"
  std::string detail;   // single words and numbers: no text that a person wrote
  std::string previous;
  std::string hash;
  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

}  // namespace runner::session
