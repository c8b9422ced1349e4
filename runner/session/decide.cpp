#include "runner/session/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "detectors/source/nearest.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

using review::Decision;
using review::DecisionKind;
using review::Fate;
using review::Level;

constexpr std::size_t longest_reason = 2000;
constexpr std::size_t longest_name = 100;

struct Target {
  std::size_t claim = 0;
  std::optional<std::size_t> defect;
};

std::vector<std::size_t> claims_of(const Scored& scored, std::string_view comment) {
  std::vector<std::size_t> claims;
  for (std::size_t i = 0; i < scored.assessment.claims.size(); ++i)
    if (scored.review.comments[scored.assessment.claims[i].claim.comment].id == comment) claims.push_back(i);
  return claims;
}

// "c3.2" -> c3 and its second claim; "c3" -> c3 and none.
std::pair<std::string, std::optional<std::size_t>> split(const std::string& name) {
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return {name, std::nullopt};
  std::size_t number = 0;
  const auto* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + dot + 1, end, number);
  if (error != std::errc() || stop != end || number == 0) return {name, std::nullopt};
  return {name.substr(0, dot), number - 1};
}

Fault no_such_claim(const Scored& scored, const std::string& wanted) {
  std::vector<std::string> names;
  for (const auto& each : scored.assessment.claims)
    names.push_back(
        review::target_name(scored.review.comments[each.claim.comment].id, each.claim.ordinal, ""));
  return {scored.attempt.id,
          {},
          fmt::format("has no claim '{}'", wanted),
          detectors::source::did_you_mean(wanted, names)
              .value_or(names.empty() ? "it has none"
                                      : fmt::format("its claims are: {}", fmt::join(names, ", ")))};
}

Checked<std::size_t> claim_named(const Scored& scored, const std::string& name) {
  const auto [comment, ordinal] = split(name);
  const auto claims = claims_of(scored, comment);
  if (!ordinal && claims.size() == 1) return claims.front();
  if (!ordinal && claims.size() > 1)
    return faulty({scored.attempt.id,
                   {},
                   fmt::format("comment {} makes {} claims", comment, claims.size()),
                   fmt::format("say which: {}.1 to {}.{}", comment, comment, claims.size())});
  for (const auto claim : claims)
    if (scored.assessment.claims[claim].claim.ordinal == ordinal) return claim;
  return faulty(no_such_claim(scored, name));
}

Checked<std::size_t> defect_named(const Scored& scored, const std::string& name) {
  std::vector<std::string> ids;
  for (const auto& defect : scored.key.defects) ids.push_back(defect.id);
  const auto found = std::ranges::find(ids, name);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  return faulty({scored.attempt.id,
                 {},
                 fmt::format("has no planted defect '{}'", name),
                 detectors::source::did_you_mean(name, ids).value_or(
                     fmt::format("its defects are: {}", fmt::join(ids, ", ")))});
}

