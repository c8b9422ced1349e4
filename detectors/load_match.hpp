// A rule's [match] and [match.matches]; a step of load_rules.
#pragma once

#include <algorithm>
#include <array>

#include "detectors/rules.hpp"
#include "detectors/source/manifest.hpp"

namespace detectors {

// The place of a key's value among those allowed; the first when it is none of them, with a fault.
template <std::size_t N>
std::size_t chosen(source::Manifest& from, const std::string& key,
                   const std::array<std::string_view, N>& allowed) {
  const auto value = from.required_choice(key, allowed);
  const auto found = std::find(allowed.begin(), allowed.end(), value);
  return found == allowed.end() ? 0 : static_cast<std::size_t>(found - allowed.begin());
}

// `folder` holds the rule, and the queries that it names. Faults go to the manifest.
void read_match(RuleSet& set, source::Manifest& match, const std::filesystem::path& folder, Rule& rule);

}  // namespace detectors
