// What people decided about the matches of one attempt, in the order in which they did. A journal: entries
// are added, never changed or removed, and a decision is taken back by a further entry. Who and when are
// there for readers; nothing is computed from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/review/assessment.hpp"

namespace runner::review {

// accept: the claim is about the defect, at the level that its words earn. reject: it is not. set: about the
// defect, at a level of the person's choice. count_as: what a claim that is credited with nothing is.
// withdraw: as if nobody had decided about this target.
enum class DecisionKind { accept, reject, set, count_as, withdraw };
[[nodiscard]] std::string_view to_string(DecisionKind kind);  // "accept", "count-as"
[[nodiscard]] std::optional<DecisionKind> decision_kind_named(std::string_view name);

struct Decision {
  int number = 0;           // from 1, within the attempt
  std::string comment;      // its id
  std::size_t ordinal = 0;  // of the claim in its comment, as the program then cut it
  std::string claim;        // the claim's text then: by it the claim is found again
  std::string defect;       // its id; "" for a decision about the claim itself (count_as and its withdrawal)
  DecisionKind kind = DecisionKind::accept;
  Level level = Level::missed;  // what the claim is worth for the defect from now on; missed for a rejection
  Fate fate = Fate::neutral;    // for count_as
  std::string reason;
  std::string by;
  std::string when;  // ISO 8601, UTC

  // What the program said at that time.
  std::string tool_version;
  double program_score = 0;
  Level program_level = Level::missed;
  Fate program_fate = Fate::neutral;
  friend bool operator==(const Decision&, const Decision&) = default;
};

// Those that count, in the journal's order: the last about each target, unless that withdraws.
[[nodiscard]] std::vector<Decision> in_force(const std::vector<Decision>& journal);

// How a person names a target: "c3.1:missing-index" is the first claim of comment c3 against a defect, "c3.1"
// the claim itself.
[[nodiscard]] std::string target_name(std::string_view comment, std::size_t ordinal, std::string_view defect);
[[nodiscard]] std::string target_name(const Decision& decision);

// Where decisions stand among the claims as they are read now. A later program may cut a comment otherwise:
// the claim is the one of its comment with the same text, else the only one that holds that text or is held
// by it.
struct PlacedDecision {
  std::size_t decision = 0;  // index into what was given
  std::size_t claim = 0;
  std::optional<std::size_t> defect;
};
struct Placement {
  std::vector<PlacedDecision> placed;
  std::vector<int> adrift;  // numbers of those whose claim or defect is not there any more
};
[[nodiscard]] Placement place(const std::vector<Decision>& decisions, const std::vector<Claim>& claims,
                              const Review& review, const std::vector<std::string>& defects);

}  // namespace runner::review
