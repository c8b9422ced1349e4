// Pair sessions: opened with a link for each of the two, acted in, ended as an ordinary submitted attempt.
// What the candidate writes goes the way of every review (comment.hpp, write.hpp) and from there into the
// log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"
#include "runner/session/pair_values.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct PairRequest {
  std::string exercise;
  std::string candidate = {};              // a code name
  std::string interviewer = {};            // a name
  std::optional<std::uint64_t> seed = {};  // none: drawn
  int minutes = 0;                         // of the clock, 1 to 90; 0: the exercise's
  Feedback feedback = Feedback::none;
};
struct PairMade {
  PairSession pair;
  std::string candidate_token;  // told once and kept nowhere
  std::string interviewer_token;
};
// The attempt is made at once. Faults: those of an invitation, minutes out of bounds.
[[nodiscard]] Checked<PairMade> open_pair(const House& house, const PairRequest& request,
                                          std::string_view actor);

[[nodiscard]] Checked<std::vector<PairSession>> list_pairs(const House& house);
[[nodiscard]] Checked<PairSession> pair_named(const House& house,
                                              const std::string& id);  // an unknown id is a fault
// The session that an invitation, the candidate's or the interviewer's, belongs to; none for other
// invitations.
[[nodiscard]] Checked<std::optional<PairSession>> pair_of_invitation(const House& house,
                                                                     const std::string& id);
[[nodiscard]] Checked<std::vector<PairEvent>> pair_events(const House& house, const PairSession& pair,
                                                          int after = 0);

struct PairAct {
  PairKind kind = PairKind::note;
  std::string subject = {};  // as PairEvent::subject
  std::string text = {};
  std::string ref = {};
};
inline constexpr std::size_t longest_ref = 64;  // bytes

// Faults: a kind that this voice may not use, or that has a way of its own (comments, the closing, the end);
// no text, or too much of it; an artefact that the exercise has not, that is revealed already, or whose sort
// was closed; a clock that runs or stands already; a session that has ended.
[[nodiscard]] Checked<PairEvent> act(const House& house, const PairSession& pair, Voice by,
                                     const PairAct& act);

// The attempt is submitted as it stands, with the verdict that the candidate chose, if any.
[[nodiscard]] Checked<Attempt> end_pair(const House& house, const PairSession& pair, std::string_view actor);

// What an interviewer has at hand. Part of the key, until it is revealed.
[[nodiscard]] Checked<exercise::Tree> artefacts_of(const House& house, const PairSession& pair);

}  // namespace runner::session
