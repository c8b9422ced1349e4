// Texts that no person wrote and none will review: generated and minified ones.
#pragma once

#include <string>
#include <string_view>

namespace runner::session {

// What `detect` says of such a file, "skipped: generated (line 1 says so)"; "" for one that a person wrote.
[[nodiscard]] std::string machine_made(std::string_view path, std::string_view text);

}  // namespace runner::session
