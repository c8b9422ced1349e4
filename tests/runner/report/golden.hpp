// Compares a text with tests/runner/report/golden/<name>. SEEDFAULT_REGOLD=1 in the environment writes it
// instead: look at the difference before you commit it.
#pragma once

#include <string>
#include <string_view>

namespace runner::report {

void check_golden(const std::string& name, std::string_view text);

}  // namespace runner::report
