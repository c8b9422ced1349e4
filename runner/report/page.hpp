// One self-contained page: no script, nothing loaded from elsewhere, light and dark. And the parts of the one
// that score_html puts together, in the order in which they stand. Of this room alone,
// but for the style sheet, which the server's pages share.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

// The document around `body`, which has an element with the id "main" for the skip link.
[[nodiscard]] std::string page(std::string_view title, std::string_view skip, std::string_view body);

[[nodiscard]] std::string_view page_style();  // one style sheet
[[nodiscard]] std::string page_header(
    const session::Scored& scored);  // <header>: what was reviewed, and the three numbers
[[nodiscard]] std::string page_defects(const session::Scored& scored);    // a card for each planted defect
[[nodiscard]] std::string page_coverage(const session::Scored& scored);   // by pattern and by skill, d' and c
[[nodiscard]] std::string page_claims(const session::Scored& scored);     // what earned nothing, and why
[[nodiscard]] std::string page_panel(const session::Scored& scored);      // who rated what; or ""
[[nodiscard]] std::string page_decisions(const session::Scored& scored);  // by people, oldest first; or ""
[[nodiscard]] std::string page_questions(const session::Scored& scored);  // for the conversation afterwards
[[nodiscard]] std::string page_diff(
    const session::Scored& scored);  // the change with comments and defects in place

}  // namespace runner::report
