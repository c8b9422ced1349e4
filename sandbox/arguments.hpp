// bubblewrap's command line for a run: the walls that namespaces and mounts make, in the order they are put
// up.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sandbox/order.hpp"
#include "sandbox/profile.hpp"

namespace sandbox {

// Descriptor numbers that bubblewrap inherits.
struct Inherited {
  int init = -1;  // the seedfault-init program
  int order = -1;
  int status = -1;
  std::vector<std::pair<std::string, int>> files;  // path inside, content
};

// One of the host's top folders: a link into /usr, or a folder that must be bound.
struct TopFolder {
  std::string name;         // "lib64"
  std::string link_target;  // "usr/lib64"; empty: a folder
};
[[nodiscard]] std::vector<TopFolder> top_folders_of_host();

[[nodiscard]] std::vector<std::string> bubblewrap_arguments(const Profile& profile, std::uint64_t memory,
                                                            HasProc has_proc, const Inherited& inherited,
                                                            const std::vector<TopFolder>& top_folders);

// Small files that programs look for, with nothing of the host in them.
[[nodiscard]] std::vector<File> made_up_files();

}  // namespace sandbox
