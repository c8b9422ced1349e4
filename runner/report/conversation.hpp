// The conversation after a review: questions made from what the candidate wrote and from what went by, the
// same for everybody who wrote the same. For the interviewer: it tells what was planted.
#pragma once

#include <string>
#include <vector>

#include "runner/session/values.hpp"

namespace runner::report {

struct Question {
  std::string about;                // the defect's or the decoy's title, or "their own words"
  std::string where;                // "app/gateway.py:24"; "" where it is no place
  std::string quote;                // what they wrote; "" for what went by
  std::vector<std::string> ask;     // one after the other, the open one first
  std::vector<std::string> listen;  // what a good answer comes to; never read out
};

struct Conversation {
  std::vector<Question> wrote;    // about each defect that they saw, the most severe first
  std::vector<Question> own;      // whose words they are: two of their comments, the longest first
  std::vector<Question> claimed;  // what they took for wrong and is right as far as we know
  std::vector<Question> went_by;  // at most five, the most severe first
};
[[nodiscard]] Conversation conversation_of(const session::Scored& scored);

[[nodiscard]] std::string conversation_markdown(const session::Scored& scored);

}  // namespace runner::report
