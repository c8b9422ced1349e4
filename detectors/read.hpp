// Reading the data files of this wing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/manifest.hpp"

namespace detectors {

struct DataFile {
  std::filesystem::path path;
  std::string shown;  // how a fault names it
};

// The files of the folder, and of the folders in it, with that ending; sorted, so that faults come in one
// order.
[[nodiscard]] source::Checked<std::vector<DataFile>> files_with_ending(const std::filesystem::path& folder,
                                                                       const std::string& ending);
[[nodiscard]] source::Checked<std::string> read_text(const DataFile& file);
[[nodiscard]] source::Checked<source::Manifest> read_manifest(const DataFile& file);

}  // namespace detectors
