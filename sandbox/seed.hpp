// What a toolchain prepares once for a machine, so that no run has to: compiled packages, an empty database
// cluster. A profile's `seed` command writes it as a tar on standard output, in the sandbox as any other
// program; it is kept in $XDG_CACHE_HOME/seedfault/seeds (or ~/.cache), and a run has it on its standard
// input.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sandbox/profile.hpp"

namespace sandbox {

// Made when it is not there yet, which takes seconds. Nothing when the profile has none, or it cannot be made
// or kept: a harness does without then.
[[nodiscard]] std::optional<std::filesystem::path> seed_of(const Profile& profile);

// The file's name: the profile's id, and what depends on its command, its harness, and the toolchain's files.
[[nodiscard]] std::string seed_name(const Profile& profile);

}  // namespace sandbox
