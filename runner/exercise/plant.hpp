// Planting: the sound tree and a set of edits per defect make the tree that the candidate sees, and tell exactly where
// each defect stands in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detectors/source/edit.hpp"
#include "runner/exercise/exercise.hpp"

namespace runner::exercise {

// What a patch does to one file of the sound tree.
struct FileEdits {
  std::string path;
  bool created = false;   // `edits` then holds one insertion into an empty text
  bool deleted = false;   // `edits` is then empty
  std::vector<detectors::source::TextEdit> edits;  // trimmed, ascending
};
using TreeEdits = std::vector<FileEdits>;  // sorted by path

struct DefectEdits {
  std::string defect;
  TreeEdits edits;
};

struct Planted {
  Tree tree;
  struct Stand {
    std::string defect;
    std::vector<review::Place> places;  // primary, one for each run of planted lines, then those that the author named
  };
  std::vector<Stand> stands;            // in the order of the chosen defects
};

// Tree with edits applied (used for before.patch too).
[[nodiscard]] Checked<Tree> apply(const Tree& tree, const TreeEdits& edits);

// Faults: two defects whose edits overlap, or an author's place that cannot be found in the planted tree.
[[nodiscard]] Checked<Planted> plant(const Exercise& exercise, const std::vector<DefectEdits>& edits,
                                     const std::vector<std::string>& chosen);

// Where the author's places (of a decoy, say) stand in a tree.
[[nodiscard]] Checked<std::vector<review::Place>> locate(const Tree& tree, const std::vector<PlaceRef>& places,
                                                         const std::string& described_in);

// The defects that a seed plants: `always`, then a seeded draw up to a number within the bounds; excluded pairs never
// together; sorted by id. The same seed gives the same choice on every machine (splitmix64, no std distribution).
[[nodiscard]] std::vector<std::string> choose(const Exercise& exercise, std::uint64_t seed);

}  // namespace runner::exercise
