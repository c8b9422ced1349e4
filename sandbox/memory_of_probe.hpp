// What was found out about this host, in $XDG_CACHE_HOME/seedfault/sandbox (or ~/.cache), for ten minutes.
// A host without a sandbox is never remembered: a cure shows at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sandbox/probe.hpp"

namespace sandbox {

[[nodiscard]] std::optional<Capabilities> remembered_probe();
void remember_probe(const Capabilities& host);

// The file's text. The key names what the finding depends on; a text with another key, or a broken one, reads
// as nothing.
[[nodiscard]] std::string write_memory(const Capabilities& host, std::string_view key);
[[nodiscard]] std::optional<Capabilities> read_memory(std::string_view text, std::string_view key);

}  // namespace sandbox
