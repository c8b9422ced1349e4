// Where this user's findings and seeds are kept, and what a kept thing depends on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace sandbox {

// $XDG_CACHE_HOME/seedfault, or ~/.cache/seedfault; nothing when neither variable is an absolute path.
[[nodiscard]] std::optional<std::filesystem::path> cache_folder();

// A file's path, size and time of change.
[[nodiscard]] std::string stamp(const std::filesystem::path& path);

}  // namespace sandbox
