#include "sandbox/descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace sandbox {
namespace {

// A caller may have started with its standard descriptors closed; ours must not take their places.
Descriptor away_from_standard(int number) {
  if (number < 0 || number > STDERR_FILENO) return Descriptor(number);
  const int moved = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  close(number);
  return Descriptor(moved);
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Descriptor open_to_read(const char* path) { return away_from_standard(open(path, O_RDONLY | O_CLOEXEC)); }

Descriptor memory_file(std::string_view content) {
  Descriptor file = away_from_standard(memfd_create("seedfault", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!file.open() || !write_all(file.number(), content) || lseek(file.number(), 0, SEEK_SET) != 0) return {};
  constexpr int seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
  if (fcntl(file.number(), F_ADD_SEALS, seals) != 0) return {};
  return file;
}

std::optional<std::string> read_file(const char* path) {
  const Descriptor file = open_to_read(path);
  if (!file.open()) return std::nullopt;
  std::string content;
  std::array<char, 16'384> buffer;
  for (;;) {
    const ssize_t size = read(file.number(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return std::nullopt;
    if (size == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

bool write_new_file(const char* path, std::string_view content) {
  const Descriptor file =
      away_from_standard(open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  return file.open() && write_all(file.number(), content);
}

Pair pipe_to_read() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  return {away_from_standard(ends[0]), away_from_standard(ends[1])};
}

Pair stream_socket() {
  int ends[2] = {-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {};
  return {away_from_standard(ends[0]), away_from_standard(ends[1])};
}

}  // namespace sandbox
