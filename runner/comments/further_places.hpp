// A finding of a tool may name several places, and a comment stands in one: the others go into its text,
// where the matcher reads them as it reads a person's. One finding stays one comment, so that it counts once.
#pragma once

#include <string>
#include <vector>

#include "runner/comments/reading.hpp"
#include "runner/review/comment.hpp"

namespace runner::comments {

struct FurtherPlace {
  std::string path;
  review::LineSpan lines;
  std::string said;  // what the tool says of it; "" for another place of the same finding
};

// "Also at `app/y.py:12`." and a list of what is said of the others, behind the body. Places that the comment
// has already and repetitions are left out; those beyond the first twenty stay in the raw record only.
struct PlacesAdded {
  std::size_t named = 0;
  std::size_t beyond = 0;
};
PlacesAdded add_further_places(review::Comment& comment, const std::vector<FurtherPlace>& places);

// "result 3: stands at the first of its places; 2 more are named in its text"; nothing when there are none.
void note_places(Reading& reading, const std::string& record, const PlacesAdded& added);

}  // namespace runner::comments
