// The repository of an attempt for the candidate's own tools: cloned by git from the server, or as one file.
// It holds the two commits and nothing else, as the folder of `seedfault start` does.
#pragma once

#include <memory>

#include "runner/git/publish.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

[[nodiscard]] Checked<std::shared_ptr<const git::Published>> published(const House& house,
                                                                       const Attempt& attempt);

}  // namespace runner::session
