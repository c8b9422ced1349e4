#include "runner/session/invite.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/secret.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/start.hpp"

namespace runner::session {
namespace {

constexpr std::size_t longest_name = 100;  // bytes
constexpr int least_factor = 50;
constexpr int most_factor = 1000;

void check_name(Faults& faults, const InviteRequest& request) {
  const auto& name = request.name;
  if (request.role != Role::candidate && name.find_first_not_of(' ') == std::string::npos)
    faults.push_back({"name", {}, "is missing", "say who the interviewer is: decisions are signed with it"});
  if (name.size() > longest_name)
    faults.push_back({"name", {}, fmt::format("is longer than {} bytes", longest_name), "cut it down"});
  if (std::ranges::any_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
    faults.push_back({"name", {}, "holds a control character", "write it on one line"});
}

void check_factor(Faults& faults, int factor) {
  if (factor < least_factor || factor > most_factor)
    faults.push_back(
        {"time factor",
         {},
         fmt::format("{} percent is out of bounds", factor),
         fmt::format("use {} to {}: 150 is half as much time again", least_factor, most_factor)});
}

// A time as it is stored, UTC. A day alone means its end.
std::optional<std::string> deadline_of(std::string_view typed) {
  if (typed.empty()) return "";
  const auto moment =
      typed.size() == 10 ? read_moment(fmt::format("{}T23:59:59Z", typed)) : read_moment(typed);
  if (!moment) return std::nullopt;
  return utc(moment->seconds);
}

std::optional<std::string> check_deadline(Faults& faults, const std::string& typed) {
  auto deadline = deadline_of(typed);
  if (!deadline)
    faults.push_back({"deadline",
                      {},
                      fmt::format("\"{}\" is not a time", typed),
                      "write it as 2026-04-30, or as 2026-04-30T18:00:00+02:00"});
  else if (!deadline->empty() && *deadline <= now_utc())
    faults.push_back({"deadline", {}, fmt::format("{} has passed", *deadline), "choose a later one"});
  return deadline;
}

// The exercise must be one that can be planted with this seed: a candidate is not the one to find out.
void check_exercise(Faults& faults, const House& house, const std::string& id, std::uint64_t seed) {
  auto loaded = load_exercise(house, id);
  if (!loaded) {
    faults.insert(faults.end(), loaded.error().begin(), loaded.error().end());
    return;
  }
  auto chosen = exercise::choose(*loaded, seed);
  if (const auto stage = set_stage(*std::move(loaded), std::move(chosen)); !stage)
    faults.insert(faults.end(), stage.error().begin(), stage.error().end());
}

Checked<Invitation> named(Store& store, const std::string& id) {
  auto found = store.invitation_by(InvitationKey::id, id);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  if (*found) return **found;
  return faulty({id, {}, "no such invitation", "`seedfault invitations` shows them all"});
}

Checked<InvitationState> state_in(Store& store, Invitation invitation) {
  InvitationState state{.invitation = std::move(invitation), .attempt = {}, .pauses = {}};
  auto pauses = store.pauses(state.invitation.id);
  if (!pauses) return tl::make_unexpected(std::move(pauses.error()));
  state.pauses = *std::move(pauses);
  if (state.invitation.attempt.empty()) return state;
  auto attempt = store.attempt(state.invitation.attempt);
  if (!attempt) return tl::make_unexpected(std::move(attempt.error()));
  state.attempt = *std::move(attempt);
  return state;
}

Checked<Invitation> kept(Store& store, Invitation invitation, const Deed& deed) {
  if (auto put = store.put(invitation); !put) return tl::make_unexpected(std::move(put.error()));
  if (auto noted = note(store, deed); !noted) return tl::make_unexpected(std::move(noted.error()));
  return invitation;
}

}  // namespace

Checked<Invited> invite(const House& house, const InviteRequest& request, std::string_view actor) {
  Faults faults;
  check_name(faults, request);
  check_factor(faults, request.time_factor);
  const auto deadline = check_deadline(faults, request.deadline);
  const auto seed = request.seed ? *request.seed : draw_seed();
  if (request.role == Role::candidate) check_exercise(faults, house, request.exercise, seed);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  const auto token = draw_token();
  Invitation invitation{.id = {},
                        .token_hash = hash_of(std::string_view(token)),
                        .role = request.role,
                        .name = request.name,
                        .exercise = request.exercise,
                        .seed = seed,
                        .attempt = {},
                        .deadline = *deadline,
                        .time_factor = request.time_factor,
                        .feedback = request.feedback,
                        .made_at = now_utc(),
                        .revoked_at = {}};
  return in_transaction(house, [&](Store& store) -> Checked<Invited> {
    auto id = store.next_invitation_id();
    if (!id) return tl::make_unexpected(std::move(id.error()));
    invitation.id = *id;
    auto made = kept(store, invitation,
                     {.actor = std::string(actor),
                      .action = "invite",
                      .subject = *id,
                      .detail = std::string(to_string(request.role))});
    if (!made) return tl::make_unexpected(std::move(made.error()));
    return Invited{.invitation = *std::move(made), .token = token};
  });
}

Checked<std::optional<Invitation>> admit(const House& house, std::string_view token) {
  if (!looks_like_token(token)) return std::optional<Invitation>{};
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = store->invitation_by(InvitationKey::token_hash, hash_of(token));
  if (found && *found && !(*found)->revoked_at.empty()) found->reset();
  return found;
}

Checked<Attempt> begin(const House& house, const Invitation& invitation) {
  auto loaded = load_exercise(house, invitation.exercise);
  if (!loaded) return tl::make_unexpected(std::move(loaded.error()));
  auto chosen = exercise::choose(*loaded, invitation.seed);
  const auto stage = set_stage(*std::move(loaded), std::move(chosen));
  if (!stage) return tl::make_unexpected(stage.error());
  return in_transaction(house, [&](Store& store) -> Checked<Attempt> {
    auto now = named(store, invitation.id);
    if (!now) return tl::make_unexpected(std::move(now.error()));
    if (!now->attempt.empty()) return store.attempt(now->attempt);
    if (!now->revoked_at.empty() || (!now->deadline.empty() && now->deadline < now_utc()))
      return faulty({invitation.id,
                     {},
                     fmt::format("cannot begin after {}", now->deadline),
                     "ask whoever sent you the link for a later date"});
    auto attempt = start_without_folder(store, *stage, invitation.seed, invitation.name);
    if (!attempt) return attempt;
    now->attempt = attempt->id;
    auto begun =
        kept(store, *now, {.actor = now->id, .action = "begin", .subject = attempt->id, .detail = {}});
    if (!begun) return tl::make_unexpected(std::move(begun.error()));
    return attempt;
  });
}

Checked<Invitation> change_invitation(const House& house, const std::string& id,
                                      const InvitationChange& change, std::string_view actor) {
  Faults faults;
  std::optional<std::string> deadline;
  if (change.deadline) deadline = check_deadline(faults, *change.deadline);
  if (change.time_factor) check_factor(faults, *change.time_factor);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return in_transaction(house, [&](Store& store) -> Checked<Invitation> {
    auto found = named(store, id);
    if (!found) return found;
    if (deadline) found->deadline = *deadline;
    if (change.time_factor) found->time_factor = *change.time_factor;
    if (change.feedback) found->feedback = *change.feedback;
    return kept(store, *found,
                {.actor = std::string(actor),
                 .action = "change",
                 .subject = id,
                 .detail = fmt::format("deadline={} factor={} feedback={}", found->deadline,
                                       found->time_factor, to_string(found->feedback))});
  });
}

Checked<Invitation> revoke(const House& house, const std::string& id, std::string_view actor) {
  return in_transaction(house, [&](Store& store) -> Checked<Invitation> {
    auto found = named(store, id);
    if (!found || !found->revoked_at.empty()) return found;
    found->revoked_at = now_utc();
    return kept(store, *found,
                {.actor = std::string(actor), .action = "revoke", .subject = id, .detail = {}});
  });
}

Checked<std::monostate> set_clock(const House& house, const std::string& id, Clock clock,
                                  std::string_view actor) {
  return in_transaction(house, [&](Store& store) -> Checked<std::monostate> {
    auto found = named(store, id);
    if (!found) return tl::make_unexpected(std::move(found.error()));
    const auto state = state_in(store, *std::move(found));
    if (!state) return tl::make_unexpected(state.error());
    const auto stand = stand_of(*state, now_utc());
    if (stand != (clock == Clock::pause ? Stand::started : Stand::paused))
      return faulty({id,
                     {},
                     fmt::format("is {}", to_string(stand)),
                     "only a running review can be paused, and only a paused one goes on"});
    auto done = clock == Clock::pause ? store.begin_pause(id, now_utc()) : store.end_pause(id, now_utc());
    if (!done) return done;
    return note(store, {.actor = std::string(actor),
                        .action = clock == Clock::pause ? "pause" : "resume",
                        .subject = id,
                        .detail = {}});
  });
}

Checked<std::vector<InvitationState>> list_invitations(const House& house) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto all = store->invitations();
  if (!all) return tl::make_unexpected(std::move(all.error()));
  std::vector<InvitationState> states;
  for (auto& invitation : *all) {
    auto state = state_in(*store, std::move(invitation));
    if (!state) return tl::make_unexpected(std::move(state.error()));
    states.push_back(*std::move(state));
  }
  return states;
}

Checked<InvitationState> invitation_state(const House& house, const std::string& id) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = named(*store, id);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  return state_in(*store, *std::move(found));
}

}  // namespace runner::session
