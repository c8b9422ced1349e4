// An exercise as a value: everything in its folder, read and checked, nothing composed yet.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/taxonomy.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/comment.hpp"
#include "runner/review/key.hpp"

namespace runner::exercise {

using detectors::source::Checked;
using detectors::source::Faults;

struct TextFile {
  std::string path;  // relative, '/' between parts; never absolute, never with "..", never under .git
  std::string text;
  friend bool operator==(const TextFile&, const TextFile&) = default;
};
using Tree = std::vector<TextFile>;  // sorted by path, each path once

struct PullRequest {
  std::string title;
  std::string author;  // a person's name as in git
  std::string email;
  std::string branch;
  std::string ticket;        // "PAY-412", or ""
  std::string base_message;  // of the commit before the change
  std::string when;          // ISO 8601 with offset: both commits' times derive from it
  std::string body;          // Markdown
};

// A place as an author writes it: a file of the planted tree and a piece of code that stands in it, or a
// symbol.
struct PlaceRef {
  std::string path;
  std::string code;    // a text that occurs once in the planted file; "" with a symbol
  std::string symbol;  // a function or type of the outline; its header lines are the place
  review::PlaceRole role = review::PlaceRole::related;
};

enum class Detectable { yes, no };

struct PlantedDefect {
  std::string id;  // the folder's name
  std::string class_id;
  detectors::source::Severity severity = detectors::source::Severity::major;
  double weight = 1;
  std::string title;
  std::string why;
  std::string fix;
  std::vector<std::string> excludes;  // defects that cannot be planted beside it
  bool absence = false;
  Detectable detectable = Detectable::yes;
  std::string undetectable_reason;  // when no detector can see it
  std::vector<PlaceRef> places;     // in addition to the planted bytes, which are primary by themselves
  detectors::source::Words words;
  std::vector<std::string> near_misses;
  std::vector<std::string> follow_ups;
  std::string plant_patch;  // unified diff, tree/ -> defective
  std::string proof_name;   // "proof.py"
  std::string proof;
};

struct DecoyPlace {
  std::string id;
  std::string title;
  std::string class_id;
  std::vector<PlaceRef> places;
  std::string reason;
  std::vector<std::string> false_alarm;
};

struct SampleReview {
  std::string name;  // "strong"
  std::string title;
  // Its writer had seen the review repository and nothing else. Such a review measures the matcher: where the
  // levels differ from the labels the exercise is not at fault.
  bool blind = false;
  std::vector<std::string> planted;  // ids of defects; empty: all that can be planted together
  review::Review review;
  std::vector<std::pair<std::string, review::Level>>
      expected;  // by defect id; all that are planted are named
  std::optional<int> expected_decoy_hits;
};

struct PlantCount {
  int at_least = 1;
  int at_most = 1;
  std::vector<std::string> always;
};

struct Exercise {
  std::string id;  // the folder's name
  std::string title;
  std::string version;  // "1", raised by the author when a score would change
  std::string summary;  // one line for the list
  std::string language;
  std::string level;  // "L3", "L4", "L5+"
  int minutes = 45;
  std::string toolchain;              // a file of sandbox/profiles
  std::vector<std::string> patterns;  // outage patterns that it covers
  std::string ai_policy;              // what the candidate is told about AI tools
  PlantCount plant;
  std::vector<std::string> test_command_extra;  // arguments added to the toolchain's test command
  std::string brief;                            // Markdown
  PullRequest pull_request;
  Tree tree;  // sound
  std::string before_patch;
  std::vector<PlantedDefect> defects;  // sorted by id
  std::vector<DecoyPlace> decoys;      // sorted by id
  std::vector<SampleReview> reviews;   // sorted by name
  Tree artifacts;
  std::string digest;  // SHA-256 of everything that a score depends on, hex
};

// Reads one exercise folder: unknown keys, stray files, missing parts are faults, all of them reported.
[[nodiscard]] Checked<Exercise> load(const std::filesystem::path& folder);

// The ids of all exercises under `exercises/`, sorted: folders that hold an exercise.toml.
[[nodiscard]] std::vector<std::string> list(const std::filesystem::path& exercises);

// Why this path may not stand in a tree, or none: absolute, "..", ".git", empty part, backslash, control
// character.
[[nodiscard]] std::optional<std::string> unsafe_path(std::string_view path);

}  // namespace runner::exercise
