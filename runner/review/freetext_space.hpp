// Texts as points of a space with one axis a sign: how much of two texts is the same, rare signs counting
// more.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace runner::review {

struct Coordinate {
  std::uint32_t axis = 0;
  float value = 0;  // > 0
};

struct Point {
  std::vector<Coordinate> at;  // by axis, ascending
  float length = 0;            // Euclidean
};

// The points of some texts. A sign weighs (1 + ln(times in the text)) x rarity; rarity is `among` times
// ln((1 + texts) / (1 + texts with the sign)) + 1, counted among the texts given, plus what `background`
// says.
struct Space {
  std::vector<Point> points;       // in the order of the texts
  std::vector<std::string> signs;  // by axis
};
struct SpaceWeights {
  double among = 1;
  std::function<double(const std::string&)> background;  // none: 0
};
[[nodiscard]] Space space_of(const std::vector<const std::vector<std::string>*>& texts,
                             const SpaceWeights& weights);

// One text laid out so that many others can be compared with it quickly.
class Spread {
 public:
  Spread(const Space& space, const Point& point);
  [[nodiscard]] float cosine(const Point& other) const;  // 0..1; 0 when either is empty
  [[nodiscard]] float product(const Point& other) const;
  [[nodiscard]] float share_of(const Point& other) const;  // of the other's weight, what this text has too
  [[nodiscard]] float share_in(const Point& other) const;  // of this text's weight, what the other has too

 private:
  std::vector<float> values_;  // by axis
  float length_ = 0;
  float weight_ = 0;
};

// The axes that both have, the heaviest first.
[[nodiscard]] std::vector<std::uint32_t> shared(const Point& a, const Point& b);

// The cosines of every pair of the first `count` points, each space's share as weighted: a square, symmetric,
// 0 on its diagonal.
struct Weighted {
  const Space* space = nullptr;
  float weight = 1;
};
[[nodiscard]] std::vector<std::vector<float>> likeness(const std::vector<Weighted>& spaces,
                                                       std::size_t count);

}  // namespace runner::review
