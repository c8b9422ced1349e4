// What an import did: counts, and every comment that does not stand exactly where it was written.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/import_values.hpp"

namespace runner::report {

// At most twenty lines of each kind; how many more there are is said.
[[nodiscard]] std::string import_text(const session::ImportResult& result, const Style& style);

// Every comment, every record that was left out.
[[nodiscard]] std::string import_json(const session::ImportResult& result);

}  // namespace runner::report
