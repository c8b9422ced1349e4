#include "sandbox/init/memory.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "sandbox/init/family.hpp"

namespace sandbox::init {
namespace {

constexpr std::uint64_t inode_cost = 1024;  // an inode with its directory entry in kernel memory, about

// "RssAnon:     1234 kB"
std::uint64_t field(const char* text, const char* name) {
  const char* at = strstr(text, name);
  return at == nullptr ? 0 : strtoull(at + strlen(name), nullptr, 10) * 1024;
}

std::uint64_t process_memory(pid_t pid) {
  char path[64];
  char text[4096];
  static_cast<void>(snprintf(path, sizeof path, "/proc/%d/status", pid));
  const int status = open(path, O_RDONLY | O_CLOEXEC);
  if (status < 0) return 0;
  const ssize_t size = read(status, text, sizeof text - 1);
  close(status);
  if (size <= 0) return 0;
  text[size] = '\0';
  // A process may choose its name, which stands in the first line; the fields come after it.
  const char* fields = strchr(text, '\n');
  if (fields == nullptr) return 0;
  return field(fields, "\nRssAnon:") + field(fields, "\nRssShmem:") + field(fields, "\nVmPTE:");
}

std::uint64_t processes_memory(bool has_namespace) {
  static Family family;
  find_family(family, has_namespace);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < family.count; ++i) sum += process_memory(family.members[i]);
  return sum;
}

// Segments of System V live on without a process; each counts as large as it was made. One line a segment:
// key, shmid, perms, size …
std::uint64_t segments_memory() {
  FILE* list = fopen("/proc/sysvipc/shm", "re");
  if (list == nullptr) return 0;
  char line[512];
  std::uint64_t sum = 0;
  while (fgets(line, sizeof line, list) != nullptr) {
    char* at = line;
    for (int skipped = 0; skipped < 3; ++skipped) static_cast<void>(strtol(at, &at, 10));
    sum += strtoull(at, nullptr, 10);
  }
  static_cast<void>(fclose(list));
  return sum;
}

std::uint64_t files_memory(const char* folder) {
  struct statfs about{};
  if (statfs(folder, &about) != 0) return 0;
  return (about.f_blocks - about.f_bfree) * static_cast<std::uint64_t>(about.f_bsize) +
         (about.f_files - about.f_ffree) * inode_cost;
}

}  // namespace

std::uint64_t memory_in_use(bool has_namespace) {
  if (!has_namespace) return processes_memory(false);
  return processes_memory(true) + segments_memory() + files_memory("/work") + files_memory("/tmp") +
         files_memory("/dev/shm");
}

}  // namespace sandbox::init