Checked<Target> target_of(const Scored& scored, const std::string& name) {
  const auto colon = name.find(':');
  auto claim = claim_named(scored, name.substr(0, colon));
  if (colon == std::string::npos) {
    if (!claim) return tl::make_unexpected(claim.error());
    return Target{.claim = *claim, .defect = std::nullopt};
  }
  auto defect = defect_named(scored, name.substr(colon + 1));
  Faults faults;
  if (!claim) faults = claim.error();
  if (!defect) faults.insert(faults.end(), defect.error().begin(), defect.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return Target{.claim = *claim, .defect = *defect};
}

void check_line(Faults& faults, std::string_view what, const std::string& text, std::size_t longest) {
  const auto option = fmt::format("--{}", what);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    faults.push_back({option,
                      {},
                      "is missing or empty",
                      what == "by" ? "say who decides: a name or a pseudonym that your team can resolve"
                                   : "say why in a sentence: the candidate may ask"});
  else if (text.size() > longest)
    faults.push_back({option, {}, fmt::format("is longer than {} bytes", longest), "cut it down"});
  else if (std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
    faults.push_back({option, {}, "holds a line break or a control character", "write it on one line"});
}

Faults check(const Scored& scored, const DecisionRequest& request) {
  Faults faults;
  if (scored.attempt.state == AttemptState::open)
    faults.push_back({scored.attempt.id,
                      {},
                      "is still open: its comments may change",
                      "decide once it is submitted (`seedfault submit`)"});
  check_line(faults, "reason", request.reason, longest_reason);
  check_line(faults, "by", request.by, longest_name);
  return faults;
}

Decision drafted(const Scored& scored, const Target& target, const DecisionRequest& request) {
  const auto& claim = scored.assessment.claims[target.claim];
  Decision decision{.comment = scored.review.comments[claim.claim.comment].id,
                    .ordinal = claim.claim.ordinal,
                    .claim = claim.claim.text,
                    .defect = target.defect ? scored.key.defects[*target.defect].id : "",
                    .kind = request.kind,
                    .fate = request.fate,
                    .reason = request.reason,
                    .by = request.by,
                    .when = now_utc(),
                    .tool_version = scored.scored_by,
                    .program_fate = claim.fate};
  for (const auto& pair : scored.assessment.pairs) {
    if (pair.claim != target.claim || pair.defect != target.defect) continue;
    decision.program_score = pair.score;
    decision.program_level = pair.level;
    if (request.kind == DecisionKind::accept) decision.level = std::max(pair.level, review::earned(pair));
  }
  if (request.kind == DecisionKind::accept) decision.level = std::max(decision.level, Level::identified);
  if (request.kind == DecisionKind::set) decision.level = request.level;
  return decision;
}

std::optional<Fault> contradiction(const Scored& scored, const Target& target, const Decision& decision) {
  const auto& claim = scored.assessment.claims[target.claim];
  const auto name = target_name(decision);
  if (decision.kind == DecisionKind::withdraw) {
    for (const auto& each : review::in_force(scored.decisions))
      if (each.comment == decision.comment && each.claim == decision.claim && each.defect == decision.defect)
        return std::nullopt;
    return Fault{name, {}, "nobody has decided about it", "there is nothing to withdraw"};
  }
  if ((decision.kind == DecisionKind::count_as) == target.defect.has_value())
    return Fault{name,
                 {},
                 target.defect ? "names a defect: what a claim counts as is decided about the claim"
                               : "names no defect",
                 target.defect ? "leave the defect out" : "write it as CLAIM:DEFECT, or use --count-as"};
  if (decision.kind == DecisionKind::count_as && claim.fate == Fate::credited)
    return Fault{name,
                 {},
                 fmt::format("is credited for {}", claim.target),
                 fmt::format("reject {}:{} first", name, claim.target)};
  return std::nullopt;
}

}  // namespace

Checked<Decision> decide(const House& house, const Scored& scored, const DecisionRequest& request) {
  auto faults = check(scored, request);
  const auto target = target_of(scored, request.target);
  if (!target) faults.insert(faults.end(), target.error().begin(), target.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  auto decision = drafted(scored, *target, request);
  if (auto against = contradiction(scored, *target, decision)) return faulty(*std::move(against));
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto number = store->add(scored.attempt.id, decision);
  if (!number) return tl::make_unexpected(number.error());
  const Deed deed{.actor = request.actor,
                  .action = "decide",
                  .subject = scored.attempt.id,
                  .detail = fmt::format("{} {}", *number, to_string(decision.kind))};
  if (auto noted = note(*store, deed); !noted) return tl::make_unexpected(noted.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  decision.number = *number;
  return decision;
}

Checked<std::vector<Journal>> journals(const House& house) {
  const auto attempts = list_attempts(house);
  if (!attempts) return tl::make_unexpected(attempts.error());
  std::vector<Journal> found;
  if (attempts->empty()) return found;
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  for (const auto& attempt : *attempts) {
    auto decisions = store->decisions(attempt.id);
    if (!decisions) return tl::make_unexpected(decisions.error());
    if (!decisions->empty()) found.push_back({.attempt = attempt, .decisions = *std::move(decisions)});
  }
  return found;
}

}  // namespace runner::session
