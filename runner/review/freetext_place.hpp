// What two places, a comment's and a defect's, say for or against the same problem. Not fitted: the judged
// pairs that the words were fitted on have no places. The weights follow what is known of people's reviews: a
// comment within three lines is right two times in three, and it never suffices alone.
#pragma once

#include "runner/review/freetext.hpp"

namespace runner::review {

struct PlaceEvidence {
  double weight = 0;  // 0: nothing can be said
  std::string text;   // "inside the same function, Gateway.charge"
};

[[nodiscard]] PlaceEvidence compare_places(const FreePlace& comment, const FreePlace& defect,
                                           const std::vector<FreeFile>& code);

}  // namespace runner::review
