#include "sandbox/parts.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace sandbox {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return fs::path(value);
}

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

tl::expected<fs::path, Failure> find_bubblewrap() {
  std::vector<fs::path> places{"/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap"};
  if (const auto named = from_environment("SEEDFAULT_BWRAP")) places = {*named};
  for (const auto& place : places) {
    if (is_file(place)) return place;
  }
  return tl::unexpected(Failure{"find bubblewrap",
                                fmt::format("bubblewrap is not at {}", places.front().string()),
                                "apt-get install bubblewrap"});
}

std::vector<fs::path> folders() {
  if (const auto named = from_environment("SEEDFAULT_LIBEXEC")) return {*named};
  std::vector<fs::path> found;
  std::error_code error;
  if (const auto program = fs::read_symlink("/proc/self/exe", error); !error) {
    found.push_back(program.parent_path().parent_path() / "libexec" / "seedfault");
  }
  found.emplace_back(SEEDFAULT_BUILT_PARTS);
  return found;
}

}  // namespace

tl::expected<Parts, Failure> find_parts() {
  auto bubblewrap = find_bubblewrap();
  if (!bubblewrap) return tl::unexpected(bubblewrap.error());
  const auto places = folders();
  for (const auto& folder : places) {
    Parts parts{*bubblewrap, folder / "seedfault-init", folder / "known-calls.bpf",
                folder / "refused-calls.bpf"};
    if (is_file(parts.init) && is_file(parts.known_calls) && is_file(parts.refused_calls)) return parts;
  }
  return tl::unexpected(
      Failure{"find the sandbox's parts",
              fmt::format("seedfault-init and its filters are not in {}", places.front().string()),
              "build or install seedfault again, or set SEEDFAULT_LIBEXEC to the folder that has them"});
}

}  // namespace sandbox
