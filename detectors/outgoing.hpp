// What around a call that goes out, or around its file, makes it harmless that it has no deadline.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// The file serves nobody: by its path a sandbox, an emulator, an installer or an example; by its text it
// speaks to a terminal, or runs on the user's device.
[[nodiscard]] bool lies_aside(const facts::Facts& facts);
// It moves a file or a stream, of which nobody knows how long it takes: any fixed deadline would be wrong.
[[nodiscard]] bool moves_a_file(const facts::Facts& facts, facts::NodeId id);
// Its function races it with a timer, the file sets a limit for all requests, or the request was made
// elsewhere: fetch(request), got(options).
[[nodiscard]] bool has_limit_elsewhere(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
