#include "sandbox/cache.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <system_error>

namespace sandbox {

namespace fs = std::filesystem;

std::optional<fs::path> cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && cache[0] == '/') return fs::path(cache) / "seedfault";
  const char* home = std::getenv("HOME");
  if (home != nullptr && home[0] == '/') return fs::path(home) / ".cache" / "seedfault";
  return std::nullopt;
}

std::string stamp(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  const auto time = fs::last_write_time(path, error).time_since_epoch().count();
  return fmt::format("{} {} {}", path.string(), size, time);
}

}  // namespace sandbox
