#include "sandbox/parts.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "sandbox/descriptor.hpp"

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

bool complete(const Parts& parts) {
  if (!is_file(parts.init)) return false;
  for (const auto* name :
       {"known-calls.bpf", "known-calls-memory.bpf", "refused-calls.bpf", "weak-calls.bpf"}) {
    if (!is_file(parts.filters / name)) return false;
  }
  return true;
}

tl::expected<std::string, Failure> content_of(const fs::path& path) {
  auto content = read_file(path.c_str());
  if (content && !content->empty()) return std::move(*content);
  return tl::unexpected(Failure{"read the sandbox's parts", path.string() + " cannot be read",
                                "build or install seedfault again"});
}

}  // namespace

tl::expected<Filters, Failure> read_filters(const fs::path& folder, const Profile& profile, Weak weak) {
  auto known = content_of(folder / (profile.shared_memory ? "known-calls-memory.bpf" : "known-calls.bpf"));
  if (!known) return tl::unexpected(known.error());
  auto refused = content_of(folder / "refused-calls.bpf");
  if (!refused) return tl::unexpected(refused.error());
  if (weak == Weak::no) return Filters{std::move(*known), std::move(*refused), {}};
  auto more = content_of(folder / "weak-calls.bpf");
  if (!more) return tl::unexpected(more.error());
  return Filters{std::move(*known), std::move(*refused), std::move(*more)};
}

tl::expected<Parts, Failure> find_parts_without_bubblewrap() {
  const auto places = folders();
  for (const auto& folder : places) {
    Parts parts{{}, folder / "seedfault-init", folder};
    if (complete(parts)) return parts;
  }
  return tl::unexpected(
      Failure{"find the sandbox's parts",
              fmt::format("seedfault-init and its filters are not in {}", places.front().string()),
              "build or install seedfault again, or set SEEDFAULT_LIBEXEC to the folder that has them"});
}

tl::expected<Parts, Failure> find_parts() {
  auto bubblewrap = find_bubblewrap();
  if (!bubblewrap) return tl::unexpected(bubblewrap.error());
  auto parts = find_parts_without_bubblewrap();
  if (parts) parts->bubblewrap = *std::move(bubblewrap);
  return parts;
}

}  // namespace sandbox
