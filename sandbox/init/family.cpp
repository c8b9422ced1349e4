#include "sandbox/init/family.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

namespace sandbox::init {
namespace {

bool is_number(const char* name) { return name[0] >= '1' && name[0] <= '9'; }

pid_t number(const char* text) { return static_cast<pid_t>(strtol(text, nullptr, 10)); }

void add(Family& family, pid_t member) {
  if (family.count < family_room) family.members[family.count++] = member;
}

void add_children_of_thread(Family& family, const char* thread, pid_t process) {
  char path[96];
  char text[8192];
  static_cast<void>(snprintf(path, sizeof path, "/proc/%d/task/%s/children", process, thread));
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  const ssize_t size = read(file, text, sizeof text - 1);
  close(file);
  text[size > 0 ? size : 0] = '\0';
  char* end = nullptr;
  for (char* at = text; *at != '\0'; at = end) {
    const long child = strtol(at, &end, 10);
    if (end == at) return;
    add(family, static_cast<pid_t>(child));
    while (*end == ' ') ++end;
  }
}

void add_children(Family& family, pid_t process) {
  char path[64];
  static_cast<void>(snprintf(path, sizeof path, "/proc/%d/task", process));
  DIR* threads = opendir(path);
  if (threads == nullptr) return;
  while (const dirent* entry = readdir(threads)) {
    if (is_number(entry->d_name)) add_children_of_thread(family, entry->d_name, process);
  }
  closedir(threads);
}

void find_everyone(Family& family) {
  DIR* proc = opendir("/proc");
  if (proc == nullptr) return;
  while (const dirent* entry = readdir(proc)) {
    if (is_number(entry->d_name) && number(entry->d_name) != 1) add(family, number(entry->d_name));
  }
  closedir(proc);
}

}  // namespace

void find_family(Family& family, bool has_namespace) {
  family.count = 0;
  if (has_namespace) return find_everyone(family);
  add_children(family, getpid());
  for (std::size_t i = 0; i < family.count; ++i) add_children(family, family.members[i]);
}

void kill_family(bool has_namespace) {
  if (has_namespace) {
    kill(-1, SIGKILL);
    return;
  }
  static Family family;
  find_family(family, false);
  for (std::size_t i = 0; i < family.count; ++i) kill(family.members[i], SIGKILL);
}

}  // namespace sandbox::init
