// An exercise's folder as bytes: every file in it, and every file that has no business there.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "runner/exercise/exercise.hpp"

namespace runner::exercise {

inline constexpr std::size_t largest_file = 1'000'000;  // bytes

struct Folder {
  std::string name;                      // as faults call it: "exercises/payments-webhook"
  std::string id;                        // its last part
  Tree files;                            // every readable text file, by path relative to the folder
  std::vector<std::string> directories;  // relative, sorted
};

// Reads all regular files. Symbolic links, devices, binary files, texts that are not UTF-8, files over 1 MB,
// unsafe names and what editors and tools leave behind are faults.
[[nodiscard]] Folder read_folder(const std::filesystem::path& path, Faults& faults);

// Files that are not of the layout, and parts of the layout that are not there.
[[nodiscard]] Faults layout_faults(const Folder& folder);

// The folders of defects/, and the files decoys/<id>.toml and reviews/<name>.json without their endings;
// sorted.
[[nodiscard]] std::vector<std::string> defect_ids(const Folder& folder);
[[nodiscard]] std::vector<std::string> stems(const Folder& folder, std::string_view directory,
                                             std::string_view ending);
// The name of the defect's proof file, "proof.py"; "" when there is none.
[[nodiscard]] std::string proof_name(const Folder& folder, const std::string& defect);

// The text of a file, "" when it is not there: layout_faults has said so then.
[[nodiscard]] const std::string& text_at(const Folder& folder, std::string_view path);
// The files below "tree/", say, with paths relative to it.
[[nodiscard]] Tree below(const Folder& folder, std::string_view directory);

// Why no exercise, defect or decoy may be called this; "" when it may: lower case letters, digits and single
// hyphens.
[[nodiscard]] std::string bad_id(std::string_view id);

}  // namespace runner::exercise
