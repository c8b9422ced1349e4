// Proves of an exercise everything that must hold of it; see docs/exercises.md for the eight points.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "runner/session/allow_weak.hpp"
#include "runner/session/check_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

// Told what is being done now: "payments-webhook: proofs 12/24". May be called from several threads, one at a
// time.
using Progress = std::function<void(const std::string&)>;

// Always a report: an exercise that cannot be read has its faults under point 8 and the other points say so.
[[nodiscard]] CheckReport check(const House& house, const std::string& exercise, const Progress& progress,
                                AllowWeak allow_weak = AllowWeak::no);

[[nodiscard]] bool all_proven(const CheckReport& report);  // no fault; skipped facts do not count as faults

}  // namespace runner::session
