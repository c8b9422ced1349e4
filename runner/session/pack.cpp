#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "runner/exercise/digest.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/pack_store.hpp"

namespace runner::session {
namespace {

constexpr std::size_t longest_name = 60;

Faults faults_in(const PackRequest& request) {
  Faults faults;
  const auto add = [&](std::string place, std::string problem, std::string remedy) {
    faults.push_back({std::move(place), {}, std::move(problem), std::move(remedy)});
  };
  if (auto bad = fault_in_name("the pack", request.id)) faults.push_back(*std::move(bad));
  if (auto bad = fault_in_name("--by", request.by)) faults.push_back(*std::move(bad));
  const auto count = request.reviews.size();
  if (request.kind == PackKind::calibration && (count < least_reviews || count > most_reviews))
    add(request.id, fmt::format("would hold {} review{}", count, count == 1 ? "" : "s"),
        fmt::format("a calibration pack holds {} to {}", least_reviews, most_reviews));
  std::set<std::string> sources;
  for (const auto& review : request.reviews)
    if (!sources.insert(review.source).second) add(review.source, "is named twice", "name each review once");
  auto people = request.raters;
  if (!request.adjudicator.empty()) people.push_back(request.adjudicator);
  for (const auto& name : people)
    if (auto bad = fault_in_name("--rater", name)) faults.push_back(*std::move(bad));
  std::ranges::sort(people);
  if (const auto twice = std::ranges::adjacent_find(people); twice != people.end())
    add(*twice, "is named twice", "raters and adjudicator are different people");
  const std::size_t needed = request.kind == PackKind::panel ? 2 : 1;
  if (request.raters.size() < needed)
    add("--rater", request.raters.empty() ? "nobody is named" : "only one is named",
        request.kind == PackKind::panel ? "name two independent raters" : "name who is to rate");
  return faults;
}

bool near_the_bar(review::Band band) {
  return band == review::Band::meets || band == review::Band::mixed || band == review::Band::more_review;
}

std::vector<std::string> advice_on(const Pack& pack) {
  std::vector<std::string> advice;
  if (pack.kind == PackKind::panel) return advice;
  const auto near = std::ranges::count_if(
      pack.reviews, [](const PackReview& review) { return near_the_bar(review.program_band); });
  if (2 * near < static_cast<std::ptrdiff_t>(pack.reviews.size()))
    advice.push_back(fmt::format(
        "By the program's bands {} of {} reviews are near the bar: people differ most there, so most should "
        "be.",
        near, pack.reviews.size()));
  if (pack.raters.size() < 2)
    advice.emplace_back("With one rater there is no panel to compare with, only known levels.");
  return advice;
}

void hide(Pack& pack, std::string_view viewer) {
  std::erase_if(pack.sheets, [&](const auto& sheet) { return sheet.first != viewer; });
  for (auto& review : pack.reviews) {
    review.source.clear();
    review.program.clear();
    review.gold.clear();
    review.program_band = review::Band::more_review;
    review.anchor.clear();
  }
}

std::int64_t days_between(std::string_view from, std::string_view to) {
  const auto start = read_moment(from);
  const auto end = read_moment(to);
  return start && end ? (end->seconds - start->seconds) / 86400 : 0;
}

}  // namespace

std::optional<Fault> fault_in_name(std::string_view what, const std::string& name) {
  const auto bad = [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '=' || c == ':' || c == '/'; };
  if (name.empty() || name.front() == ' ' || name.back() == ' ' || name.front() == '-')
    return Fault{std::string(what), {}, fmt::format("'{}' is no name", name), "write a name or a pseudonym"};
  if (name.size() > longest_name || std::ranges::any_of(name, bad) || name == "seedfault")
    return Fault{std::string(what),
                 {},
                 fmt::format("'{}' cannot be a name", name.substr(0, longest_name)),
                 fmt::format("use up to {} characters without '=', ':', '/' and line breaks; 'seedfault' is "
                             "the program's own",
                             longest_name)};
  return std::nullopt;
}

Checked<PackMade> make_pack(const House& house, const PackRequest& request) {
  auto faults = faults_in(request);
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto transaction = store->begin();
  if (!transaction) return tl::make_unexpected(transaction.error());
  const auto packs = read_packs(*store);
  if (!packs) return tl::make_unexpected(packs.error());
  if (std::ranges::find(*packs, request.id, &Pack::id) != packs->end())
    faults.push_back({request.id, {}, "is taken", "choose another name: a pack is frozen once it is made"});
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  Pack pack{.id = request.id,
            .kind = request.kind,
            .made_by = request.by,
            .made_at = request.when,
            .tool_version = std::string(tool_version()),
            .program_rates = request.program_rates,
            .revealed_at = {},
            .reviews = request.reviews,
            .raters = {},
            .sheets = {}};
  for (const auto& name : request.raters) pack.raters.push_back({.name = name});
  if (!request.adjudicator.empty())
    pack.raters.push_back({.name = request.adjudicator, .role = PackRole::adjudicator});
  if (auto added = add_pack(*store, pack); !added) return tl::make_unexpected(added.error());
  std::string documents;
  for (const auto& review : pack.reviews) documents += review.document;
  // Where the reviews come from stays out of the log until the reveal; the digest says that they are frozen.
  if (auto logged =
          add_step(*store, {.at = request.when,
                            .by = request.by,
                            .what = fmt::format("{} made", to_string(pack.kind)),
                            .subject = pack.id,
                            .detail = fmt::format("{} frozen as {}; raters: {}", pack.reviews.size(),
                                                  exercise::sha256(documents).substr(0, 16),
                                                  fmt::join(request.raters, ", "))});
      !logged)
    return tl::make_unexpected(logged.error());
  if (auto committed = transaction->commit(); !committed) return tl::make_unexpected(committed.error());
  auto advice = advice_on(pack);
  return PackMade{.pack = std::move(pack), .advice = std::move(advice)};
}

Checked<std::vector<PackReview>> anchors_to_serve(const House& house, std::string_view when, int days,
                                                  const std::vector<std::string>& taken) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  const auto packs = read_packs(*store);
  if (!packs) return tl::make_unexpected(packs.error());
  std::vector<PackReview> anchors;
  for (const auto& pack : *packs) {
    if (pack.kind != PackKind::calibration || pack.revealed_at.empty()) continue;
    if (days_between(pack.revealed_at, when) < days) continue;
    for (auto review : pack.reviews) {
      const bool again = std::ranges::find(anchors, review.source, &PackReview::source) != anchors.end();
      if (again || std::ranges::find(taken, review.source) != taken.end()) continue;
      review.anchor = fmt::format("{}:{}", pack.id, review.code);
      anchors.push_back(std::move(review));
    }
  }
  return anchors;
}

Checked<Pack> find_pack(const House& house, std::string_view id, std::string_view viewer) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto pack = read_pack(*store, id);
  if (pack && pack->revealed_at.empty()) hide(*pack, viewer);
  return pack;
}

Checked<std::vector<Pack>> list_packs(const House& house) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(store.error());
  auto packs = read_packs(*store);
  if (packs)
    for (auto& pack : *packs)
      if (pack.revealed_at.empty()) hide(pack, "");
  return packs;
}

}  // namespace runner::session
