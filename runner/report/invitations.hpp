// Invitations and the audit log, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/invitation_values.hpp"

namespace runner::report {

// The one time that a link is told. `url` is where the server is reached.
[[nodiscard]] std::string link_to(std::string_view url, std::string_view token);
[[nodiscard]] std::string invited_text(const session::Invitation& invitation, std::string_view link);
[[nodiscard]] std::string invited_json(const session::Invitation& invitation, std::string_view link);

[[nodiscard]] std::string invitations_text(const std::vector<session::InvitationState>& all,
                                           std::string_view now, const Style& style);
[[nodiscard]] std::string invitations_json(const std::vector<session::InvitationState>& all,
                                           std::string_view now);

[[nodiscard]] std::string audit_text(const std::vector<session::AuditEntry>& log, const Style& style);
[[nodiscard]] std::string audit_json(const std::vector<session::AuditEntry>& log);

}  // namespace runner::report
