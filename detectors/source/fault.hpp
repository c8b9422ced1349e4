// What is wrong with data that a person wrote, said so that they can mend it: the place, the problem, the
// remedy.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/source/position.hpp"

namespace detectors::source {

struct Fault {
  std::string path;     // as the person would name the file
  Line line;            // 0: the file as a whole
  std::string problem;  // one clause, no full stop
  std::string remedy;   // what to do about it, imperative; may be "" only where the problem says it
  friend bool operator==(const Fault&, const Fault&) = default;
};

// All faults are reported at once: a reader who mends one a run gives up.
using Faults = std::vector<Fault>;

template <class T>
using Checked = tl::expected<T, Faults>;

[[nodiscard]] inline tl::unexpected<Faults> faulty(Fault fault) {
  return tl::make_unexpected(Faults{std::move(fault)});
}

// "path:12: problem; remedy"
[[nodiscard]] std::string to_string(const Fault& fault);

}  // namespace detectors::source
