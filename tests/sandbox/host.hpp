// What the tests that really run something share: a profile, and a loud word when this host cannot run it.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "sandbox/probe.hpp"
#include "sandbox/profile.hpp"
#include "tests/source_tree.hpp"

namespace sandbox::testing {

// False, with a message that names the case, when it has to be skipped.
inline bool host_can(const std::string& what) {
  const auto& host = probe();
  if (host.tier == Tier::full || host.tier == Tier::full_polled || host.tier == Tier::no_proc) return true;
  const std::string why = host.facts.empty() ? "no facts" : host.facts.back().value;
  fmt::print(stderr, "SKIPPED {}: this host has no sandbox ({})\n", what, why);
  return false;
}

inline Profile profile(const std::string& id) {
  auto loaded = load_profile(source_tree() + "/sandbox/profiles/" + id + ".toml");
  REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().problem));
  return *loaded;
}

inline bool toolchain_there(const Profile& profile, const std::string& what) {
  const auto need = missing(profile);
  if (need) fmt::print(stderr, "SKIPPED {}: {} not found, {}\n", what, need->name, cure(*need));
  return !need;
}

}  // namespace sandbox::testing
