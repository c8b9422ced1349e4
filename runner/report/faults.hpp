// What is wrong and what to do about it, all of it at once.
#pragma once

#include <string>

#include "detectors/source/fault.hpp"
#include "runner/report/style.hpp"

namespace runner::report {

// One fault: "error: place: problem" and, indented under it, "help: remedy". "" without faults.
[[nodiscard]] std::string faults_text(const detectors::source::Faults& faults, const Style& style);
[[nodiscard]] std::string faults_json(const detectors::source::Faults& faults);

}  // namespace runner::report
