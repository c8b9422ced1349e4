// The figures and the disagreements, as text on standard output.
#pragma once

#include <functional>

#include "bench/matching/outcome.hpp"

namespace bench {

using Chosen = std::function<bool(const LabelledReview&)>;

// Precision and recall at "identified or better", kappa, fates; all of the reviews that are chosen.
void print_figures(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes, const Chosen& chosen);

// One line of levels for each style and for each defect.
void print_breakdown(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes,
                     const Chosen& chosen);

void print_disagreements(const std::vector<LabelledReview>& corpus, const Outcomes& outcomes,
                         const Chosen& chosen);

}  // namespace bench
