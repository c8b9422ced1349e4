// Ratings: drafts until they are submitted, then final; shown to the others when all have submitted.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/certify.hpp"
#include "runner/session/in_transaction.hpp"
#include "runner/session/pack_store.hpp"
#include "runner/session/panel.hpp"

namespace runner::session {
namespace {

Fault no_rater(const Pack& pack, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& rater : pack.raters) names.push_back(rater.name);
  return {name,
          {},
          fmt::format("does not rate {}", pack.id),
          detectors::source::did_you_mean(name, names)
              .value_or(pack.kind == PackKind::panel
                            ? fmt::format("its raters are {}", fmt::join(names, ", "))
                            : fmt::format("`seedfault calibrate join {} --by {}` adds them", pack.id, name))};
}

void merge(ReviewRating& into, const ReviewRating& given) {
  into.defects.resize(given.defects.size());
  for (std::size_t i = 0; i < given.defects.size(); ++i) {
    if (given.defects[i].level) into.defects[i].level = given.defects[i].level;
    if (!given.defects[i].why.empty()) into.defects[i].why = given.defects[i].why;
  }
  if (given.verdict) into.verdict = given.verdict;
  if (!given.why.empty()) into.why = given.why;
}

// Everything that a sheet lacks, review by review.
Faults missing_in(const Pack& pack, const Sheet& sheet) {
  Faults faults;
  for (const auto& review : pack.reviews) {
    const auto found = sheet.find(review.code);
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < review.defects.size(); ++i)
      if (found == sheet.end() || i >= found->second.defects.size() || !found->second.defects[i].level)
        missing.push_back(review.defects[i]);
    if (!missing.empty())
      faults.push_back({review.code,
                        {},
                        fmt::format("has no level for {}", fmt::join(missing, ", ")),
                        "0 missed, 1 located, 2 identified, 3 explained, 4 fixed"});
    if (found == sheet.end() || !found->second.verdict)
      faults.push_back({review.code, {}, "has no verdict", "strong, meets, mixed or below"});
    if (found == sheet.end() || found->second.why.empty())
      faults.push_back({review.code, {}, "does not say why", "a sentence: the panel reads it"});
  }
  return faults;
}

Checked<std::monostate> keep(Store& store, Pack& pack, const RateRequest& request) {
  auto& own = pack.sheets[request.by];
  for (const auto& [code, given] : request.sheet) {
    merge(own[code], given);
    if (auto kept = put_rating(store, pack, request.by, *review_of(pack, code), own[code]); !kept)
      return kept;
  }
  return std::monostate{};
}

Checked<std::monostate> finish(Store& store, Pack& pack, const RateRequest& request) {
  if (auto faults = missing_in(pack, pack.sheets[request.by]); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  auto rater = *rater_of(pack, request.by);
  rater.submitted_at = request.when;
  const auto rung = rung_of(store, request.by);
  if (!rung) return tl::make_unexpected(rung.error());
  rater.rung = *rung;
  if (auto set = set_rater(store, pack.id, rater); !set) return set;
  *std::ranges::find(pack.raters, request.by, &PackRater::name) = rater;
  return add_step(store, {.at = request.when,
                          .by = request.by,
                          .what = "ratings submitted",
                          .subject = pack.id,
                          .detail = pack.revealed_at.empty() ? "" : "after the reveal"});
}

// What the adjudicator decides, for the log: "x=located (why), y=missed (why)".
Checked<std::string> adjudicated_in(const Pack& pack, const Sheet& sheet) {
  std::vector<std::string> decided;
  Faults faults;
  for (const auto& [code, rating] : sheet)
    for (std::size_t i = 0; i < rating.defects.size(); ++i) {
      const auto& each = rating.defects[i];
      const auto said = panel_defect(pack, *review_of(pack, code), i);
      if (!each.level || (said.result == each.level && said.why == each.why)) continue;
      if (each.why.empty())
        faults.push_back({said.id, {}, "is decided without a reason", "say why: reports print it"});
      if (said.decided_by == "all")
        faults.push_back({said.id,
                          {},
                          fmt::format("is {} by all who rated it", to_string(*said.result)),
                          "the adjudicator decides where they differ; another panel may see it otherwise"});
      decided.push_back(fmt::format("{}={} ({})", said.id, to_string(*each.level), each.why));
    }
  if (decided.empty())
    faults.push_back({pack.id, {}, "nothing is decided", "say which: --level DEFECT=LEVEL"});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return fmt::format("{}", fmt::join(decided, ", "));
}

// Reads the pack, lets `change` change it and the store.
template <class Change>
Checked<Pack> changed(const House& house, std::string_view id, Change change) {
  return in_transaction(house, [&](Store& store) -> Checked<Pack> {
    auto pack = read_pack(store, id);
    if (!pack) return pack;
    const Checked<std::monostate> done = change(store, *pack);
    if (!done) return tl::make_unexpected(done.error());
    return pack;
  });
}

}  // namespace

