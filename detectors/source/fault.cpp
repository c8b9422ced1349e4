#include "detectors/source/fault.hpp"

#include <fmt/format.h>

namespace detectors::source {

std::string to_string(const Fault& fault) {
  std::string place = fault.path;
  if (fault.line.number > 0) place += fmt::format(":{}", fault.line.number);
  return fmt::format("{}: {}{}{}", place, fault.problem, fault.remedy.empty() ? "" : "; ", fault.remedy);
}

}  // namespace detectors::source
