#include "sandbox/init/landlock.hpp"

#include <errno.h>
#include <fcntl.h>
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
constexpr std::uint64_t scopes = 3;                // abstract unix sockets, signals; from version 6

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

bool allow_all(int ruleset, std::uint64_t handled) {
  for (const char* folder : {"/work", "/tmp", "/dev/shm"}) {
    if (!allow(ruleset, folder, handled)) return false;
  }
  const std::uint64_t onto_a_file = handled & (write_file | truncate);
  for (const char* device :
       {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty"}) {
    if (!allow(ruleset, device, onto_a_file)) return false;
  }
  return true;
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

}  // namespace sandbox::init
