#include "sandbox/arguments.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <initializer_list>
#include <system_error>

namespace sandbox {
namespace {

using Arguments = std::vector<std::string>;

void add(Arguments& arguments, std::initializer_list<std::string_view> more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
}

void add_namespaces(Arguments& arguments) {
  add(arguments, {"--unshare-all", "--unshare-user", "--disable-userns"});
  add(arguments, {"--uid", "1000", "--gid", "1000", "--hostname", "sandbox"});
  add(arguments, {"--die-with-parent", "--new-session", "--as-pid-1", "--cap-drop", "ALL"});
}

void add_what_is_seen(Arguments& arguments, const Profile& profile,
                      const std::vector<TopFolder>& top_folders) {
  for (const auto& path : profile.visible) add(arguments, {"--ro-bind-try", path, path});
  for (const auto& [name, target] : top_folders) {
    const std::string path = "/" + name;
    if (target.empty()) {
      add(arguments, {"--ro-bind", path, path});
    } else {
      add(arguments, {"--symlink", target, path});
    }
  }
}

// /work, /tmp and /dev/shm are all that can be written; their pages count as the run's memory.
void add_what_is_written(Arguments& arguments, std::uint64_t memory, HasProc has_proc) {
  if (has_proc == HasProc::yes) add(arguments, {"--proc", "/proc"});
  add(arguments, {"--dev", "/dev"});
  const std::string size = fmt::format("{}", memory / 2);
  for (const auto* folder : {"/dev/shm", "/tmp", "/work"})
    add(arguments, {"--size", size, "--tmpfs", folder});
}

// Its name inside. Through the inherited descriptor where there is a /proc; a copy of its 700 KiB takes two
// milliseconds.
std::string add_init(Arguments& arguments, const Inherited& inherited, HasProc has_proc) {
  if (has_proc == HasProc::yes) return fmt::format("/proc/self/fd/{}", inherited.init);
  add(arguments, {"--perms", "0555", "--file", fmt::format("{}", inherited.init), "/seedfault-init"});
  return "/seedfault-init";
}

}  // namespace

std::vector<TopFolder> top_folders_of_host() {
  std::vector<TopFolder> found;
  for (const auto* name : {"bin", "lib", "lib32", "lib64", "libx32", "sbin"}) {
    const auto path = std::filesystem::path("/") / name;
    std::error_code error;
    const auto status = std::filesystem::symlink_status(path, error);
    if (std::filesystem::is_symlink(status)) {
      found.push_back({name, std::filesystem::read_symlink(path, error).string()});
    } else if (std::filesystem::is_directory(status)) {
      found.push_back({name, ""});
    }
  }
  return found;
}

std::vector<std::string> bubblewrap_arguments(const Profile& profile, std::uint64_t memory, HasProc has_proc,
                                              const Inherited& inherited,
                                              const std::vector<TopFolder>& top_folders) {
  Arguments arguments;
  add_namespaces(arguments);
  add_what_is_seen(arguments, profile, top_folders);
  add_what_is_written(arguments, memory, has_proc);
  for (const auto& [path, descriptor] : inherited.files) {
    add(arguments, {"--perms", "0444", "--file", fmt::format("{}", descriptor), path});
  }
  const auto init = add_init(arguments, inherited, has_proc);
  if (has_proc == HasProc::yes) add(arguments, {"--remount-ro", "/proc"});
  add(arguments, {"--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/work"});
  add(arguments, {"--", init, fmt::format("{}", inherited.status), fmt::format("{}", inherited.order)});
  return arguments;
}

std::vector<File> made_up_files() {
  return {{"/etc/passwd",
           "sandbox:x:1000:1000:sandbox:/work:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n"},
          {"/etc/group", "sandbox:x:1000:\nnogroup:x:65534:\n"},
          {"/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n127.0.1.1 sandbox\n"}};
}

}  // namespace sandbox
