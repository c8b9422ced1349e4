// A pair session as values: an append-only log of events, and what stands after them. `fold` is pure: the
// same events give the same state on every machine, and nothing of a session is known that is not in its log.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/invitation_values.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

inline constexpr int longest_pair_minutes = 90;
inline constexpr int most_pair_events = 5000;

// Who does it. A command of this machine counts as the candidate's where it writes a comment.
enum class Voice { candidate, interviewer };
[[nodiscard]] std::string_view to_string(Voice voice);
[[nodiscard]] std::optional<Voice> voice_named(std::string_view name);

enum class PairKind {
  comment,  // a comment as it stands now: new, or changed
  taken,    // a comment was taken back
  closing,  // summary and verdict as they stand now
  ask,      // the candidate asks for something
  prompt,   // "why this over that?"
  hint,     //
  limit,    // a constraint: "logs are unavailable from now on"; subject: the sort of artefact that it closes
  reveal,   // subject: the artefact's path
  note,     // the interviewer's own
  clock,    // subject: "start", "pause"
  ended,
};

// What there is to know of a kind of event: a row of one table.
struct PairRule {
  PairKind kind;
  std::string_view name;
  bool by_candidate;
  bool by_interviewer;
  bool seen_by_candidate;  // the interviewer sees all
  std::size_t longest;     // bytes of its text; 0: it has none
};
[[nodiscard]] const PairRule& rule_of(PairKind kind);
[[nodiscard]] std::span<const PairRule> pair_rules();
[[nodiscard]] std::string_view to_string(PairKind kind);
[[nodiscard]] std::optional<PairKind> pair_kind_named(std::string_view name);
[[nodiscard]] bool sees(Voice voice, PairKind kind);

struct PairEvent {
  int number = 0;       // from 1, without gaps
  std::string at = {};  // ISO 8601, UTC
  Voice by = Voice::interviewer;
  PairKind kind = PairKind::note;
  std::string subject = {};   // a comment's id, an artefact's path, a verdict, …
  std::string place = {};     // of a comment: see place_text
  std::string severity = {};  // of a comment, or ""
  std::string text = {};
  std::string ref = {};  // what its sender called it: sent again, it is not taken again; "" for none
  friend bool operator==(const PairEvent&, const PairEvent&) = default;
};

struct PairSession {
  std::string id;  // "p3": no secret
  std::string exercise;
  std::string attempt;
  std::string candidate;  // the ids of the two invitations
  std::string interviewer;
  int minutes = 0;  // of the clock
  std::string made_at;
  friend bool operator==(const PairSession&, const PairSession&) = default;
};

// What was said to both, in order: prompts, hints, constraints, questions, artefacts that were revealed.
struct PairState {
  int last = 0;  // the number of the last event
  std::vector<review::Comment> comments;
  Closing closing;
  std::vector<PairEvent> said;
  std::vector<PairEvent> notes;
  std::vector<std::string> revealed;  // paths, in the order of their revealing
  std::vector<std::string> closed;    // sorts of artefacts that a constraint closed
  std::optional<std::string> running_since;
  std::int64_t seconds = 0;  // of the clock before `running_since`
  std::string ended_at;      // "" while it lasts
};
[[nodiscard]] PairState fold(std::span<const PairEvent> events);
void apply(PairState& state, const PairEvent& event);

[[nodiscard]] std::int64_t clock_seconds(const PairState& state, std::string_view now);

// Where a comment stands, in one line: "review", "file x.py", "after 3-5 x.py". What is no place reads as the
// review.
[[nodiscard]] std::string place_text(const review::Comment& comment);
void set_place(review::Comment& comment, std::string_view place);

// What an attempt's changes are as events.
[[nodiscard]] PairEvent event_of(const review::Comment& comment);
[[nodiscard]] PairEvent event_of(const Closing& closing);
[[nodiscard]] PairEvent taken_event(std::string_view comment);
// By whose invitation it was ended: `tell_pair` knows whose that is.
[[nodiscard]] PairEvent ended_event(std::string_view actor);

// "logs", "metrics", "query plans" or "documents", by the file's name.
[[nodiscard]] std::string_view artefact_sort(std::string_view path);
inline constexpr std::string_view artefact_sorts[] = {"logs", "metrics", "query plans", "documents"};

}  // namespace runner::session
