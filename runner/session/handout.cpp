#include "runner/session/handout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/audit.hpp"
#include "runner/session/pack_store.hpp"
#include "runner/session/panel.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

// Puts what was read where it belongs; false, with the faults, when it could not be read.
template <class Value>
bool take(Faults& faults, Checked<Value> read, Value& into) {
  if (read)
    into = *std::move(read);
  else
    faults = std::move(read.error());
  return faults.empty();
}

HeldPanel held(Pack pack, const CalibrationLog& log) {
  HeldPanel result{.pack = {}, .defects = {}, .steps = {}};
  for (const auto& step : log.entries)
    if (step.subject == pack.id) result.steps.push_back(step);
  const auto& review = pack.reviews.front();
  if (pack.revealed_at.empty())
    pack.sheets.clear();
  else
    for (std::size_t i = 0; i < review.defects.size(); ++i)
      result.defects.push_back(panel_defect(pack, review, i));
  result.pack = std::move(pack);
  return result;
}

bool take_panels(Faults& faults, Store& store, Handout& into) {
  std::vector<Pack> panels;
  CalibrationLog log;
  if (!take(faults, panels_of(store, into.attempt.id), panels) || !take(faults, read_log(store), log))
    return false;
  into.calibration_broken = log.broken;
  for (auto& pack : panels) into.panels.push_back(held(std::move(pack), log));
  return true;
}

bool take_invitation(Faults& faults, Store& store, Handout& into) {
  std::vector<Invitation> invitations;
  if (!take(faults, store.invitations(), invitations)) return false;
  const auto found = std::ranges::find(invitations, into.attempt.id, &Invitation::attempt);
  if (found == invitations.end()) return true;
  found->name.clear();
  found->token_hash.clear();
  into.invitation = InvitationState{.invitation = *found, .attempt = {}, .pauses = {}};
  return take(faults, store.pauses(found->id), into.invitation->pauses);
}

bool take_log(Faults& faults, Store& store, Handout& into) {
  std::vector<AuditEntry> log;
  if (!take(faults, store.audit_entries(), log)) return false;
  if (const auto head = verify(log))
    into.head = head->number == 0 ? std::string() : fmt::format("{}:{}", head->number, head->hash);
  else
    into.audit_fault = to_string(head.error().front());
  const auto invitation = into.invitation ? into.invitation->invitation.id : std::string();
  for (auto& entry : log)
    if (entry.subject == into.attempt.id || (!invitation.empty() && entry.subject == invitation))
      into.entries.push_back(std::move(entry));
  return true;
}

}  // namespace

Checked<Handout> handout(const House& house, const std::string& id) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  Handout result;
  std::vector<ScoreRecord> scores;
  Faults faults;
  const bool read =
      take(faults, store->attempt(id), result.attempt) && take(faults, store->scores(id), scores) &&
      take(faults, store->decisions(id), result.decisions) && take_invitation(faults, *store, result) &&
      take_panels(faults, *store, result) && take_log(faults, *store, result);
  if (!read) return tl::make_unexpected(std::move(faults));
  for (auto& each : scores)
    result.scores.push_back({.number = each.number,
                             .made_at = std::move(each.made_at),
                             .tool_version = std::move(each.tool_version),
                             .inputs = std::move(each.inputs),
                             .document = std::move(each.document)});
  result.attempt.candidate.clear();
  result.attempt.folder.clear();
  return result;
}

}  // namespace runner::session
