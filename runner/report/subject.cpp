#include "runner/report/subject.hpp"

#include <fmt/format.h>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

Json invitation_json(const session::InvitationState& state) {
  const auto& each = state.invitation;
  Json pauses = Json::array();
  for (const auto& pause : state.pauses)
    pauses.push_back({{"began_at", pause.began_at}, {"ended_at", pause.ended_at}});
  auto out = json(each);
  out["revoked_at"] = each.revoked_at;
  out["pauses"] = std::move(pauses);
  return out;
}

Json held_attempt_json(const session::HeldAttempt& held) {
  const auto& each = held.attempt;
  Json comments = Json::array(), unfinished = Json::array(), decisions = Json::array(),
       scores = Json::array();
  for (const auto& comment : held.comments) comments.push_back(json(comment));
  for (const auto& typed : held.unfinished)
    unfinished.push_back({{"place", typed.place}, {"body", typed.body}, {"saved_at", typed.saved_at}});
  for (const auto& decision : held.decisions)
    decisions.push_back({{"number", decision.number},
                         {"comment", decision.comment},
                         {"reason", decision.reason},
                         {"made_at", decision.when}});
  for (const auto& score : held.scores)
    scores.push_back(
        {{"number", score.number}, {"made_at", score.made_at}, {"tool_version", score.tool_version}});
  return {{"id", each.id},
          {"exercise", each.exercise},
          {"candidate", each.candidate},
          {"folder", each.folder},
          {"state", session::to_string(each.state)},
          {"verdict", identifier(review::to_string(each.verdict))},
          {"started_at", each.started_at},
          {"submitted_at", each.submitted_at},
          {"comments", std::move(comments)},
          {"unfinished", std::move(unfinished)},
          {"summary", held.closing.summary},
          {"viewed", held.viewed},
          {"decisions", std::move(decisions)},
          {"scores", std::move(scores)}};
}

std::string listed(std::string_view what, const std::vector<std::string>& ids) {
  return ids.empty() ? std::string() : fmt::format("{}: {}\n", what, fmt::join(ids, ", "));
}

}  // namespace

std::string held_json(const session::Held& held) {
  Json invitations = Json::array(), attempts = Json::array();
  for (const auto& each : held.invitations) invitations.push_back(invitation_json(each));
  for (const auto& each : held.attempts) attempts.push_back(held_attempt_json(each));
  return written({{"schema", "seedfault.subject/1"},
                  {"subject", held.subject},
                  {"invitations", std::move(invitations)},
                  {"attempts", std::move(attempts)}});
}

std::string erased_text(const session::Erased& erased) {
  if (erased.attempts.empty() && erased.invitations.empty()) return "Nothing to erase.\n";
  auto out = listed("Attempts erased", erased.attempts) + listed("Invitations erased", erased.invitations);
  for (const auto& note : erased.notes) out += fmt::format("note: {}\n", one_line(note));
  return out + "The audit log keeps the ids, and that they were erased. Backups are yours to look after.\n";
}

std::string erased_json(const session::Erased& erased) {
  return written({{"schema", "seedfault.erased/1"},
                  {"attempts", erased.attempts},
                  {"invitations", erased.invitations},
                  {"notes", erased.notes}});
}

std::string overdue_text(const session::Overdue& overdue, const Style& style) {
  if (overdue.attempts.empty() && overdue.invitations.empty())
    return fmt::format("Nothing ended before {}.\n", overdue.before);
  Table list{.heads = {"what", "candidate", "exercise", "began", "submitted"}, .rows = {}};
  const auto or_dash = [](std::string_view text) { return text.empty() ? std::string("-") : one_line(text); };
  for (const auto& each : overdue.attempts)
    list.rows.push_back({each.id, or_dash(each.candidate), each.exercise, or_dash(each.started_at),
                         or_dash(each.submitted_at)});
  for (const auto& each : overdue.invitations)
    list.rows.push_back({each.id, or_dash(each.name), or_dash(each.exercise), "-", "-"});
  return table(list, style) +
         fmt::format("\nEnded before {}. `seedfault retention --days N --erase` erases them.\n",
                     overdue.before);
}

std::string overdue_json(const session::Overdue& overdue) {
  Json attempts = Json::array(), invitations = Json::array();
  for (const auto& each : overdue.attempts) attempts.push_back(each.id);
  for (const auto& each : overdue.invitations) invitations.push_back(each.id);
  return written({{"schema", "seedfault.overdue/1"},
                  {"before", overdue.before},
                  {"attempts", std::move(attempts)},
                  {"invitations", std::move(invitations)}});
}

}  // namespace runner::report
