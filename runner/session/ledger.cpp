#include "runner/session/ledger.hpp"

#include <algorithm>

#include "runner/session/certify.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/pack_pairs.hpp"
#include "runner/session/pack_store.hpp"

namespace runner::session {
namespace {

using measure::Rung;

constexpr std::int64_t day = 86'400;

// A step's detail begins with the rung: "certified: 44 ratings, …".
std::optional<Rung> rung_of(const CalibrationStep& entry) {
  if (entry.what != ladder_step) return std::nullopt;
  return measure::rung_named(entry.detail.substr(0, entry.detail.find(':')));
}

std::int64_t days_between(const std::string& from, const std::string& to) {
  const auto start = read_moment(from);
  const auto end = read_moment(to);
  return start && end ? (end->seconds - start->seconds) / day : 0;
}

std::string day_after(const std::string& from, int days) {
  const auto start = read_moment(from);
  return start ? utc(start->seconds + days * day).substr(0, 10) : std::string();
}

// What one person's rung is made of.
struct Person {
  Rung rung = Rung::observer;
  std::string since;      // of the rung
  std::string certified;  // of the certificate, or of the last pack at the bar after it
  std::string restart;    // ratings before it do not count: enrolled, or lapsed
};

Person person_in(const CalibrationLog& log, const std::string& name) {
  Person person;
  for (const auto& entry : log.entries) {
    if (entry.subject != name) continue;
    const auto rung = rung_of(entry);
    if (!rung) continue;
    person.rung = *rung;
    person.since = entry.at;
    if (*rung == Rung::certified) person.certified = entry.at;
    if (*rung == Rung::lapsed) person.restart = entry.at;
  }
  return person;
}

bool at_the_bar(const std::vector<measure::RatedPair>& pairs, const measure::Bar& bar) {
  measure::Bar one_pack = bar;
  one_pack.packs = 0;
  one_pack.ratings = 1;
  measure::LadderPolicy policy;
  policy.lapsed = one_pack;
  return measure::standing({.rung = Rung::lapsed, .packs = 1, .pairs = pairs}, policy).missing.empty();
}

void add_pack(const Ledger& ledger, const Pack& pack, const std::string& name, Person& person,
              measure::Progress& progress) {
  const auto* rater = rater_of(pack, name);
  if (pack.revealed_at.empty() || rater == nullptr || rater->submitted_at.empty()) return;
  if (rater->role != PackRole::rater || rater->submitted_at < person.restart) return;
  // A shadow rates what experts have rated. From then on only what was rated blind counts.
  if (is_late(pack, *rater) && person.rung > Rung::shadow) return;
  const auto pairs = pairs_against(pack, name, Reference::experts);
  progress.pairs.insert(progress.pairs.end(), pairs.begin(), pairs.end());
  if (rater->submitted_at < person.since) return;
  if (!pairs.empty()) ++progress.packs;
  if (person.rung != Rung::certified) return;
  for (const auto& anchor : anchors_of(pack, ledger.packs, name, ledger.policy.anchor_distance))
    progress.failed_anchors += anchor.failed ? 1 : 0;
  if (at_the_bar(pairs, ledger.policy.lapsed))
    person.certified = std::max(person.certified, rater->submitted_at);
}

int packs_read(const CalibrationLog& log, const std::string& name, const std::string& since) {
  std::set<std::string> packs;
  for (const auto& entry : log.entries)
    if (entry.what == report_reading && entry.by == name && entry.at >= since) packs.insert(entry.subject);
  return static_cast<int>(packs.size());
}

}  // namespace

Rung rung_in(const CalibrationLog& log, const std::string& name) { return person_in(log, name).rung; }

Interviewer interviewer_in(const Ledger& ledger, const std::string& name) {
  auto person = person_in(ledger.log, name);
  measure::Progress progress{.rung = person.rung, .pairs = {}};
  for (const auto& pack : ledger.packs) add_pack(ledger, pack, name, person, progress);
  if (person.rung == Rung::observer) progress.packs = packs_read(ledger.log, name, person.since);
  progress.days_since_certified = static_cast<int>(days_between(person.certified, ledger.now));
  return {.name = name,
          .rung = person.rung,
          .since = person.since,
          .certified_to =
              person.rung == Rung::certified ? day_after(person.certified, ledger.policy.lapse_days) : "",
          .packs = progress.packs,
          .failed_anchors = progress.failed_anchors,
          .standing = measure::standing(progress, ledger.policy)};
}

Checked<Ledger> ledger_of(const House& house, Store& store, const std::string& now) {
  auto log = read_log(store);
  if (!log) return tl::make_unexpected(log.error());
  auto packs = read_packs(store);
  if (!packs) return tl::make_unexpected(packs.error());
  auto policy = ladder_policy(house);
  if (!policy) return tl::make_unexpected(policy.error());
  return Ledger{*std::move(log), *std::move(packs), *policy, now};
}

std::set<std::string> people_in(const Ledger& ledger) {
  std::set<std::string> names;
  for (const auto& entry : ledger.log.entries) {
    if (rung_of(entry)) names.insert(entry.subject);
    if (entry.what == report_reading) names.insert(entry.by);
  }
  for (const auto& pack : ledger.packs)
    for (const auto& rater : pack.raters) names.insert(rater.name);
  return names;
}

}  // namespace runner::session
