// What any search engine does: the cosine of two texts' words, weighted by tf x idf. Knows no stems, no
// rivals, nothing.
#pragma once

#include <vector>

#include "bench/freetext/data.hpp"

namespace bench {

// By pair of the case. Words are runs of two or more letters, digits or underscores, in lower case; idf is
// ln((1 + n) / (1 + df)) + 1 over the case's comments and defects.
[[nodiscard]] std::vector<double> plain_cosines(const Case& one);

}  // namespace bench
