// The command line: arguments in, an exit status out. The only place that catches exceptions or knows exit
// statuses.
#pragma once

namespace runner::cli {

[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace runner::cli
