#include "runner/session/certify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "detectors/source/manifest.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/files.hpp"
#include "runner/session/pack_pairs.hpp"
#include "runner/session/panel_store.hpp"

namespace runner::session {
namespace {

using measure::Rung;

constexpr std::string_view step = "rung";  // CalibrationStep::what of every step on the ladder
constexpr std::string_view reading = "report read";

// A step's detail begins with the rung: "certified: 44 ratings, …".
std::optional<Rung> rung_in(const CalibrationStep& entry) {
  if (entry.what != step) return std::nullopt;
  return measure::rung_named(entry.detail.substr(0, entry.detail.find(':')));
}

std::int64_t days_between(const std::string& from, const std::string& to) {
  const auto start = read_moment(from);
  const auto end = read_moment(to);
  return start && end ? (end->seconds - start->seconds) / 86400 : 0;
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
    const auto rung = rung_in(entry);
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
  return measure::standing({.rung = Rung::lapsed, .packs = 1, .pairs = pairs}, policy).wanting.empty();
}

struct Ledger {
  CalibrationLog log;
  std::vector<Pack> packs;
  measure::LadderPolicy policy;
  std::string now;
};

void add_pack(const Ledger& ledger, const Pack& pack, const std::string& name, Person& person,
              measure::Progress& progress) {
  const auto* rater = rater_of(pack, name);
  if (pack.revealed_at.empty() || rater == nullptr || rater->submitted_at.empty()) return;
  if (rater->role != PackRole::rater || rater->submitted_at < person.restart) return;
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
    if (entry.what == reading && entry.by == name && entry.at >= since) packs.insert(entry.subject);
  return static_cast<int>(packs.size());
}

std::string day_after(const std::string& from, int days) {
  const auto start = read_moment(from);
  if (!start) return {};
  // From days to a date (Hinnant's civil_from_days).
  const auto z = start->seconds / 86400 + days + 719468;
  const auto era = z / 146097;
  const auto doe = z - era * 146097;
  const auto yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const auto doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const auto mp = (5 * doy + 2) / 153;
  const auto month = mp < 10 ? mp + 3 : mp - 9;
  return fmt::format("{:04}-{:02}-{:02}", yoe + era * 400 + (month <= 2 ? 1 : 0), month,
                     doy - (153 * mp + 2) / 5 + 1);
}

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

Checked<Ledger> ledger_of(const House& house, PanelStore& store, const std::string& now) {
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
    if (rung_in(entry)) names.insert(entry.subject);
    if (entry.what == reading) names.insert(entry.by);
  }
  for (const auto& pack : ledger.packs)
    for (const auto& rater : pack.raters) names.insert(rater.name);
  return names;
}

std::string measured(const measure::Measured& found) {
  const auto figure = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : std::string("n/a");
  };
  return fmt::format("{} ratings, weighted kappa {}, bias {}", found.ratings, figure(found.weighted_kappa),
                     figure(found.bias));
}

std::string wanting(const Interviewer& person, const measure::Bar& bar) {
  const auto& found = person.standing.measured;
  std::vector<std::string> parts;
  for (const auto each : person.standing.wanting) switch (each) {
      case measure::Wanting::packs:
        parts.push_back(fmt::format("{} of {} packs {}", person.packs, bar.packs,
                                    person.rung == Rung::observer ? "read" : "rated"));
        break;
      case measure::Wanting::ratings:
        parts.push_back(fmt::format("{} of {} ratings", found.ratings, bar.ratings));
        break;
      case measure::Wanting::weighted_kappa:
        parts.push_back(found.weighted_kappa ? fmt::format("weighted kappa {:.2f}, at least {:.2f} is needed",
                                                           *found.weighted_kappa, bar.weighted_kappa)
                                             : fmt::format("weighted kappa n/a, at least {:.2f} is needed",
                                                           bar.weighted_kappa));
        break;
      case measure::Wanting::bias:
        parts.push_back(found.bias ? fmt::format("bias {:+.2f}, at most {:.2f} either way is allowed",
                                                 *found.bias, bar.bias)
                                   : "bias n/a");
        break;
    }
  return fmt::format("{}", fmt::join(parts, "; "));
}

Checked<std::monostate> log_step(PanelStore& store, const StepRequest& request, Rung rung,
                                 const std::string& detail) {
  return add_step(store, {.at = request.when,
                          .by = request.by,
                          .what = std::string(step),
                          .subject = request.name,
                          .detail = fmt::format("{}: {}", to_string(rung), detail)});
}

