#include <algorithm>
#include <utility>

#include "runner/exercise/plant.hpp"

namespace runner::exercise {
namespace {

// splitmix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix {
  std::uint64_t state = 0;

  std::uint64_t next() {
    auto z = state += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }

  // Uniform in 0..bound-1: values of the last, incomplete stretch are drawn again.
  std::size_t below(std::size_t bound) {
    const std::uint64_t wide = bound;
    const std::uint64_t unfair = (0 - wide) % wide;  // 2^64 mod bound
    for (;;)
      if (const auto drawn = next(); drawn >= unfair) return static_cast<std::size_t>(drawn % wide);
  }
};

using Defects = std::vector<const PlantedDefect*>;

bool fits(const Defects& taken, const PlantedDefect& candidate) {
  return std::none_of(taken.begin(), taken.end(), [&](auto* other) { return excluded(*other, candidate); });
}

// The first set in the order of `pool` that brings `taken` to `size` without an excluded pair. `steps` bounds
// the search for a folder whose exclusions were written to exhaust it.
bool fill(Defects& taken, const Defects& pool, std::size_t from, std::size_t size, int& steps) {
  if (taken.size() >= size) return true;
  for (auto i = from; i < pool.size() && taken.size() + (pool.size() - i) >= size && steps > 0; ++i) {
    --steps;
    if (!fits(taken, *pool[i])) continue;
    taken.push_back(pool[i]);
    if (fill(taken, pool, i + 1, size, steps)) return true;
    taken.pop_back();
  }
  return false;
}

bool is_always(const Exercise& exercise, const std::string& id) {
  const auto& always = exercise.plant.always;
  return std::find(always.begin(), always.end(), id) != always.end();
}

}  // namespace

bool excluded(const PlantedDefect& a, const PlantedDefect& b) {
  const auto names = [](const PlantedDefect& one, const PlantedDefect& other) {
    return std::find(one.excludes.begin(), one.excludes.end(), other.id) != one.excludes.end();
  };
  return names(a, b) || names(b, a);
}

std::vector<std::string> choose(const Exercise& exercise, std::uint64_t seed) {
  SplitMix random{seed};
  const auto least = static_cast<std::size_t>(std::max(0, exercise.plant.at_least));
  const auto most = std::max(least, static_cast<std::size_t>(std::max(0, exercise.plant.at_most)));
  auto size = least + random.below(most - least + 1);
  Defects taken;
  Defects pool;
  for (const auto& defect : exercise.defects)
    (is_always(exercise, defect.id) ? taken : pool).push_back(&defect);
  for (auto i = pool.size(); i > 1; --i) std::swap(pool[i - 1], pool[random.below(i)]);
  for (int steps = 100'000; !fill(taken, pool, 0, size, steps) && size > 0; steps = 100'000) --size;
  std::vector<std::string> ids;
  for (const auto* defect : taken) ids.push_back(defect->id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace runner::exercise
