// A rule's [match], [match.matches] and [[high-confidence]]; a step of load_rules.
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

// Those relations that stand in [match] as well as in [[high-confidence]]: all but the subject, and the
// patterns and queries that say what one is. `languages` are those of the patterns.
void read_relations(RuleSet& set, source::Manifest& from, const std::vector<syntax::Language>& languages,
                    Relations& to);

// `folder` holds the rule, and the queries that it names. Faults go to the manifest.
void read_match(RuleSet& set, source::Manifest& match, const std::filesystem::path& folder, Rule& rule);

}  // namespace detectors