template <class Change>
Checked<Interviewer> stepped(const House& house, const StepRequest& request, Change change) {
  Faults faults;
  if (auto bad = fault_in_name("NAME", request.name)) faults.push_back(*std::move(bad));
  if (auto bad = fault_in_name("--by", request.by)) faults.push_back(*std::move(bad));
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  auto store = PanelStore::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  auto ledger = ledger_of(house, *store, request.when);
  if (!ledger) return tl::make_unexpected(ledger.error());
  const Checked<std::monostate> done = change(*store, *ledger);
  if (!done) return tl::make_unexpected(done.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  ledger = ledger_of(house, *store, request.when);
  if (!ledger) return tl::make_unexpected(ledger.error());
  return interviewer_in(*ledger, request.name);
}

}  // namespace

Checked<Rung> rung_of(PanelStore& store, const std::string& name) {
  const auto log = read_log(store);
  if (!log) return tl::make_unexpected(log.error());
  return person_in(*log, name).rung;
}

Checked<std::vector<Interviewer>> interviewers(const House& house, const std::string& when) {
  auto store = PanelStore::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto ledger = ledger_of(house, *store, when);
  if (!ledger) return tl::make_unexpected(ledger.error());
  std::vector<Interviewer> people;
  for (const auto& name : people_in(*ledger)) {
    auto person = interviewer_in(*ledger, name);
    if (person.standing.lapse != measure::Lapse::no) {
      const auto why = person.standing.lapse == measure::Lapse::anchors
                           ? fmt::format("{} anchors failed", person.failed_anchors)
                           : fmt::format("the certificate ended on {}", person.certified_to);
      if (auto logged = log_step(*store, {name, "seedfault", when, {}}, Rung::lapsed, why); !logged)
        return tl::make_unexpected(logged.error());
      ledger = ledger_of(house, *store, when);
      if (!ledger) return tl::make_unexpected(ledger.error());
      person = interviewer_in(*ledger, name);
    }
    people.push_back(std::move(person));
  }
  return people;
}

Checked<Interviewer> promote(const House& house, const StepRequest& request) {
  if (auto lapsed = interviewers(house, request.when); !lapsed) return tl::make_unexpected(lapsed.error());
  return stepped(house, request, [&](PanelStore& store, const Ledger& ledger) -> Checked<std::monostate> {
    const auto person = interviewer_in(ledger, request.name);
    const auto* bar = bar_of(ledger.policy, person.rung);
    if (bar == nullptr) return faulty({request.name, {}, "is certified already", "there is no higher rung"});
    const auto next = next_rung(person.rung);
    if (!person.standing.wanting.empty())
      return faulty({request.name,
                     {},
                     fmt::format("is {} and not yet {}", to_string(person.rung), to_string(next)),
                     fmt::format("still wanting: {}", wanting(person, *bar))});
    return log_step(
        store, request, next,
        measured(person.standing.measured) + (request.reason.empty() ? "" : "; " + request.reason));
  });
}

Checked<Interviewer> enrol(const House& house, const StepRequest& request, Rung rung) {
  if (request.reason.empty())
    return faulty({"--reason", {}, "is missing", "say why this rung was given and not earned"});
  return stepped(house, request, [&](PanelStore& store, const Ledger&) {
    return log_step(store, request, rung, fmt::format("enrolled; {}", request.reason));
  });
}

Checked<std::monostate> note_reading(const House& house, const std::string& pack, const std::string& by,
                                     const std::string& when) {
  if (auto bad = fault_in_name("--by", by)) return faulty(*std::move(bad));
  auto store = PanelStore::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto log = read_log(*store);
  if (!log) return tl::make_unexpected(log.error());
  if (std::ranges::any_of(log->entries, [&](const auto& entry) {
        return entry.what == reading && entry.by == by && entry.subject == pack;
      }))
    return std::monostate{};
  return add_step(*store,
                  {.at = when, .by = by, .what = std::string(reading), .subject = pack, .detail = {}});
}

Checked<CalibrationLog> calibration_log(const House& house) {
  auto store = PanelStore::open(house);
  if (!store) return tl::make_unexpected(store.error());
  return read_log(*store);
}

}  // namespace runner::session
