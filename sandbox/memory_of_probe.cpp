#include "sandbox/memory_of_probe.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "sandbox/cache.hpp"
#include "sandbox/cgroup.hpp"
#include "sandbox/descriptor.hpp"
#include "sandbox/parts.hpp"

namespace sandbox {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::array tiers{Tier::full, Tier::full_polled, Tier::no_proc};

std::optional<fs::path> place() {
  const auto folder = cache_folder();
  if (!folder) return std::nullopt;
  return *folder / "sandbox";
}

std::optional<std::string> key_now() {
  const auto parts = find_parts();
  utsname about{};
  if (!parts || uname(&about) != 0) return std::nullopt;
  const char* group = std::getenv("SEEDFAULT_CGROUP");
  const auto own = read_file("/proc/self/cgroup").value_or("");
  return fmt::format("2 {} {} {} | {} | {} | {} {}", about.release, about.version, geteuid(),
                     stamp(parts->bubblewrap), stamp(parts->init), group == nullptr ? "" : group,
                     own_group(own).value_or(""));
}

bool fresh(const fs::path& path) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  const auto age = fs::file_time_type::clock::now() - written;
  return !error && age >= 0s && age < 10min;
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string write_memory(const Capabilities& host, std::string_view key) {
  std::string text = fmt::format("{}\ntier\t{}\n", key, name(host.tier));
  for (const auto& fact : host.facts) text += fmt::format("fact\t{}\t{}\n", fact.name, fact.value);
  for (const auto& cure : host.cures) text += fmt::format("cure\t{}\n", cure);
  return text + "end\n";
}

std::optional<Capabilities> read_memory(std::string_view text, std::string_view key) {
  if (take_line(text) != key) return std::nullopt;
  Capabilities host;
  while (const auto line = take_line(text)) {
    if (*line == "end") return host.tier == Tier::none ? std::nullopt : std::optional(host);
    const auto tab = line->find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    const auto word = line->substr(0, tab);
    const auto rest = line->substr(tab + 1);
    if (word == "tier") {
      for (const Tier tier : tiers) {
        if (rest == name(tier)) host.tier = tier;
      }
    } else if (word == "fact" && rest.find('\t') != std::string_view::npos) {
      const auto middle = rest.find('\t');
      host.facts.push_back({std::string(rest.substr(0, middle)), std::string(rest.substr(middle + 1))});
    } else if (word == "cure") {
      host.cures.emplace_back(rest);
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<Capabilities> remembered_probe() {
  const auto path = place();
  if (!path || !fresh(*path)) return std::nullopt;
  const auto text = read_file(path->c_str());
  const auto key = key_now();
  return text && key ? read_memory(*text, *key) : std::nullopt;
}

// Written aside and moved into place; when any of it fails, the next program probes again.
void remember_probe(const Capabilities& host) {
  const auto path = place();
  const auto key = key_now();
  if (!path || !key || host.tier == Tier::none || host.tier == Tier::weak) return;
  std::error_code error;
  fs::create_directories(path->parent_path(), error);
  fs::path aside = *path;
  aside += fmt::format(".{}", getpid());
  if (write_new_file(aside.c_str(), write_memory(host, *key))) fs::rename(aside, *path, error);
  fs::remove(aside, error);
}

}  // namespace sandbox
