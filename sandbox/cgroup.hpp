// A cgroup v2 leaf for one run, where the host has delegated a group to us: the kernel itself then holds
// memory and the number of processes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "sandbox/descriptor.hpp"
#include "sandbox/failure.hpp"
#include "sandbox/limits.hpp"

namespace sandbox {

// Our group in the v2 hierarchy, out of /proc/self/cgroup: "/user.slice/x"; nothing without such a line.
[[nodiscard]] std::optional<std::string> own_group(std::string_view proc_self_cgroup);

// Where the v2 hierarchy is mounted, out of /proc/self/mounts.
[[nodiscard]] std::optional<std::filesystem::path> mount_of_groups(std::string_view proc_self_mounts);

// Groups that could take a leaf, nearest first: our own and the one above it, never outside of the mount.
[[nodiscard]] std::vector<std::filesystem::path> groups_to_try(const std::filesystem::path& mount,
                                                               std::string_view own);

// The number behind a name in a file such as memory.events; 0 when it is not there.
[[nodiscard]] std::uint64_t count_in(std::string_view text, std::string_view name);

// The group in which we may make leaves that hold memory and processes: $SEEDFAULT_CGROUP, or one of the
// above. Tried by making one; its failure says why there is none.
[[nodiscard]] tl::expected<std::filesystem::path, Failure> delegated_group();

// What a leaf saw of its run.
struct GroupUse {
  bool out_of_memory = false;
  std::uint64_t peak_memory = 0;  // bytes; 0 when the kernel does not say (before 5.19)
  std::uint64_t cpu_us = 0;
};

// Made for one run; with the leaf, whatever is still in it ends.
class Leaf {
 public:
  [[nodiscard]] static tl::expected<Leaf, Failure> make(const std::filesystem::path& group,
                                                        const Limits& limits);
  Leaf(Leaf&& other) noexcept : path_(std::move(other.path_)), join_(std::move(other.join_)) {
    other.path_.clear();
  }
  Leaf& operator=(Leaf&&) = delete;
  Leaf(const Leaf&) = delete;
  Leaf& operator=(const Leaf&) = delete;
  ~Leaf();

  // A process that writes "0" to it is in the leaf.
  [[nodiscard]] int join() const { return join_.number(); }
  [[nodiscard]] GroupUse use() const;

 private:
  Leaf(std::filesystem::path path, Descriptor join) : path_(std::move(path)), join_(std::move(join)) {}
  std::filesystem::path path_;
  Descriptor join_;
};

}  // namespace sandbox
