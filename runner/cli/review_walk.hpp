// One close call after the other, with a person at the keyboard.
#pragma once

#include "runner/cli/command.hpp"

namespace runner::cli {

// Shows each queued pair and asks; every decision is kept at once, so that quitting loses nothing. Ends when
// the queue is empty, at "q", or at the end of standard input. `by` is asked for when it is empty.
[[nodiscard]] Result walk_queue(const Context& context, session::Scored scored, std::string by);

// What decisions moved: "coverage 40% (was 35%)" and each defect whose level is another now.
[[nodiscard]] std::string moved(const session::Scored& before, const session::Scored& after);

}  // namespace runner::cli
