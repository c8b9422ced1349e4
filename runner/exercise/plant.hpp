// Planting: the sound tree and a set of edits per defect make the tree that the candidate sees, and tell
// exactly where each defect stands in it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "detectors/source/edit.hpp"
#include "detectors/source/file.hpp"
#include "detectors/source/scope.hpp"
#include "runner/exercise/exercise.hpp"

namespace runner::exercise {

// What a patch does to one file of the sound tree.
struct FileEdits {
  std::string path;
  bool created = false;                            // `edits` then holds one insertion into an empty text
  bool deleted = false;                            // `edits` is then empty
  std::vector<detectors::source::TextEdit> edits;  // trimmed, ascending
};
using TreeEdits = std::vector<FileEdits>;  // sorted by path

struct DefectEdits {
  std::string defect;
  TreeEdits edits;
};

// Gives the scopes of a file, for places that name a symbol. Passed in: this room does not know the
// detectors.
using Outliner = std::function<detectors::source::Outline(const detectors::source::SourceFile&)>;

// Where the primary places of a defect stand: the lines that its replacements occupy, blank ends left out. A
// removal occupies nothing; its place is the line that it was cut from or, where whole lines went, the line
// before and the line after them. Spans of one file that touch are one place. A file that the defect deletes
// has no lines to point to: the author must name a place elsewhere.
struct Planted {
  Tree tree;
  struct Stand {
    std::string defect;
    std::vector<review::Place>
        places;  // primary, one for each run of planted lines, then those that the author named
  };
  std::vector<Stand> stands;  // in the order of the chosen defects
};

// Tree with edits applied (used for before.patch too).
[[nodiscard]] Checked<Tree> apply(const Tree& tree, const TreeEdits& edits);

// Faults: two defects whose edits overlap, a chosen id that is not there, an author's place that cannot be
// found in the planted tree, a defect that is no absence and has no place at all.
[[nodiscard]] Checked<Planted> plant(const Exercise& exercise, const std::vector<DefectEdits>& edits,
                                     const std::vector<std::string>& chosen, const Outliner& outliner);

// Where the author's places (of a decoy, say) stand in a tree. `described_in` is the file that names them,
// for faults. A code must stand in its file exactly once ("\n" in it matches "\r\n" too); a symbol must name
// one function or type.
[[nodiscard]] Checked<std::vector<review::Place>> locate(const Tree& tree,
                                                         const std::vector<PlaceRef>& places,
                                                         const std::string& described_in,
                                                         const Outliner& outliner);

// The defects that a seed plants: `always`, then a seeded draw up to a number within the bounds; excluded
// pairs never together; sorted by id. The same seed gives the same choice on every machine (splitmix64, no
// std distribution): one draw for the number, uniform in at_least..at_most; then the other defects, sorted by
// id, are shuffled (Fisher and Yates, from the last) and the first ones in that order that can stand together
// are taken. Where exclusions make the number impossible it is lowered.
[[nodiscard]] std::vector<std::string> choose(const Exercise& exercise, std::uint64_t seed);

// Two defects of which either names the other in `excludes`.
[[nodiscard]] bool excluded(const PlantedDefect& a, const PlantedDefect& b);

}  // namespace runner::exercise
