#include "runner/session/certify.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/calibrate.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/ledger.hpp"
#include "runner/session/pack_store.hpp"

namespace runner::session {
namespace {

using measure::Rung;

std::string measured(const measure::Measured& found) {
  const auto figure = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : std::string("n/a");
  };
  return fmt::format("{} ratings, weighted kappa {}, bias {}", found.ratings, figure(found.weighted_kappa),
                     figure(found.bias));
}

Checked<std::monostate> log_step(Store& store, const StepRequest& request, Rung rung,
                                 const std::string& detail) {
  return add_step(store, {.at = request.when,
                          .by = request.by,
                          .what = std::string(ladder_step),
                          .subject = request.name,
                          .detail = fmt::format("{}: {}", to_string(rung), detail)});
}

// `change` sees the ledger as it was; the person as they stand afterwards.
template <class Change>
Checked<Interviewer> stepped(const House& house, const StepRequest& request, Change change) {
  Faults faults;
  if (auto bad = fault_in_name("NAME", request.name)) faults.push_back(*std::move(bad));
  if (auto bad = fault_in_name("--by", request.by)) faults.push_back(*std::move(bad));
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return in_transaction(house, [&](Store& store) -> Checked<Interviewer> {
    auto ledger = ledger_of(house, store, request.when);
    if (!ledger) return tl::make_unexpected(ledger.error());
    const Checked<std::monostate> done = change(store, *ledger);
    if (!done) return tl::make_unexpected(done.error());
    ledger = ledger_of(house, store, request.when);
    if (!ledger) return tl::make_unexpected(ledger.error());
    return interviewer_in(*ledger, request.name);
  });
}

}  // namespace

Checked<Rung> rung_of(Store& store, const std::string& name) {
  const auto log = read_log(store);
  if (!log) return tl::make_unexpected(log.error());
  return rung_in(*log, name);
}

Checked<std::vector<Interviewer>> interviewers(const House& house, const std::string& when) {
  auto store = Store::open(house);
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
  return stepped(house, request, [&](Store& store, const Ledger& ledger) -> Checked<std::monostate> {
    const auto person = interviewer_in(ledger, request.name);
    const auto* bar = bar_of(ledger.policy, person.rung);
    if (bar == nullptr) return faulty({request.name, {}, "is certified already", "there is no higher rung"});
    const auto next = next_rung(person.rung);
    if (!person.standing.missing.empty())
      return faulty({request.name,
                     {},
                     fmt::format("is {} and not yet {}", to_string(person.rung), to_string(next)),
                     fmt::format("still needed: {}", fmt::join(still_needed(person, *bar), "; "))});
    return log_step(
        store, request, next,
        measured(person.standing.measured) + (request.reason.empty() ? "" : "; " + request.reason));
  });
}

Checked<Interviewer> enrol(const House& house, const StepRequest& request, Rung rung) {
  if (request.reason.empty())
    return faulty({"--reason", {}, "is missing", "say why this rung was given and not earned"});
  return stepped(house, request, [&](Store& store, const Ledger&) {
    return log_step(store, request, rung, fmt::format("enrolled; {}", request.reason));
  });
}

Checked<std::monostate> note_reading(const House& house, const std::string& pack, const std::string& by,
                                     const std::string& when) {
  if (auto bad = fault_in_name("--by", by)) return faulty(*std::move(bad));
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto log = read_log(*store);
  if (!log) return tl::make_unexpected(log.error());
  if (std::ranges::any_of(log->entries, [&](const auto& entry) {
        return entry.what == report_reading && entry.by == by && entry.subject == pack;
      }))
    return std::monostate{};
  return add_step(*store,
                  {.at = when, .by = by, .what = std::string(report_reading), .subject = pack, .detail = {}});
}

Checked<CalibrationLog> calibration_log(const House& house) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  return read_log(*store);
}

}  // namespace runner::session