Checked<Pack> rate(const House& house, const RateRequest& request) {
  auto rated = changed(house, request.pack, [&](Store& store, Pack& pack) -> Checked<std::monostate> {
    const auto* rater = rater_of(pack, request.by);
    if (rater == nullptr || rater->role != PackRole::rater) return faulty(no_rater(pack, request.by));
    if (!rater->submitted_at.empty())
      return faulty({request.by,
                     {},
                     fmt::format("has submitted for {} already", pack.id),
                     "ratings that are submitted stay as they are"});
    if (auto kept = keep(store, pack, request); !kept) return kept;
    if (request.submit == Submit::yes) return finish(store, pack, request);
    return std::monostate{};
  });
  if (!rated) return rated;
  return find_pack(house, request.pack, request.by);
}

Checked<Pack> join(const House& house, std::string_view id, const std::string& name,
                   const std::string& when) {
  return changed(house, id, [&](Store& store, Pack& pack) -> Checked<std::monostate> {
    if (auto bad = fault_in_name("--by", name)) return faulty(*std::move(bad));
    if (pack.kind == PackKind::panel)
      return faulty({pack.id, {}, "is a panel: its raters were named when it was made", "make another"});
    if (rater_of(pack, name) != nullptr)
      return faulty({name, {}, fmt::format("rates {} already", pack.id), "`seedfault calibrate sheet`"});
    if (auto added = add_rater(store, pack.id, {.name = name}); !added) return added;
    pack.raters.push_back({.name = name});
    return add_step(store, {.at = when, .by = name, .what = "joined", .subject = pack.id, .detail = {}});
  });
}

Checked<Pack> reveal(const House& house, const RevealRequest& request) {
  return changed(house, request.pack, [&](Store& store, Pack& pack) -> Checked<std::monostate> {
    Faults faults;
    if (auto bad = fault_in_name("--by", request.by)) faults.push_back(*std::move(bad));
    if (!pack.revealed_at.empty())
      faults.push_back({pack.id, {}, "is revealed already", "`seedfault calibrate report` shows it"});
    for (const auto& name : request.without) {
      const auto rater = std::ranges::find(pack.raters, name, &PackRater::name);
      if (rater == pack.raters.end()) {
        faults.push_back(no_rater(pack, name));
        continue;
      }
      if (request.reason.empty())
        faults.push_back({"--reason", {}, "is missing", "say why nobody waits for them"});
      rater->excused = request.reason;
      if (auto set = set_rater(store, pack.id, *rater); !set) return set;
    }
    bool any = false;
    for (const auto& rater : pack.raters) {
      if (rater.role != PackRole::rater) continue;
      any = any || !rater.submitted_at.empty();
      if (rater.submitted_at.empty() && rater.excused.empty())
        faults.push_back({rater.name,
                          {},
                          fmt::format("has not submitted for {}", pack.id),
                          "everybody sees everything at once, or nobody; --without NAME --reason TEXT does "
                          "not wait for them"});
    }
    if (!any && faults.empty())
      faults.push_back({pack.id, {}, "nobody has submitted", "there is nothing to reveal"});
    if (!faults.empty()) return tl::make_unexpected(std::move(faults));
    if (auto set = set_revealed(store, pack.id, request.when); !set) return set;
    pack.revealed_at = request.when;
    std::vector<std::string> sources;
    for (const auto& review : pack.reviews)
      sources.push_back(fmt::format("{}={}", review.code, review.source));
    auto detail = fmt::format("{}", fmt::join(sources, ", "));
    if (!request.without.empty())
      detail += fmt::format("; without {}: {}", fmt::join(request.without, ", "), request.reason);
    return add_step(
        store,
        {.at = request.when, .by = request.by, .what = "revealed", .subject = pack.id, .detail = detail});
  });
}

Checked<Pack> adjudicate(const House& house, const RateRequest& request) {
  return changed(house, request.pack, [&](Store& store, Pack& pack) -> Checked<std::monostate> {
    const auto* rater = rater_of(pack, request.by);
    if (pack.kind != PackKind::panel || rater == nullptr || rater->role != PackRole::adjudicator)
      return faulty({request.by,
                     {},
                     fmt::format("is not the adjudicator of {}", pack.id),
                     "who decides was named when the panel was made"});
    if (pack.revealed_at.empty())
      return faulty({pack.id, {}, "is not revealed yet", "`seedfault calibrate reveal` comes first"});
    auto decided = adjudicated_in(pack, request.sheet);
    if (!decided) return tl::make_unexpected(decided.error());
    if (auto kept = keep(store, pack, request); !kept) return kept;
    return add_step(store, {.at = request.when,
                            .by = request.by,
                            .what = "adjudicated",
                            .subject = pack.id,
                            .detail = *std::move(decided)});
  });
}

}  // namespace runner::session
