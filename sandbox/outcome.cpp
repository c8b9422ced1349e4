#include "sandbox/outcome.hpp"

#include <fmt/format.h>

namespace sandbox {
namespace {

struct Describe {
  std::string operator()(Exited ending) const { return fmt::format("exited with {}", ending.code); }
  std::string operator()(Signalled ending) const { return fmt::format("killed by signal {}", ending.signal); }
  std::string operator()(TimedOut ending) const {
    return ending.clock == Clock::wall ? "out of time (wall clock)" : "out of time (CPU)";
  }
  std::string operator()(OutOfMemory) const { return "out of memory"; }
  std::string operator()(TooMuchOutput) const { return "too much output"; }
  std::string operator()(Denied) const { return "killed for a forbidden system call"; }
};

}  // namespace

std::string_view name(Tier tier) {
  switch (tier) {
    case Tier::full:
      return "full";
    case Tier::full_polled:
      return "full, polled memory";
    case Tier::no_proc:
      return "no-proc";
    case Tier::weak:
      return "weak";
    case Tier::none:
      return "none";
  }
  return "none";
}

std::string describe(const Ending& ending) { return std::visit(Describe{}, ending); }

}  // namespace sandbox
