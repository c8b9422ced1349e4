// What candidates found that nobody planted: where it clusters, and how much more there may be.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "runner/measure/health.hpp"
#include "runner/measure/rater.hpp"

namespace runner::measure {
namespace {

constexpr int near = 5;     // lines: closer than this it is the same place
constexpr int several = 3;  // candidates

struct Seen {
  int line = 0;
  std::size_t attempt = 0;
  bool judged = true;
};
using Places = std::map<std::pair<std::string, std::string>, std::vector<Seen>>;  // by path and class

Places places_of(const Responses& responses) {
  Places places;
  for (std::size_t attempt = 0; attempt < responses.rows.size(); ++attempt)
    for (const auto& extra : responses.rows[attempt].extras)
      places[{extra.path, extra.class_id}].push_back({extra.line, attempt, extra.judged});
  for (auto& [where, seen] : places)
    std::ranges::sort(seen, {}, [](const Seen& each) { return std::tie(each.line, each.attempt); });
  return places;
}

// Runs of neighbours, each with the attempts that are in it.
struct Group {
  Cluster cluster;
  std::set<std::size_t> attempts;
};
std::vector<Group> groups_of(const Responses& responses) {
  std::vector<Group> groups;
  for (const auto& [where, seen] : places_of(responses)) {
    bool first = true;
    for (const auto& each : seen) {
      if (first || each.line - groups.back().cluster.last_line > near)
        groups.push_back({.cluster = {.class_id = where.second,
                                      .path = where.first,
                                      .first_line = each.line,
                                      .last_line = each.line},
                          .attempts = {}});
      first = false;
      groups.back().cluster.last_line = each.line;
      groups.back().attempts.insert(each.attempt);
      groups.back().cluster.judged |= each.judged;
    }
  }
  return groups;
}

// The mean share of the planted that one reviewer finds.
double share_found(const Responses& responses) {
  double planted = 0, hits = 0;
  for (const auto& row : responses.rows)
    for (const auto level : row.levels) {
      planted += level == not_planted ? 0 : 1;
      hits += level >= hit ? 1 : 0;
    }
  return planted > 0 ? hits / planted : 0;
}

}  // namespace

std::vector<Cluster> clusters_of(const Responses& responses) {
  std::vector<Cluster> clusters;
  for (auto& group : groups_of(responses)) {
    group.cluster.attempts = static_cast<int>(group.attempts.size());
    if (group.cluster.attempts >= several) clusters.push_back(std::move(group.cluster));
  }
  std::ranges::stable_sort(clusters, std::ranges::greater{}, &Cluster::attempts);
  return clusters;
}

std::optional<Unknown> unknown_in(const Responses& responses) {
  auto groups = groups_of(responses);
  std::erase_if(groups, [](const Group& group) { return !group.cluster.judged; });
  if (groups.empty()) return std::nullopt;
  Unknown result;
  double sightings = 0;
  for (const auto& group : groups) {
    const bool odd = std::ranges::any_of(group.attempts, [](std::size_t i) { return i % 2 == 0; });
    const bool even = std::ranges::any_of(group.attempts, [](std::size_t i) { return i % 2 == 1; });
    result.capture.first += odd ? 1 : 0;
    result.capture.second += even ? 1 : 0;
    result.capture.both += odd && even ? 1 : 0;
    sightings += static_cast<double>(group.attempts.size());
  }
  result.population = population(result.capture);
  result.mills =
      mills_indigenous(1, share_found(responses), sightings / static_cast<double>(responses.rows.size()));
  return result;
}

}  // namespace runner::measure
