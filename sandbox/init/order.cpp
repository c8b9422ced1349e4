#include "sandbox/init/order.hpp"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sandbox::init {

Items::Item Items::next() {
  std::uint32_t size = 0;
  if (broken || left < sizeof size) {
    broken = true;
    return {"", 0};
  }
  memcpy(&size, at, sizeof size);
  if (left - sizeof size < size) {
    broken = true;
    return {"", 0};
  }
  const Item item{reinterpret_cast<const char*>(at) + sizeof size, size};
  at += sizeof size + size;
  left -= sizeof size + size;
  return item;
}

namespace {

// A copy that ends with a null byte.
char* text(Items::Item item) {
  char* copy = static_cast<char*>(malloc(item.size + std::size_t{1}));
  if (copy == nullptr) return nullptr;
  memcpy(copy, item.data, item.size);
  copy[item.size] = '\0';
  return copy;
}

char** texts(Items& items, std::uint32_t count) {
  char** list = static_cast<char**>(calloc(count + std::size_t{1}, sizeof(char*)));
  for (std::uint32_t i = 0; list != nullptr && i < count; ++i) list[i] = text(items.next());
  return list;
}

// Makes every folder on the way to path. The tree is fresh and nothing runs in it yet, so there is no link to
// follow.
bool make_folders(char* path) {
  for (char* slash = strchr(path, '/'); slash != nullptr; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    const bool made = mkdir(path, 0755) == 0 || errno == EEXIST;
    *slash = '/';
    if (!made) return false;
  }
  return true;
}

bool write_all(int descriptor, Items::Item content) {
  while (content.size > 0) {
    const ssize_t written = write(descriptor, content.data, content.size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.data += written;
    content.size -= static_cast<std::uint32_t>(written);
  }
  return true;
}

bool lay_file(char* path, Items::Item content) {
  if (path == nullptr || !make_folders(path)) return false;
  const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (descriptor < 0) return false;
  const bool written = write_all(descriptor, content);
  const int error = errno;
  close(descriptor);
  errno = error;
  return written;
}

}  // namespace

bool read_order(int descriptor, Order& order) {
  struct stat about{};
  if (fstat(descriptor, &about) != 0) return false;
  const auto size = static_cast<std::size_t>(about.st_size);
  void* map = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (map == MAP_FAILED) return false;
  errno = EPROTO;
  if (size < sizeof(OrderHead)) return false;
  memcpy(&order.head, map, sizeof(OrderHead));
  Items items{static_cast<const unsigned char*>(map) + sizeof(OrderHead), size - sizeof(OrderHead)};
  order.work = text(items.next());
  order.folder = text(items.next());
  order.secret = items.next();
  order.known_calls = items.next();
  order.refused_calls = items.next();
  order.weak_calls = items.next();
  if (order.head.magic != order_magic || items.broken) return false;
  if (order.work == nullptr || order.folder == nullptr) return false;
  order.arguments = texts(items, order.head.arguments);
  order.variables = texts(items, order.head.variables);
  order.seen = texts(items, order.head.seen);
  order.files = items;
  return order.arguments != nullptr && order.variables != nullptr && order.seen != nullptr &&
         order.arguments[0] != nullptr && !items.broken;
}

bool lay_files(const Order& order) {
  if (chdir(order.work) != 0) return false;
  Items items = order.files;
  for (std::uint32_t i = 0; i < order.head.files; ++i) {
    char* path = text(items.next());
    const Items::Item content = items.next();
    if (items.broken) errno = EPROTO;
    const bool laid = !items.broken && lay_file(path, content);
    free(path);
    if (!laid) return false;
  }
  return order.folder[0] == '\0' ||
         ((mkdir(order.folder, 0755) == 0 || errno == EEXIST) && chdir(order.folder) == 0);
}

}  // namespace sandbox::init
