#include "sandbox/init/memory.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace sandbox::init {
namespace {

constexpr std::uint64_t inode_cost = 1024;  // an inode with its directory entry in kernel memory, about

// "RssAnon:     1234 kB"
std::uint64_t field(const char* text, const char* name) {
  const char* at = strstr(text, name);
  return at == nullptr ? 0 : strtoull(at + strlen(name), nullptr, 10) * 1024;
}

std::uint64_t process_memory(int proc, const char* pid) {
  char path[64];
  char text[4096];
  if (strlen(pid) > 16) return 0;
  stpcpy(stpcpy(path, pid), "/status");
  const int status = openat(proc, path, O_RDONLY | O_CLOEXEC);
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

std::uint64_t processes_memory() {
  DIR* proc = opendir("/proc");
  const int descriptor = proc == nullptr ? -1 : dirfd(proc);
  if (descriptor < 0) return 0;
  std::uint64_t sum = 0;
  while (const dirent* entry = readdir(proc)) {
    const char* name = entry->d_name;
    if (name[0] < '1' || name[0] > '9' || strcmp(name, "1") == 0) continue;
    sum += process_memory(descriptor, name);
  }
  closedir(proc);
  return sum;
}

std::uint64_t files_memory(const char* folder) {
  struct statfs about{};
  if (statfs(folder, &about) != 0) return 0;
  return (about.f_blocks - about.f_bfree) * static_cast<std::uint64_t>(about.f_bsize) +
         (about.f_files - about.f_ffree) * inode_cost;
}

}  // namespace

std::uint64_t memory_in_use() {
  return processes_memory() + files_memory("/work") + files_memory("/tmp") + files_memory("/dev/shm");
}

}  // namespace sandbox::init
