#include "sandbox/seed.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdint>
#include <map>
#include <mutex>
#include <string_view>
#include <system_error>

#include "sandbox/cache.hpp"
#include "sandbox/command.hpp"
#include "sandbox/descriptor.hpp"
#include "sandbox/run.hpp"

namespace sandbox {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_seed = 512ULL << 20;

// FNV-1a, 64 bits: a name, not a proof.
void mix(std::uint64_t& hash, std::string_view text) {
  for (const char each : text) hash = (hash ^ static_cast<unsigned char>(each)) * 0x100000001b3ULL;
  hash = (hash ^ 0xffU) * 0x100000001b3ULL;
}

bool keep(const fs::path& path, std::string_view content) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  fs::path aside = path;
  aside += fmt::format(".{}", getpid());
  if (write_new_file(aside.c_str(), content)) fs::rename(aside, path, error);
  fs::remove(aside, error);
  return fs::exists(path, error);
}

// Seeds of an older toolchain, or of an older harness.
void remove_others(const fs::path& path, const std::string& id) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path.parent_path(), error)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(id + "-") && name.ends_with(".tar") && entry.path() != path)
      fs::remove(entry.path(), error);
  }
}

bool make(const Profile& profile, const fs::path& path) {
  Policy policy{.profile = profile, .limits = profile.limits, .argv = filled(profile.seed, profile)};
  policy.limits.output = largest_seed;
  add(policy.files, harness_folder, profile.harness);
  const auto outcome = run(policy);
  if (!outcome || outcome->ending != Ending{Exited{0}} || outcome->out.empty()) return false;
  if (!keep(path, outcome->out)) return false;
  remove_others(path, profile.id);
  return true;
}

}  // namespace

std::string seed_name(const Profile& profile) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const auto& argument : filled(profile.seed, profile)) mix(hash, argument);
  for (const auto& [name, value] : profile.environment) mix(hash, name + "=" + value);
  for (const auto& file : profile.harness) mix(hash, file.content);
  for (const auto& need : profile.needs) {
    std::error_code error;
    const auto real = fs::canonical(found(need).value_or(""), error);
    mix(hash, stamp(real));
  }
  return fmt::format("{}-{:016x}.tar", profile.id, hash);
}

std::optional<fs::path> seed_of(const Profile& profile) {
  const auto cache = cache_folder();
  if (profile.seed.empty() || !cache) return std::nullopt;
  static std::mutex mutex;
  static std::map<fs::path, bool> tried;
  auto path = *cache / "seeds" / seed_name(profile);
  const std::scoped_lock lock(mutex);
  std::error_code error;
  if (fs::exists(path, error)) return path;
  if (!tried.emplace(path, true).second || !make(profile, path)) return std::nullopt;
  return path;
}

}  // namespace sandbox
