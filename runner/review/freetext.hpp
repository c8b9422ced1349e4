// Keys without classes: which comment speaks of which known defect, when all that is known of a defect is
// what somebody wrote about it. Pure: the same values give the same answer, byte for byte.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/scope.hpp"
#include "detectors/source/taxonomy.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/freetext_model.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

struct FreePlace {
  std::string path;  // "" when no place is known
  LineSpan lines;    // none: the file as a whole
  friend bool operator==(const FreePlace&, const FreePlace&) = default;
};

struct FreeDefect {
  std::string id;
  std::string title;        // may be ""
  std::string description;  // Markdown
  std::string class_id;     // "" when none is given
  detectors::source::Words class_words;
  FreePlace place;
};

struct FreeComment {
  std::string id;
  std::string body;  // Markdown; each item of a list is read by itself
  FreePlace place;
};

struct FreeFile {
  std::string path;
  detectors::source::Outline outline;
};

struct FreeKey {
  std::vector<FreeDefect> defects;
  std::vector<FreeComment> comments;
  std::vector<FreeFile> code;  // what is known of the tree, by path; may be empty
};

struct FreePair {
  std::size_t comment = 0;
  std::size_t defect = 0;
  double score = 0;  // 0..1; same_problem or more: they speak of the same problem
};
inline constexpr double same_problem = 0.5;

// level: identified; where the key names a class and the comment says its words, explained (a consequence) or
// fixed (a remedy beside the cause).
struct FreeMatch {
  std::size_t comment = 0;
  std::size_t defect = 0;
  Level level = Level::identified;
  double score = 0;
  std::vector<std::string>
      evidence;  // "shared words: timeout, gateway (+0.82)": in all they make the score's logit
};

struct FreeMatching {
  std::vector<FreeMatch>
      matches;  // by comment, then defect; no defect twice, no comment twice unless it is a list
  std::vector<FreePair> pairs;         // every pair, by comment, then defect
  std::vector<std::size_t> unmatched;  // comments
};

[[nodiscard]] FreeMatching match_free_text(const FreeKey& key, const FreeTextModel& model,
                                           const Language& language);

}  // namespace runner::review
