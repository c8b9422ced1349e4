#include "sandbox/cgroup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace sandbox {
namespace {

namespace fs = std::filesystem;

// bubblewrap, its monitor and seedfault-init, besides the program.
constexpr std::uint64_t our_processes = 4;
// What those take, so that a run has all of its own limit.
constexpr std::uint64_t our_memory = 4U << 20;

bool write_to(const fs::path& file, std::string_view text) {
  const Descriptor open_file(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
  return open_file.open() &&
         ::write(open_file.number(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

std::string content(const fs::path& file) { return read_file(file.c_str()).value_or(""); }

tl::unexpected<Failure> failure(const fs::path& where, std::string_view what) {
  return tl::unexpected(Failure{"cgroup",
                                fmt::format("{}: {}: {}", where.string(), what, std::strerror(errno)),
                                "delegate a group with memory and pids (systemd: Delegate=yes), or unset "
                                "SEEDFAULT_CGROUP"});
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ' || text[end] == '\n'))
      return true;
  }
  return false;
}

bool hands_down(const fs::path& group) {
  const auto handed = [&group] {
    const auto text = content(group / "cgroup.subtree_control");
    return has_word(text, "memory") && has_word(text, "pids");
  };
  return handed() || (write_to(group / "cgroup.subtree_control", "+memory +pids") && handed());
}

}  // namespace

std::optional<std::string> own_group(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (line.starts_with("0::/")) return std::string(line.substr(3));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

std::optional<fs::path> mount_of_groups(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto place = line.find(' ');
    if (place == std::string_view::npos) continue;
    const auto kind = line.find(' ', place + 1);
    if (kind == std::string_view::npos || !line.substr(kind).starts_with(" cgroup2 ")) continue;
    return fs::path(line.substr(place + 1, kind - place - 1));
  }
  return std::nullopt;
}

std::vector<fs::path> groups_to_try(const fs::path& mount, std::string_view own) {
  const auto relative = fs::path(own).lexically_normal().relative_path();
  for (const auto& part : relative) {
    if (part == "..") return {};  // a group outside of our cgroup namespace
  }
  const auto group = relative.empty() ? mount : mount / relative;
  if (relative.empty()) return {group};
  return {group, group.parent_path()};
}

std::uint64_t count_in(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ') continue;
    const auto digits = line.substr(name.size() + 1);
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
  }
  return 0;
}

tl::expected<fs::path, Failure> delegated_group() {
  std::vector<fs::path> groups;
  if (const char* named = std::getenv("SEEDFAULT_CGROUP"); named != nullptr && named[0] == '/') {
    groups = {named};
  } else {
    const auto mount = mount_of_groups(content("/proc/self/mounts"));
    const auto own = own_group(content("/proc/self/cgroup"));
    if (mount && own) groups = groups_to_try(*mount, *own);
  }
  for (const auto& group : groups) {
    if (hands_down(group) && Leaf::make(group, {})) return group;
  }
  return tl::unexpected(Failure{"cgroup", "no cgroup v2 with memory and pids is delegated to us",
                                "run seedfault in a delegated group (systemd: Delegate=yes)"});
}

tl::expected<Leaf, Failure> Leaf::make(const fs::path& group, const Limits& limits) {
  static std::atomic<unsigned> count{0};
  const auto path = group / fmt::format("seedfault-{}-{}", getpid(), count++);
  if (mkdir(path.c_str(), 0755) != 0) return failure(path, "cannot be made");
  Leaf leaf(path, {});
  if (!write_to(path / "memory.max", fmt::format("{}", limits.memory + our_memory)))
    return failure(path, "memory.max cannot be set");
  if (!write_to(path / "pids.max", fmt::format("{}", limits.processes + our_processes)))
    return failure(path, "pids.max cannot be set");
  // Absent in a kernel without swap, or before 4.19: then there is nothing to bound, or it is killed one by
  // one.
  static_cast<void>(write_to(path / "memory.swap.max", "0"));
  static_cast<void>(write_to(path / "memory.oom.group", "1"));
  Descriptor join(::open((path / "cgroup.procs").c_str(), O_WRONLY | O_CLOEXEC));
  if (!join.open()) return failure(path, "cgroup.procs cannot be opened");
  leaf.join_ = std::move(join);
  return leaf;
}

GroupUse Leaf::use() const {
  GroupUse use{.out_of_memory = count_in(content(path_ / "memory.events"), "oom_kill") > 0,
               .cpu_us = count_in(content(path_ / "cpu.stat"), "usage_usec")};
  const auto peak = content(path_ / "memory.peak");
  std::from_chars(peak.data(), peak.data() + peak.size(), use.peak_memory);
  return use;
}

Leaf::~Leaf() {
  if (path_.empty()) return;
  static_cast<void>(write_to(path_ / "cgroup.kill", "1"));
  // The last process leaves its group a moment after it was waited for.
  for (int i = 0; i < 200 && rmdir(path_.c_str()) != 0 && errno == EBUSY; ++i) usleep(1000);
}

}  // namespace sandbox
