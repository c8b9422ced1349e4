#include "sandbox/init/landlock.hpp"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <initializer_list>

namespace sandbox::init {
namespace {

// The kernel's interface, spelled out because <linux/landlock.h> of an older build machine lacks the later
// parts.
struct Ruleset {
  std::uint64_t handled_filesystem;
  std::uint64_t handled_network;
  std::uint64_t scoped;
};
struct [[gnu::packed]] PathBeneath {
  std::uint64_t allowed;
  std::int32_t parent;
};

constexpr std::uint64_t write_file = 1U << 1;
constexpr std::uint64_t remove_and_make = 0x1ff0;  // REMOVE_DIR (bit 4) to MAKE_SYM (bit 12)
constexpr std::uint64_t refer = 1U << 13;          // from version 2
constexpr std::uint64_t truncate = 1U << 14;       // from version 3
constexpr std::uint64_t device_calls = 1U << 15;   // from version 5
constexpr std::uint64_t execute = 1U << 0;
constexpr std::uint64_t read_file = 1U << 2;
constexpr std::uint64_t read_folder = 1U << 3;
constexpr std::uint64_t ports = 3;   // TCP: bind, connect; from version 4
constexpr std::uint64_t scopes = 3;  // abstract unix sockets, signals; from version 6

constexpr long create_ruleset = 444;
constexpr long add_rule = 445;
constexpr long restrict_self = 446;
constexpr int rule_path_beneath = 1;

std::uint64_t handled_by(long version) {
  std::uint64_t rights = write_file | remove_and_make;
  if (version >= 2) rights |= refer;
  if (version >= 3) rights |= truncate;
  return rights;
}

// A path that is not there (a sandbox without /dev/shm) needs no rule.
bool allow(int ruleset, const char* path, std::uint64_t rights) {
  const int parent = open(path, O_PATH | O_CLOEXEC);
  if (parent < 0) return errno == ENOENT;
  const PathBeneath rule{rights, parent};
  const bool added = syscall(add_rule, ruleset, rule_path_beneath, &rule, 0) == 0;
  const int error = errno;
  close(parent);
  errno = error;
  return added;
}

constexpr const char* devices[] = {"/dev/null",   "/dev/zero",    "/dev/full",
                                   "/dev/random", "/dev/urandom", "/dev/tty"};

bool allow_devices(int ruleset, std::uint64_t rights) {
  for (const char* device : devices) {
    if (!allow(ruleset, device, rights)) return false;
  }
  return true;
}

bool allow_all(int ruleset, std::uint64_t handled) {
  for (const char* folder : {"/work", "/tmp", "/dev/shm"}) {
    if (!allow(ruleset, folder, handled)) return false;
  }
  return allow_devices(ruleset, handled & (write_file | truncate));
}

// A rule for a file cannot name the rights of folders.
bool allow_to_see(int ruleset, const char* path) {
  struct stat about{};
  if (stat(path, &about) != 0) return true;
  return allow(ruleset, path,
               S_ISDIR(about.st_mode) ? execute | read_file | read_folder : execute | read_file);
}

}  // namespace

bool restrict_writing() {
  const long version = syscall(create_ruleset, nullptr, 0, 1);
  if (version < 1) return true;
  const Ruleset rules{handled_by(version), 0, version >= 6 ? scopes : 0};
  const std::size_t size = version >= 6 ? sizeof rules : sizeof rules.handled_filesystem;
  const int ruleset = static_cast<int>(syscall(create_ruleset, &rules, size, 0));
  if (ruleset < 0) return false;
  return allow_all(ruleset, rules.handled_filesystem) && syscall(restrict_self, ruleset, 0) == 0;
}

bool restrict_all(const Order& order) {
  if (syscall(create_ruleset, nullptr, 0, 1) < 6) return errno = EOPNOTSUPP, false;
  const std::uint64_t handled = handled_by(6) | execute | read_file | read_folder | device_calls;
  const Ruleset rules{handled, ports, scopes};
  const int ruleset = static_cast<int>(syscall(create_ruleset, &rules, sizeof rules, 0));
  if (ruleset < 0 || !allow(ruleset, order.work, handled)) return false;
  for (char* const* path = order.seen; *path != nullptr; ++path) {
    if (!allow_to_see(ruleset, *path)) return false;
  }
  return allow_devices(ruleset, read_file | write_file | truncate) && syscall(restrict_self, ruleset, 0) == 0;
}

}  // namespace sandbox::init
