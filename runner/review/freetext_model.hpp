// The fitted weights by which two texts are judged to speak of the same problem: data, english/freetext.toml.
#pragma once

#include <string>
#include <string_view>

#include "detectors/source/fault.hpp"
#include "runner/review/freetext_features.hpp"

namespace runner::review {

// Two sets of weights, for a comment alone and for one in full company; a comment between has a mean of the
// two.
struct Weights {
  double start = 0;  // what a pair starts from when every feature is usual
  std::array<double, feature_count> feature{};
  friend bool operator==(const Weights&, const Weights&) = default;
};

struct FreeTextModel {
  std::array<double, feature_count>
      usual{};  // what each feature is on the average: evidence counts from there
  Weights alone;
  Weights in_company;
  Background background;
};

// `weights` holds [usual], [alone] and [in_company], each with every feature by its name, the latter two
// `start` too; `background` holds rarest, function_words and [rarity].
[[nodiscard]] detectors::source::Checked<FreeTextModel> read_free_text_model(
    const std::string& weights_path, std::string_view weights, const std::string& background_path,
    std::string_view background);

// The background alone.
[[nodiscard]] detectors::source::Checked<Background> read_background(const std::string& path,
                                                                     std::string_view text);

// What each feature adds to the pair's sum. The sum and `start` are the logit of "the same problem".
struct Contributions {
  double start = 0;
  std::array<double, feature_count> feature{};
  [[nodiscard]] double sum() const;
};
[[nodiscard]] Contributions contributions(const FreeTextModel& model, const Features& features,
                                          float company);

// 1 / (1 + e^-logit)
[[nodiscard]] double logistic(double logit);

}  // namespace runner::review
