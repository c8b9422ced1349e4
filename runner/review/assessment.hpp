// What a review is found to say about the key: each defect's level with its evidence, each claim's fate with
// its reason.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/claim.hpp"

namespace runner::review {

// matching.md, "Levels". Ordered.
enum class Level { missed, located, identified, explained, fixed };
[[nodiscard]] std::string_view to_string(Level level);
[[nodiscard]] std::optional<Level> level_named(std::string_view name);

enum class EvidenceKind {
  place,
  topic,
  cause,
  effect,
  remedy,
  wrong_remedy,
  polarity,
  mechanism,
  suggestion,
  label
};
[[nodiscard]] std::string_view to_string(EvidenceKind kind);

struct Evidence {
  EvidenceKind kind = EvidenceKind::place;
  std::string text;   // a sentence that a person can check: "\"no timeout\" names the cause (missing-timeout:
                      // {absent} timeout)"
  std::string quote;  // the claim's own words, "" for evidence of place
  double weight = 0;  // what it adds to the pair's score; negative speaks against
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// One claim weighed against one defect.
struct Pair {
  std::size_t claim = 0;
  std::size_t defect = 0;
  double score = 0;             // 0..1; >= 0.5 means "the same problem"
  Level level = Level::missed;  // what this claim alone would earn for this defect
  bool ambiguous = false;       // close to a threshold: a person should look
  bool on_it = false;           // the claim stands on one of the defect's own statements
  std::string wrong_remedy;     // the wrong remedy that caps it, or ""
  std::vector<Evidence> evidence;
  std::optional<Level> decided;  // by a person: the last word
  int decision = 0;              // the number of that decision; 0: none
};
[[nodiscard]] inline Level worth(const Pair& pair) { return pair.decided.value_or(pair.level); }

// The level that the claim's words earn once it is taken for granted that it is about the defect: identified
// or above.
[[nodiscard]] Level earned(const Pair& pair);

struct DefectResult {
  std::string defect;  // its id
  Level level = Level::missed;
  std::optional<std::size_t> claim;     // the claim that earned it
  std::vector<std::size_t> duplicates;  // other claims about the same
  std::string wrong_remedy;
  bool ambiguous = false;
  int decision = 0;      // of the person who set the level; 0: nobody did
  bool settled = false;  // by a panel: the level hangs on no claim
};

// matching.md, "What an unmatched claim is".
// unjudged: a failure that is told closely enough to be checked, and that nobody planned or has checked yet.
enum class Fate { credited, duplicate, valid_extra, decoy_hit, noise, neutral, unjudged };
[[nodiscard]] std::string_view to_string(Fate fate);
[[nodiscard]] std::optional<Fate> fate_named(std::string_view name);

struct ClaimResult {
  Claim claim;
  Fate fate = Fate::neutral;
  std::string
      target;  // id of the defect or decoy, class of the valid extra or unjudged finding; "" otherwise
  std::string reason;    // one sentence
  bool sprayed = false;  // a guess that fits everywhere: no person is asked about it
  int decision = 0;      // of the person who decided its fate; 0: nobody did
};

struct Assessment {
  std::vector<DefectResult> defects;  // in the key's order
  std::vector<ClaimResult> claims;    // in the review's order
  std::vector<Pair> pairs;  // every pair with any evidence, by defect, then score descending, then claim
  std::vector<int> adrift;  // decisions whose claim or defect is not there any more
};

}  // namespace runner::review
