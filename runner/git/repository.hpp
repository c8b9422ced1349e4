// The candidate's repository: two commits on two branches, and nothing else in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"

namespace runner::git {

struct RepositoryFile {
  std::string path;
  std::string text;
};

struct CommitPlan {
  std::vector<RepositoryFile> files;  // the whole tree
  std::string message;
  std::string author;
  std::string email;
  std::int64_t seconds = 0;  // since the epoch, UTC
  int offset_minutes = 0;    // of the author's time zone
};

struct RepositoryPlan {
  CommitPlan base;    // on `main`
  CommitPlan change;  // on `branch`, checked out
  std::string branch;
};

struct RepositoryIds {
  std::string base_commit;  // hex
  std::string change_commit;
};

// Makes the repository in `folder`, which must not exist. Written beside and renamed: on a failure nothing is
// left. No reflog, no remote, no hook samples, no user of this machine; file times are the commits' own.
[[nodiscard]] detectors::source::Checked<RepositoryIds> make_repository(const std::filesystem::path& folder,
                                                                        const RepositoryPlan& plan);

// The same commit ids without touching a disk.
[[nodiscard]] detectors::source::Checked<RepositoryIds> predict_ids(const RepositoryPlan& plan);

// Everything that is in the repository's folder .git, for the leak test: each object's content, inflated, and
// each plain file's.
struct StoredPiece {
  std::string name;  // "blob 1a2b…", "refs/heads/main"
  std::string content;
};
[[nodiscard]] detectors::source::Checked<std::vector<StoredPiece>> everything_stored(
    const std::filesystem::path& folder);

}  // namespace runner::git
