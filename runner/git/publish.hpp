// A repository of make_repository as others fetch it: one file that git clones from, or the files that git
// asks for, one by one, where a server hands them out as they are ("dumb" HTTP).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "detectors/source/fault.hpp"

namespace runner::git {

struct Published {
  std::string bundle;                        // of both branches; a clone checks out the change
  std::map<std::string, std::string> files;  // "HEAD", "info/refs", "objects/ab/c1…"
};
[[nodiscard]] detectors::source::Checked<Published> publish(const std::filesystem::path& folder);

}  // namespace runner::git
