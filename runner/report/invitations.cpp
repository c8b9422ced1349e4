#include "runner/report/invitations.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

std::string or_dash(std::string_view text) { return text.empty() ? "-" : one_line(text); }

}  // namespace

std::string link_to(std::string_view url, std::string_view token) {
  while (url.ends_with('/')) url.remove_suffix(1);
  return fmt::format("{}/i/{}", url, token);
}

std::string invited_text(const session::Invitation& invitation, std::string_view link) {
  std::string out = fmt::format("{}\n\n", link);
  if (invitation.role == session::Role::interviewer)
    return out + fmt::format("Invitation {}: the interviewers' page, as {}. The link is not shown again.\n",
                             invitation.id, one_line(invitation.name));
  out += fmt::format("Invitation {}: {}{}. The link is not shown again.\n", invitation.id,
                     one_line(invitation.exercise),
                     invitation.name.empty() ? "" : ", as " + one_line(invitation.name));
  if (!invitation.deadline.empty()) out += fmt::format("To be begun before {}.\n", invitation.deadline);
  return out;
}

std::string invited_json(const session::Invitation& invitation, std::string_view link) {
  Json out{{"schema", "seedfault.invited/1"}, {"link", link}};
  out.update(json(invitation));
  return written(out);
}

std::string invitations_text(const std::vector<session::InvitationState>& all, std::string_view now,
                             const Style& style) {
  if (all.empty()) return "No invitations yet: `seedfault invite` makes one.\n";
  Table list{.heads = {"id", "name", "exercise", "state", "attempt", "deadline"}, .rows = {}};
  for (const auto& state : all) {
    const auto& each = state.invitation;
    const bool candidate = each.role == session::Role::candidate;
    list.rows.push_back({each.id, or_dash(each.name), candidate ? or_dash(each.exercise) : "interviewer",
                         std::string(session::to_string(session::stand_of(state, now))),
                         or_dash(each.attempt), or_dash(each.deadline)});
  }
  return table(list, style);
}

std::string invitations_json(const std::vector<session::InvitationState>& all, std::string_view now) {
  Json out = Json::array();
  for (const auto& state : all) {
    auto each = json(state.invitation);
    each["state"] = session::to_string(session::stand_of(state, now));
    out.push_back(std::move(each));
  }
  return written(Json{{"schema", "seedfault.invitations/1"}, {"invitations", std::move(out)}});
}

std::string audit_text(const std::vector<session::AuditEntry>& log, const Style& style) {
  if (log.empty()) return "The log is empty.\n";
  Table list{.heads = {"entry", "at", "by", "what", "to", "detail"}, .rows = {}};
  for (const auto& entry : log)
    list.rows.push_back({fmt::format("{}", entry.number), one_line(entry.at), one_line(entry.actor),
                         one_line(entry.action), one_line(entry.subject), one_line(entry.detail)});
  return table(list, style);
}

Json json(const session::AuditEntry& entry) {
  return Json{{"number", entry.number},     {"at", entry.at},           {"actor", entry.actor},
              {"action", entry.action},     {"subject", entry.subject}, {"detail", entry.detail},
              {"previous", entry.previous}, {"hash", entry.hash}};
}

std::string audit_json(const std::vector<session::AuditEntry>& log) {
  Json out = Json::array();
  for (const auto& entry : log) out.push_back(json(entry));
  return written(Json{{"schema", "seedfault.audit/1"}, {"entries", std::move(out)}});
}

}  // namespace runner::report
