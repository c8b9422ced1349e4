// What the store holds about one person, and what became of it.
#pragma once

#include <string>
#include <vector>

#include "runner/session/invitation_values.hpp"
#include "runner/session/unfinished.hpp"

namespace runner::session {

struct HeldScore {
  int number = 0;
  std::string made_at;
  std::string tool_version;
};

// One attempt with all that hangs on it.
struct HeldAttempt {
  Attempt
      attempt;  // without which defects were planted: that is the exercise's key and nothing of the person
  std::vector<review::Comment> comments;
  Closing closing;
  std::vector<std::string> viewed;
  std::vector<Unfinished> unfinished;
  std::vector<review::Decision> decisions;
  std::vector<HeldScore> scores;  // that were given; their documents hold the key
};
struct Held {
  std::string subject;
  std::vector<InvitationState> invitations;  // without their tokens' hashes
  std::vector<HeldAttempt> attempts;
};

struct Erased {
  std::vector<std::string> attempts;
  std::vector<std::string> invitations;
  std::vector<std::string> notes;  // what lies elsewhere and is still there
};

// What ended, or was never begun, at `before` or earlier.
struct Overdue {
  std::string before;
  std::vector<Attempt> attempts;
  std::vector<Invitation> invitations;
};

}  // namespace runner::session
