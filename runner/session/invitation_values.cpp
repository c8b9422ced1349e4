#include "runner/session/invitation_values.hpp"

#include <algorithm>

#include "runner/session/clock.hpp"

namespace runner::session {
namespace {

std::int64_t seconds_of(std::string_view text) {
  const auto moment = read_moment(text);
  return moment ? moment->seconds : 0;
}

}  // namespace

std::string_view to_string(Role role) {
  constexpr std::string_view names[] = {"candidate", "interviewer", "pair-interviewer"};
  return names[static_cast<std::size_t>(role)];
}

Role role_named(std::string_view name) {
  for (const auto role : {Role::interviewer, Role::pair_interviewer})
    if (to_string(role) == name) return role;
  return Role::candidate;
}

std::string_view to_string(Feedback feedback) {
  switch (feedback) {
    case Feedback::none:
      return "none";
    case Feedback::letter:
      return "letter";
    case Feedback::answers:
      return "answers";
  }
  return "none";
}

std::optional<Feedback> feedback_named(std::string_view name) {
  for (const auto feedback : {Feedback::none, Feedback::letter, Feedback::answers})
    if (to_string(feedback) == name) return feedback;
  return std::nullopt;
}

std::string_view to_string(Stand stand) {
  constexpr std::string_view names[] = {"invited", "expired", "started", "paused", "submitted", "revoked"};
  return names[static_cast<std::size_t>(stand)];
}

Stand stand_of(const InvitationState& state, std::string_view now) {
  const auto& invitation = state.invitation;
  if (!invitation.revoked_at.empty()) return Stand::revoked;
  if (state.attempt && state.attempt->state == AttemptState::submitted) return Stand::submitted;
  if (state.attempt)
    return !state.pauses.empty() && state.pauses.back().ended_at.empty() ? Stand::paused : Stand::started;
  const bool late = !invitation.deadline.empty() && seconds_of(invitation.deadline) < seconds_of(now);
  return late ? Stand::expired : Stand::invited;
}

Budget budget_of(const InvitationState& state, int minutes, std::string_view now) {
  Budget budget{.allowed = std::int64_t{60} * minutes * state.invitation.time_factor / 100, .used = 0};
  if (!state.attempt) return budget;
  const auto& attempt = *state.attempt;
  const auto end = seconds_of(attempt.submitted_at.empty() ? now : attempt.submitted_at);
  budget.used = end - seconds_of(attempt.started_at);
  for (const auto& pause : state.pauses)
    budget.used -=
        std::max<std::int64_t>(0, std::min(end, pause.ended_at.empty() ? end : seconds_of(pause.ended_at)) -
                                      seconds_of(pause.began_at));
  budget.used = std::max<std::int64_t>(0, budget.used);
  return budget;
}

}  // namespace runner::session
