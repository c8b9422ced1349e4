#include "runner/session/pair.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/stand.hpp"
#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/pair_store.hpp"

namespace runner::session {
namespace {

tl::unexpected<Faults> refused(const PairSession& pair, std::string problem, std::string remedy) {
  return faulty({pair.id, {}, std::move(problem), std::move(remedy)});
}

Checked<int> minutes_of(const House& house, const PairRequest& request) {
  if (request.minutes < 0 || request.minutes > longest_pair_minutes)
    return faulty({"minutes",
                   {},
                   fmt::format("{} are out of bounds", request.minutes),
                   fmt::format("use 1 to {}", longest_pair_minutes)});
  if (request.minutes > 0) return request.minutes;
  auto loaded = load_exercise(house, request.exercise);
  if (!loaded) return tl::make_unexpected(std::move(loaded.error()));
  return std::clamp(loaded->minutes, 1, longest_pair_minutes);
}

Checked<PairSession> kept(Store& store, PairSession pair, std::string_view actor) {
  auto id = next_pair_id(store);
  if (!id) return tl::make_unexpected(std::move(id.error()));
  pair.id = *std::move(id);
  if (auto added = add_pair(store, pair); !added) return tl::make_unexpected(std::move(added.error()));
  auto noted = note(
      store, {.actor = std::string(actor), .action = "pair", .subject = pair.id, .detail = pair.attempt});
  if (!noted) return tl::make_unexpected(std::move(noted.error()));
  return pair;
}

// The reveal of an artefact, the turn of the clock and so on must make sense where the session stands.
Checked<std::monostate> fits(const PairSession& pair, const PairState& state, const exercise::Tree& artefacts,
                             const PairAct& act) {
  const auto& subject = act.subject;
  if (act.kind == PairKind::clock) {
    const bool running = state.running_since.has_value();
    if (subject != "start" && subject != "pause")
      return refused(pair, "the clock can be started and paused", "choose one of the two");
    if (running == (subject == "start"))
      return refused(pair, running ? "the clock is running" : "the clock stands", "reload the page");
  }
  if (act.kind == PairKind::limit && !subject.empty() &&
      std::ranges::find(artefact_sorts, subject) == std::end(artefact_sorts))
    return refused(pair, fmt::format("'{}' is no sort of artefact", subject), "choose one from the list");
  if (act.kind != PairKind::reveal) return std::monostate{};
  if (!exercise::text_of(artefacts, subject))
    return refused(pair, fmt::format("the exercise has no artefact '{}'", subject),
                   "choose one from the list");
  if (std::ranges::find(state.revealed, subject) != state.revealed.end())
    return refused(pair, fmt::format("'{}' is revealed already", subject), "reload the page");
  if (std::ranges::find(state.closed, artefact_sort(subject)) != state.closed.end())
    return refused(pair, fmt::format("you have said that {} are not available", artefact_sort(subject)),
                   "reveal something else");
  return std::monostate{};
}

// What can be said without looking at the session.
Checked<std::monostate> allowed(const PairSession& pair, Voice by, const PairAct& act) {
  const auto& rule = rule_of(act.kind);
  const bool own_way = act.kind == PairKind::comment || act.kind == PairKind::taken ||
                       act.kind == PairKind::closing || act.kind == PairKind::ended;
  if (own_way || !(by == Voice::candidate ? rule.by_candidate : rule.by_interviewer))
    return refused(pair, fmt::format("the {} cannot send '{}'", to_string(by), rule.name), "reload the page");
  if (rule.longest > 0 && act.text.find_first_not_of(" \t\r\n") == std::string::npos)
    return refused(pair, "there is no text", "write some");
  if (act.text.size() > rule.longest)
    return refused(pair, fmt::format("the text is longer than {} bytes", rule.longest), "cut it down");
  if (act.ref.size() > longest_ref || act.subject.size() > 500)
    return refused(pair, "its name is too long", "reload the page");
  return std::monostate{};
}

// Sent again, after a connection broke.
std::optional<PairEvent> sent_before(const std::vector<PairEvent>& events, Voice by, std::string_view ref) {
  const auto same = [&](const PairEvent& event) { return event.by == by && event.ref == ref; };
  const auto sent = ref.empty() ? events.end() : std::ranges::find_if(events, same);
  return sent == events.end() ? std::nullopt : std::optional(*sent);
}

}  // namespace

Checked<PairMade> open_pair(const House& house, const PairRequest& request, std::string_view actor) {
  const auto minutes = minutes_of(house, request);
  if (!minutes) return tl::make_unexpected(minutes.error());
  auto candidate = invite(house,
                          {.name = request.candidate,
                           .exercise = request.exercise,
                           .seed = request.seed,
                           .feedback = request.feedback},
                          actor);
  if (!candidate) return tl::make_unexpected(std::move(candidate.error()));
  auto interviewer = invite(house,
                            {.role = Role::pair_interviewer,
                             .name = request.interviewer.empty() ? "interviewer" : request.interviewer,
                             .exercise = request.exercise,
                             .seed = candidate->invitation.seed},
                            actor);
  if (!interviewer) return tl::make_unexpected(std::move(interviewer.error()));
  const auto attempt = begin(house, candidate->invitation);
  if (!attempt) return tl::make_unexpected(attempt.error());
  auto pair = in_transaction(house, [&](Store& store) {
    return kept(store,
                {.id = {},
                 .exercise = request.exercise,
                 .attempt = attempt->id,
                 .candidate = candidate->invitation.id,
                 .interviewer = interviewer->invitation.id,
                 .minutes = *minutes,
                 .made_at = now_utc()},
                actor);
  });
  if (!pair) return tl::make_unexpected(std::move(pair.error()));
  return PairMade{.pair = *std::move(pair),
                  .candidate_token = std::move(candidate->token),
                  .interviewer_token = std::move(interviewer->token)};
}

Checked<std::vector<PairSession>> list_pairs(const House& house) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  return read_pairs(*store);
}

