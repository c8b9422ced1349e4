// Files of this machine, read whole and written whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "detectors/source/fault.hpp"

namespace runner::session {

inline constexpr std::size_t largest_file = std::size_t{64} << 20U;  // bytes

// A whole file; the fault says what the system said. More than `most` bytes are a fault.
[[nodiscard]] detectors::source::Checked<std::string> read_file(const std::filesystem::path& path,
                                                                std::size_t most = largest_file);
// Standard input to its end.
[[nodiscard]] detectors::source::Checked<std::string> read_input(std::size_t most = largest_file);

// Written beside and renamed, so that a reader sees the old or the new text and never a part. On a failure (a
// full disk, no permission) nothing is left behind and the old file stands.
[[nodiscard]] detectors::source::Checked<std::monostate> write_file(const std::filesystem::path& path,
                                                                    std::string_view text);

// The names of the files in a folder that end in `suffix`, sorted.
[[nodiscard]] detectors::source::Checked<std::vector<std::string>> files_in(
    const std::filesystem::path& folder, std::string_view suffix);

// What to do about a system error of this kind: "free some space", "check its permissions", …
[[nodiscard]] std::string remedy_for(const std::error_code& error);

}  // namespace runner::session
