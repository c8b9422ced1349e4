// Why a pair has its score, in lines that a person can check: features of one family make one line, for they
// overlap and only their sum means something. The lines' numbers add up to the score's logit.
#pragma once

#include "runner/review/freetext_features.hpp"
#include "runner/review/freetext_model.hpp"

namespace runner::review {

struct Reason {
  std::string text;  // "shared words: timeout, gateway"
  double weight = 0;
};

// The families of the features, the heaviest first, then where every pair starts from.
// `forms` are those of the comment.
[[nodiscard]] std::vector<Reason> reasons(const Comparison& comparison, std::size_t comment,
                                          std::size_t defect, const Contributions& contributions,
                                          const FunctionWords& function_words, const Forms& forms);

// "shared words: timeout, gateway (+0.82)"
[[nodiscard]] std::string line(const Reason& reason);

}  // namespace runner::review
