// The objects of a repository plan, written into whatever database they are given.
#pragma once

#include <tl/expected.hpp>

#include "detectors/source/fault.hpp"
#include "runner/git/repository.hpp"

struct git_odb;

namespace runner::git {

struct WrittenPlan {
  RepositoryIds commits;
  std::string change_tree;  // hex
};

// Blobs, trees and the two commits. `place` names the repository in faults.
[[nodiscard]] detectors::source::Checked<WrittenPlan> write_plan(git_odb* objects, const RepositoryPlan& plan,
                                                                 const std::string& place);

}  // namespace runner::git
