// What is held about a person, for them; what was or would be erased, for who does it.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/subject_values.hpp"

namespace runner::report {

[[nodiscard]] std::string held_json(const session::Held& held);  // "seedfault.subject/1"

[[nodiscard]] std::string erased_text(const session::Erased& erased);
[[nodiscard]] std::string erased_json(const session::Erased& erased);

[[nodiscard]] std::string overdue_text(const session::Overdue& overdue, const Style& style);
[[nodiscard]] std::string overdue_json(const session::Overdue& overdue);

}  // namespace runner::report
