// The answer to "what do you have about me" and to "delete it", and the term after which it goes.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/house.hpp"
#include "runner/session/subject_values.hpp"

namespace runner::session {

// Whose it is: a code name, an invitation's id or an attempt's id. Faults: nothing is held about it.
[[nodiscard]] Checked<Held> held_about(const House& house, const std::string& subject);

// Takes all of it out of the store and out of the file's free pages. The audit log stays whole: it names ids
// only. `actor` as in audit.hpp.
[[nodiscard]] Checked<Erased> erase(const House& house, const std::string& subject, std::string_view actor);

// Attempts that ended (were submitted, or begun and left) and invitations that were not begun, `days` or more
// before `now`.
[[nodiscard]] Checked<Overdue> overdue(const House& house, int days, std::string_view now);
[[nodiscard]] Checked<Erased> erase(const House& house, const Overdue& overdue, std::string_view actor);

}  // namespace runner::session
