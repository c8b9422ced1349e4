#include "runner/session/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

namespace runner::session {
namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::faulty;

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

tl::unexpected<detectors::source::Faults> system_fault(const fs::path& path, std::string_view doing) {
  const std::error_code error(errno, std::generic_category());
  return faulty({path.string(), {}, fmt::format("cannot {}: {}", doing, error.message()), remedy_for(error)});
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 || errno == EINVAL;  // EINVAL: a special file, which cannot be synced
}

}  // namespace

std::string remedy_for(const std::error_code& error) {
  switch (static_cast<std::errc>(error.value())) {
    case std::errc::no_space_on_device:
      return "free some space on that disk and run the command again";
    case std::errc::permission_denied:
    case std::errc::operation_not_permitted:
      return "check who may write there, or choose another place";
    case std::errc::read_only_file_system:
      return "choose a place on a disk that can be written";
    case std::errc::no_such_file_or_directory:
      return "check the path; make its parent folder first if need be";
    case std::errc::file_exists:
      return "choose another name, or remove what is there";
    case std::errc::is_a_directory:
      return "name a file, not a folder";
    default:
      return "mend that and run the command again";
  }
}

namespace {

Checked<std::string> read_all(std::FILE* file, const fs::path& path, std::size_t most) {
  std::string text;
  char block[65536];
  while (const auto got = std::fread(block, 1, sizeof block, file)) {
    text.append(block, got);
    if (text.size() > most)
      return faulty({path.string(),
                     {},
                     fmt::format("larger than {} MiB", most >> 20U),
                     "cut it down: no file that seedfault reads is that large"});
  }
  if (std::ferror(file) != 0) return system_fault(path, "read");
  return text;
}

}  // namespace

Checked<std::string> read_file(const fs::path& path, std::size_t most) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    errno = EISDIR;
    return system_fault(path, "read");
  }
  const OpenFile file(std::fopen(path.c_str(), "rbe"));
  if (!file) return system_fault(path, "read");
  return read_all(file.get(), path, most);
}

Checked<std::string> read_input(std::size_t most) { return read_all(stdin, "standard input", most); }

namespace {

// A device or a pipe is written to; renaming over it would put a plain file in its place.
Checked<std::monostate> write_through(const fs::path& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return system_fault(path, "write");
  const bool whole = write_all(descriptor, text);
  const int why = errno;
  ::close(descriptor);
  if (whole) return std::monostate{};
  errno = why;
  return system_fault(path, "write");
}

}  // namespace

Checked<std::monostate> write_file(const fs::path& path, std::string_view text) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) return write_through(path, text);
  std::string beside = path.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
  if (descriptor < 0) return system_fault(path, "write");
  const bool whole = write_all(descriptor, text) && ::fchmod(descriptor, 0644) == 0;
  const int why = errno;
  ::close(descriptor);
  if (whole && std::rename(beside.c_str(), path.c_str()) == 0) return std::monostate{};
  errno = whole ? errno : why;
  auto fault = system_fault(path, "write");
  ::unlink(beside.c_str());
  return fault;
}

Checked<std::vector<std::string>> files_in(const fs::path& folder, std::string_view suffix) {
  std::error_code error;
  std::vector<std::string> names;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error))
    if (auto name = entry->path().filename().string(); name.ends_with(suffix))
      names.push_back(std::move(name));
  if (error) return faulty({folder.string(), {}, "cannot list: " + error.message(), remedy_for(error)});
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace runner::session
