// One claim weighed against one defect: a sum of evidence that a person can read line by line.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "runner/review/assessment.hpp"
#include "runner/review/label.hpp"
#include "runner/review/place.hpp"
#include "runner/review/said.hpp"

namespace runner::review {

struct ReadClaim {
  Claim claim;
  Speech speech;
  std::vector<Anchor> anchors;
  std::vector<std::size_t> causes;  // causes_meant
  std::string approval;    // the words by which it approves; "" when it asserts something or does not approve
  bool asserts = false;    // says that something is wrong
  bool only_asks = false;  // every sentence is a question
  bool copied = false;     // from what the reviewer was given
  bool soup = false;       // keywords without a sentence
};

struct Target {  // a defect or a decoy with its places looked up
  std::vector<Spot> spots;
  std::set<std::string> subjects;  // stems that stand in its place's code and names, and in few others'
  std::set<std::string> hints;     // and those that stand in up to half of the others'
  std::set<std::string> fix;       // stems of what the author would do about it; of a defect alone
};

struct Scene {
  const Review* review = nullptr;
  const Key* key = nullptr;
  const KeyWords* words = nullptr;
  const std::vector<SuggestionTrial>* trials = nullptr;
  const LanguageData* language = nullptr;
  std::vector<Target> defects;
  std::vector<Target> decoys;
};

// None when there is no evidence of any kind for or against the two being about the same.
[[nodiscard]] std::optional<Pair> weigh(const ReadClaim& claim, std::size_t claim_index, std::size_t defect,
                                        const Scene& scene);

// The decoy that the claim mistakes for a defect, none when it does not.
[[nodiscard]] std::optional<std::size_t> decoy_hit(const ReadClaim& claim, const Scene& scene);

}  // namespace runner::review
