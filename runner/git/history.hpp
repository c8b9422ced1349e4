// What another repository holds at a revision: read only, for authors who make an exercise of a change of
// their own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"
#include "runner/git/repository.hpp"

namespace runner::git {

inline constexpr std::size_t largest_blob = 1'000'000;  // bytes; what is larger is left out

struct LeftOut {
  std::string path;
  std::string why;
};

struct Snapshot {
  std::vector<RepositoryFile> files;  // plain files, by path; their bytes as they are
  std::vector<LeftOut> left_out;      // symbolic links, submodules, large files, by path
  std::string message;                // of the commit
};

// `within` is the repository's folder or one below it; `revision` is whatever git understands ("HEAD~1", a
// branch, an id). Only what lies below `folder` ("" for all), with paths relative to it. Faults: no
// repository, no such revision, no such folder in it.
[[nodiscard]] detectors::source::Checked<Snapshot> snapshot(const std::filesystem::path& within,
                                                            const std::string& revision,
                                                            const std::string& folder);

// The path of `folder` inside the repository that it lies in, "/" between parts; "" for the repository's own
// folder.
[[nodiscard]] detectors::source::Checked<std::string> path_in_repository(const std::filesystem::path& folder);

}  // namespace runner::git
