#include "runner/git/staging.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <random>
#include <system_error>

namespace runner::git {
namespace {

namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::faulty;

std::string reason(int error) { return std::generic_category().message(error); }

std::string random_suffix() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device device;
  std::string suffix;
  for (int i = 0; i < 6; ++i) suffix += letters[device() % letters.size()];
  return suffix;
}

std::string remedy_for(int error) {
  if (error == ENOSPC || error == EDQUOT) return "make room on the disk";
  if (error == EACCES || error == EPERM || error == EROFS) return "choose a folder that you may write to";
  return "check the disk and try again";
}

int set_time(const fs::path& path, std::int64_t seconds) {
  const timespec time{.tv_sec = static_cast<time_t>(seconds), .tv_nsec = 0};
  const timespec both[2] = {time, time};
  return utimensat(AT_FDCWD, path.c_str(), both, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno;
}

// Never onto something that came into being meanwhile; a file system that cannot promise that gets a plain
// rename.
int rename_to_nothing(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

}  // namespace

Checked<Staging> Staging::beside(const fs::path& given) {
  const auto target = without_slash(given);
  std::error_code error;
  if (fs::symlink_status(target, error).type() != fs::file_type::not_found)
    return faulty({target.string(),
                   {},
                   error ? error.message() : "exists already",
                   "choose another folder, or move this one away"});
  const auto parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  if (!fs::is_directory(parent, error))
    return faulty({parent.string(), {}, "is not a folder", "make it first, or choose another"});
  for (int attempt = 0; attempt < 100; ++attempt) {
    auto path = parent / fmt::format(".{}.tmp-{}", target.filename().string(), random_suffix());
    if (mkdir(path.c_str(), 0777) == 0) return Staging(std::move(path), target);
    if (errno != EEXIST) break;
  }
  const int failure = errno;
  return faulty(
      {parent.string(), {}, fmt::format("cannot be written to: {}", reason(failure)), remedy_for(failure)});
}

Staging::Staging(Staging&& other) noexcept
    : path_(std::move(other.path_)), target_(std::move(other.target_)) {
  other.path_.clear();
}

Staging::~Staging() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

Fault Staging::failed(std::string_view doing, int error) const {
  return {target_.string(), {}, fmt::format("cannot {}: {}", doing, reason(error)), remedy_for(error)};
}

std::optional<Fault> Staging::make_folder(const std::string& relative) const {
  std::error_code error;
  fs::create_directories(path_ / relative, error);
  if (error) return failed("make the folder " + relative, error.value());
  return std::nullopt;
}

std::optional<Fault> Staging::write(const std::string& relative, std::string_view text) const {
  const auto file = path_ / relative;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return failed("make the folder of " + relative, error.value());
  auto* stream = std::fopen(file.c_str(), "wbx");
  if (!stream) return failed("write " + relative, errno);
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
  const int write_error = errno;
  if (std::fclose(stream) != 0) return failed("write " + relative, errno);
  if (!written) return failed("write " + relative, write_error);
  return std::nullopt;
}

std::optional<Fault> Staging::set_times(std::int64_t seconds) const {
  std::error_code error;
  fs::recursive_directory_iterator at(path_, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error))
    if (const int failure = set_time(at->path(), seconds)) return failed("set the time of a file", failure);
  if (error) return failed("set the times", error.value());
  if (const int failure = set_time(path_, seconds)) return failed("set the time of the folder", failure);
  return std::nullopt;
}

std::optional<Fault> Staging::move_into_place() {
  if (const int failure = rename_to_nothing(path_, target_)) {
    if (failure == EEXIST || failure == ENOTEMPTY)
      return Fault{target_.string(), {}, "exists already", "choose another folder, or move this one away"};
    return failed("move the folder into place", failure);
  }
  path_.clear();
  return std::nullopt;
}

}  // namespace runner::git
