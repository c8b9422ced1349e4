// The key of a review: what was planted and where, what only looks wrong, and the code that all of it stands
// in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/file.hpp"
#include "detectors/source/scope.hpp"
#include "detectors/source/taxonomy.hpp"
#include "runner/review/comment.hpp"

namespace runner::review {

using detectors::source::Outline;
using detectors::source::SourceFile;
using detectors::source::Words;

// primary: the defective lines. related: another place that suffices (the client beside the call, the model
// beside the migration). neutral: lines that a fair reviewer may pick instead (the signature, the loop's
// head).
enum class PlaceRole { primary, related, neutral };

struct Place {
  std::string path;
  LineSpan lines;
  PlaceRole role = PlaceRole::primary;
  Side side = Side::after;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Defect {
  std::string id;
  std::string class_id;
  std::string class_title;
  std::string pattern;
  std::string skill;
  std::string instinct;
  Severity severity = Severity::major;
  double weight = 1;  // > 0
  std::string title;
  std::string why;  // what happens in production
  std::string fix;
  std::vector<Place> places;             // empty only for an absence
  bool absence = false;                  // something that is not there: no line is needed to name it
  Words class_words;                     // of its class
  Words words;                           // of this defect alone, read in addition
  std::vector<std::string> near_misses;  // phrases that look like it and are not: they cap at "located"
  std::vector<std::string> follow_ups;   // questions for the conversation afterwards
};

struct Decoy {
  std::string id;
  std::string title;
  std::vector<Place> places;
  std::string reason;                    // why it is right
  std::vector<std::string> false_alarm;  // phrases of the claim that it invites
  std::string class_id;                  // the class that it is mistaken for, or ""
};

// A finding of the detectors in the code as planted, whether planned or not.
struct Sighting {
  std::string class_id;
  std::string path;
  LineSpan lines;
  std::string message;
};

struct CodeFile {
  SourceFile after;               // empty text for a file that the change deletes
  SourceFile before;              // empty text for a file that the change adds
  Outline outline;                // of `after`
  std::vector<LineSpan> changed;  // lines of `after` that the change added or altered, ascending
  bool in_change = true;          // false: context that the change leaves alone
};

struct ClassWords {
  std::string class_id;
  Words words;
};

struct Key {
  std::vector<Defect> defects;
  std::vector<Decoy> decoys;
  std::vector<Sighting> sightings;
  std::vector<CodeFile> code;
  std::vector<ClassWords>
      classes;                     // all that are known: an unmatched claim may name one that was not planted
  std::vector<std::string> given;  // what the reviewer was given to read beside the code: the brief, ...
};

// What applying one suggestion did, found out by whoever may read and run code.
enum class ProofVerdict { passed, failed, not_run };
struct SuggestionTrial {
  std::string comment;         // its id
  std::size_t suggestion = 0;  // index into suggestions_of(comment)
  bool parses = false;
  std::vector<std::string> silenced;                         // ids of defects whose finding is gone
  std::vector<std::pair<std::string, ProofVerdict>> proofs;  // by defect id
};

}  // namespace runner::review
