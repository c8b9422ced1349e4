#include "bench/freetext/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

namespace bench {
namespace {

double f1_of(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

struct Point {
  double score = 0, precision = 0, recall = 0;
};

// Every threshold that makes a difference; equal scores stand or fall together.
std::vector<Point> curve(std::vector<Scored> scored) {
  std::ranges::stable_sort(scored, [](const Scored& a, const Scored& b) { return a.score > b.score; });
  const auto all = std::ranges::count_if(scored, &Scored::same);
  std::vector<Point> points;
  double found = 0;
  for (std::size_t i = 0; i < scored.size(); ++i) {
    found += scored[i].same ? 1 : 0;
    if (i + 1 < scored.size() && scored[i + 1].score == scored[i].score) continue;
    points.push_back({scored[i].score, found / static_cast<double>(i + 1),
                      found / static_cast<double>(std::max(all, {1}))});
  }
  return points;
}

}  // namespace

Figures figures(std::vector<Scored> scored) {
  double hits = 0, said = 0, all = 0;
  for (const auto& each : scored) {
    hits += each.score >= 0 && each.same ? 1 : 0;
    said += each.score >= 0 ? 1 : 0;
    all += each.same ? 1 : 0;
  }
  Figures result{.precision = said > 0 ? hits / said : 0, .recall = all > 0 ? hits / all : 0};
  result.f1 = f1_of(result.precision, result.recall);
  for (const auto& point : curve(std::move(scored)))
    if (point.precision >= 0.9) result.recall_at_90 = std::max(result.recall_at_90, point.recall);
  return result;
}

std::string line(const Figures& figures) {
  return fmt::format("P {:.3f}  R {:.3f}  F1 {:.3f}  recall at P .90: {:.3f}", figures.precision,
                     figures.recall, figures.f1, figures.recall_at_90);
}

std::string spread_of_groups(const std::vector<Scored>& scored) {
  std::map<std::size_t, std::vector<Scored>> groups;
  for (const auto& each : scored) groups[each.group].push_back(each);
  std::vector<double> values;
  for (const auto& [group, members] : groups)
    if (std::ranges::any_of(members, &Scored::same)) values.push_back(figures(members).f1);
  std::ranges::sort(values);
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return fmt::format("F1 by pull request: lowest {:.2f}, quartiles {:.2f} {:.2f} {:.2f}, highest {:.2f}",
                     at(0), at(0.25), at(0.5), at(0.75), at(1));
}

std::string interval_over_groups(const std::vector<Scored>& scored) {
  constexpr std::size_t draws = 1000, tail = 25;  // of each end
  std::map<std::size_t, std::vector<Scored>> by_group;
  for (const auto& each : scored) by_group[each.group].push_back(each);
  std::vector<std::vector<Scored>> groups;
  for (auto& [group, members] : by_group) groups.push_back(std::move(members));
  std::mt19937 random(1);
  std::vector<double> f1, recall;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    std::vector<Scored> drawn;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto& group = groups[random() % groups.size()];
      drawn.insert(drawn.end(), group.begin(), group.end());
    }
    const auto found = figures(std::move(drawn));
    f1.push_back(found.f1);
    recall.push_back(found.recall_at_90);
  }
  std::ranges::sort(f1);
  std::ranges::sort(recall);
  return fmt::format("with other pull requests, 95 %: F1 {:.2f} to {:.2f}, recall at P .90 {:.2f} to {:.2f}",
                     f1[tail], f1[draws - 1 - tail], recall[tail], recall[draws - 1 - tail]);
}

double best_threshold(std::vector<Scored> scored) {
  double best = 0, threshold = 0;
  for (const auto& point : curve(std::move(scored)))
    if (f1_of(point.precision, point.recall) > best)
      best = f1_of(point.precision, point.recall), threshold = point.score;
  return threshold;
}

}  // namespace bench
