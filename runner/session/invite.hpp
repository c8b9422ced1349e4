// Invitations: made, admitted by their token, begun, changed, taken back. Each of it leaves an entry in the
// audit log, by `actor`: an invitation's id, or audit.hpp's command_line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"

namespace runner::session {

struct InviteRequest {
  Role role = Role::candidate;
  std::string name = {};
  std::string exercise = {};               // of a candidate's invitation
  std::optional<std::uint64_t> seed = {};  // none: drawn
  std::string deadline = {};  // ISO 8601 with an offset, a day ("2026-04-30": its end, UTC), or ""
  int time_factor = 100;      // percent, 50 to 1000
  Feedback feedback = Feedback::letter;
};
struct Invited {
  Invitation invitation;
  std::string token;  // told once and kept nowhere
};
// Faults: an exercise that cannot be planted, a deadline that is no time or has passed, a factor or a name
// out of bounds, an interviewer without a name.
[[nodiscard]] Checked<Invited> invite(const House& house, const InviteRequest& request,
                                      std::string_view actor);

// Whose token this is; none for a token that is unknown or taken back.
[[nodiscard]] Checked<std::optional<Invitation>> admit(const House& house, std::string_view token);

// The candidate begins: the attempt is made, without a folder. Asked again it gives the same attempt.
// Faults: past the deadline.
[[nodiscard]] Checked<Attempt> begin(const House& house, const Invitation& invitation);

struct InvitationChange {
  std::optional<std::string> deadline = {};  // "" takes it away
  std::optional<int> time_factor = {};
  std::optional<Feedback> feedback = {};
};
[[nodiscard]] Checked<Invitation> change_invitation(const House& house, const std::string& id,
                                                    const InvitationChange& change, std::string_view actor);
// From now on the token opens nothing; what was written stays.
[[nodiscard]] Checked<Invitation> revoke(const House& house, const std::string& id, std::string_view actor);

enum class Clock { pause, resume };
// Faults: not begun, already submitted, paused already, not paused.
[[nodiscard]] Checked<std::monostate> set_clock(const House& house, const std::string& id, Clock clock,
                                                std::string_view actor);

[[nodiscard]] Checked<std::vector<InvitationState>> list_invitations(const House& house);
[[nodiscard]] Checked<InvitationState> invitation_state(const House& house, const std::string& id);

}  // namespace runner::session
