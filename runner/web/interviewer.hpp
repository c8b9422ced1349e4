// The interviewers' pages.
#pragma once

#include "runner/web/route.hpp"

namespace runner::web {

[[nodiscard]] std::string interviewer_header(const Visit& visit);  // links, and who looks

[[nodiscard]] Response show_desk(const Visit& visit);
[[nodiscard]] Response make_invitation(const Visit& visit);
[[nodiscard]] Response show_invitation(const Visit& visit);
[[nodiscard]] Response change_invitation(const Visit& visit);
[[nodiscard]] Response show_report(const Visit& visit);
[[nodiscard]] Response show_queue(const Visit& visit);
[[nodiscard]] Response decide(const Visit& visit);
[[nodiscard]] Response show_conversation(const Visit& visit);
[[nodiscard]] Response show_export(const Visit& visit);
[[nodiscard]] Response show_compared(const Visit& visit);
[[nodiscard]] Response show_compared_defect(const Visit& visit);

}  // namespace runner::web
