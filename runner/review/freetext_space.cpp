#include "runner/review/freetext_space.hpp"

#include <algorithm>
#include <cmath>

namespace runner::review {
namespace {

float sum_of(const Point& point) {
  float sum = 0;
  for (const auto& each : point.at) sum += each.value;
  return sum;
}

struct Count {
  std::uint32_t axis = 0;
  float times = 0;
};

// Axes are numbered in the order in which signs are met: the same texts give the same numbers.
class Counter {
 public:
  std::vector<Count> count(const std::vector<std::string>& text) {
    std::vector<std::uint32_t> axes;
    axes.reserve(text.size());
    for (const auto& sign : text) {
      const auto [found, fresh] = numbers_.try_emplace(sign, static_cast<std::uint32_t>(signs.size()));
      if (fresh) {
        signs.push_back(sign);
        texts_with.push_back(0);
      }
      axes.push_back(found->second);
    }
    std::ranges::sort(axes);
    std::vector<Count> counts;
    for (const auto axis : axes) {
      if (counts.empty() || counts.back().axis != axis) {
        counts.push_back({axis, 0});
        ++texts_with[axis];
      }
      ++counts.back().times;
    }
    return counts;
  }

  std::vector<std::string> signs;
  std::vector<std::size_t> texts_with;  // by axis

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;  // never iterated
};

Point point_of(const std::vector<Count>& counts, const std::vector<float>& rarity) {
  Point point;
  point.at.reserve(counts.size());
  float squares = 0;
  for (const auto& count : counts) {
    const float value = (1 + std::log(count.times)) * rarity[count.axis];
    point.at.push_back({count.axis, value});
    squares += value * value;
  }
  point.length = std::sqrt(squares);
  return point;
}

}  // namespace

Space space_of(const std::vector<const std::vector<std::string>*>& texts, const SpaceWeights& weights) {
  Counter counter;
  std::vector<std::vector<Count>> counts;
  counts.reserve(texts.size());
  for (const auto* text : texts) counts.push_back(counter.count(*text));
  std::vector<float> rarity(counter.signs.size());
  const double all = 1.0 + static_cast<double>(texts.size());
  for (std::size_t axis = 0; axis < rarity.size(); ++axis) {
    const double here = std::log(all / (1.0 + static_cast<double>(counter.texts_with[axis]))) + 1;
    const double background = weights.background ? weights.background(counter.signs[axis]) : 0;
    rarity[axis] = static_cast<float>(weights.among * here + background);
  }
  Space space{.points = {}, .signs = std::move(counter.signs)};
  space.points.reserve(texts.size());
  for (const auto& count : counts) space.points.push_back(point_of(count, rarity));
  return space;
}

Spread::Spread(const Space& space, const Point& point) : values_(space.signs.size()), length_(point.length) {
  for (const auto& each : point.at) values_[each.axis] = each.value;
  weight_ = sum_of(point);
}

float Spread::product(const Point& other) const {
  float sum = 0;
  for (const auto& each : other.at) sum += each.value * values_[each.axis];
  return sum;
}

float Spread::cosine(const Point& other) const {
  return length_ > 0 && other.length > 0 ? product(other) / (length_ * other.length) : 0;
}

float Spread::share_of(const Point& other) const {
  float both = 0, all = 0;
  for (const auto& each : other.at) {
    all += each.value;
    if (values_[each.axis] > 0) both += each.value;
  }
  return all > 0 ? both / all : 0;
}

float Spread::share_in(const Point& other) const {
  float both = 0;
  for (const auto& each : other.at) both += values_[each.axis];
  return weight_ > 0 ? both / weight_ : 0;
}

std::vector<std::uint32_t> shared(const Point& a, const Point& b) {
  std::vector<std::pair<float, std::uint32_t>> found;
  for (std::size_t i = 0, j = 0; i < a.at.size() && j < b.at.size();) {
    if (a.at[i].axis == b.at[j].axis) {
      found.emplace_back(-a.at[i].value * b.at[j].value, a.at[i].axis);
      ++i, ++j;
    } else if (a.at[i].axis < b.at[j].axis) {
      ++i;
    } else {
      ++j;
    }
  }
  std::ranges::sort(found);
  std::vector<std::uint32_t> axes;
  for (const auto& [weight, axis] : found) axes.push_back(axis);
  return axes;
}

std::vector<std::vector<float>> likeness(const std::vector<Weighted>& spaces, std::size_t count) {
  std::vector<std::vector<float>> square(count, std::vector<float>(count));
  for (const auto& [space, weight] : spaces) {
    // By axis, the texts before this one that have it: each pair is met once.
    std::vector<std::vector<std::pair<std::uint32_t, float>>> having(space->signs.size());
    for (std::size_t i = 0; i < count; ++i) {
      const auto& point = space->points[i];
      if (point.length <= 0) continue;
      auto& row = square[i];
      for (const auto& each : point.at) {
        const float unit = each.value / point.length;
        for (const auto& [other, value] : having[each.axis]) row[other] += weight * unit * value;
        having[each.axis].emplace_back(static_cast<std::uint32_t>(i), unit);
      }
    }
  }
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = 0; j < i; ++j) square[j][i] = square[i][j];
  return square;
}

}  // namespace runner::review
