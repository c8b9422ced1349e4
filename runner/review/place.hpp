// Where a claim stands against a place of the key: the evidence of place.
#pragma once

#include <string>
#include <vector>

#include "runner/review/claim.hpp"
#include "runner/review/code_index.hpp"

namespace runner::review {

// From far to near. none: the claim names no place at all; elsewhere: it names one in another file.
enum class Relation { elsewhere, none, file, type, function, block, near, statement };
[[nodiscard]] std::string_view to_string(Relation relation);

inline constexpr std::size_t no_file = static_cast<std::size_t>(-1);  // a file that the key does not know

// What a claim points at, in lines of the new text.
struct Anchor {
  std::size_t file = 0;   // index into Key::code, or no_file
  LineSpan lines;         // none: the file as a whole
  std::string said;       // "line 24 of app/x.py", for evidence
  bool outdated = false;  // the lines are a guess
};

// The comment's own place, and those that the claim mentions. A symbol stands for its definition; quoted code
// and names that occur in few places stand for these.
[[nodiscard]] std::vector<Anchor> anchors_of(const Claim& claim, const Review& review,
                                             const CodeIndex& index);

// One place of the key, with its scopes looked up.
struct Spot {
  std::size_t file = 0;
  LineSpan lines;
  PlaceRole role = PlaceRole::primary;
  LineSpan statement;  // what encloses it; none where nothing of the kind does
  LineSpan block;
  LineSpan function;
  LineSpan type;
  std::string function_name;
  bool untouched = false;  // no line of it is the change's: something was taken out beside it, at most
};
[[nodiscard]] std::vector<Spot> spots_of(const std::vector<Place>& places, const CodeIndex& index);

struct Standing {
  Relation relation = Relation::none;
  int distance = 0;  // lines between, 0 when they overlap
  PlaceRole role = PlaceRole::primary;
  std::size_t anchor = 0;  // the nearest one
  std::size_t spot = 0;
};

// The nearest of all anchors to the nearest of all spots.
[[nodiscard]] Standing nearest(const std::vector<Anchor>& anchors, const std::vector<Spot>& spots);

}  // namespace runner::review
