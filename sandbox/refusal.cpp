#include "sandbox/refusal.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <system_error>

#include "sandbox/descriptor.hpp"

namespace sandbox {
namespace {

// -1 when the file is not there or holds no number.
long number_in(const char* path) {
  const auto text = read_file(path);
  long number = -1;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

bool exists(const char* path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string remedy_for(std::string_view said, const HostFacts& facts) {
  if (contains(said, "mount proc") && facts.in_container) {
    return "start the container with --security-opt systempaths=unconfined";
  }
  if (contains(said, "Resource temporarily unavailable")) {
    return "end processes of this user, or raise its limit (ulimit -u)";
  }
  if (facts.apparmor_restricts) {
    return "install an AppArmor profile that allows userns for /usr/bin/bwrap, or "
           "sysctl kernel.apparmor_restrict_unprivileged_userns=0";
  }
  if (facts.clone_forbidden) return "sysctl kernel.unprivileged_userns_clone=1";
  if (facts.no_namespaces) return "sysctl user.max_user_namespaces=15000";
  if (facts.in_container) return "start the container with --security-opt seccomp=unconfined";
  if (contains(said, "Unknown option")) return "install bubblewrap 0.8 or later";
  return "see what `seedfault doctor` says about this host";
}

}  // namespace

HostFacts facts_of_host() {
  return {.in_container = exists("/.dockerenv") || exists("/run/.containerenv"),
          .apparmor_restricts = number_in("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1,
          .clone_forbidden = number_in("/proc/sys/kernel/unprivileged_userns_clone") == 0,
          .no_namespaces = number_in("/proc/sys/user/max_user_namespaces") == 0};
}

Failure refusal(std::string_view said, const HostFacts& facts) {
  const auto line = said.substr(0, said.find('\n'));
  return {"bubblewrap", line.empty() ? "it ended without a word" : std::string(line),
          remedy_for(said, facts)};
}

Failure refusal(std::string_view said) { return refusal(said, facts_of_host()); }

}  // namespace sandbox