Checked<PairSession> pair_named(const House& house, const std::string& id) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  auto found = pair_by(*store, PairKey::id, id);
  if (!found) return tl::make_unexpected(std::move(found.error()));
  if (*found) return **std::move(found);
  return faulty({id, {}, "no such pair session", "`seedfault pair` shows them all"});
}

Checked<std::optional<PairSession>> pair_of_invitation(const House& house, const std::string& id) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  return pair_by(*store, PairKey::invitation, id);
}

Checked<std::vector<PairEvent>> pair_events(const House& house, const PairSession& pair, int after) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  return read_events(*store, pair.id, after);
}

Checked<PairEvent> act(const House& house, const PairSession& pair, Voice by, const PairAct& act) {
  if (auto may = allowed(pair, by, act); !may) return tl::make_unexpected(std::move(may.error()));
  const auto artefacts = act.kind == PairKind::reveal ? artefacts_of(house, pair) : exercise::Tree{};
  if (!artefacts) return tl::make_unexpected(artefacts.error());
  return in_transaction(house, [&](Store& store) -> Checked<PairEvent> {
    const auto events = read_events(store, pair.id);
    if (!events) return tl::make_unexpected(events.error());
    if (const auto sent = sent_before(*events, by, act.ref)) return *sent;
    const auto state = fold(*events);
    if (!state.ended_at.empty()) return refused(pair, "the session has ended", "nothing can be added to it");
    if (auto fit = fits(pair, state, *artefacts, act); !fit)
      return tl::make_unexpected(std::move(fit.error()));
    return add_event(store, pair.id,
                     {.by = by, .kind = act.kind, .subject = act.subject, .text = act.text, .ref = act.ref});
  });
}

Checked<Attempt> end_pair(const House& house, const PairSession& pair, std::string_view actor) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  const auto attempt = store->attempt(pair.attempt);
  if (!attempt) return tl::make_unexpected(attempt.error());
  const auto closing = store->closing(pair.attempt);
  if (!closing) return tl::make_unexpected(closing.error());
  return submit(house, *attempt, closing->verdict, actor);
}

Checked<exercise::Tree> artefacts_of(const House& house, const PairSession& pair) {
  const auto loaded = kept_exercise(house, pair.exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  return (*loaded)->artifacts;
}

}  // namespace runner::session
