// A pair session's pages: the review's own page with a panel beside it, for each of the two what is theirs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/pair_values.hpp"
#include "runner/session/values.hpp"
#include "runner/web/route.hpp"

namespace runner::web {

struct Desk;

// What the panel is made of. A candidate's holds nothing that the candidate may not see: neither notes nor
// artefacts that are not revealed.
struct PairDesk {
  session::PairSession pair;
  session::Voice voice = session::Voice::candidate;
  session::PairState state;
  int seen = 0;  // how many of the events this voice sees
  exercise::Tree artefacts;
};
// None for a review that is no pair session's.
[[nodiscard]] std::optional<PairDesk> pair_desk_of(const Visit& visit);

[[nodiscard]] std::string pair_header(const Visit& visit, const PairDesk& desk);  // the interviewer's
[[nodiscard]] std::string pair_panel(const Visit& visit, const PairDesk& desk);
// Parts of the panel that events change, each an element with an id.
[[nodiscard]] std::string clock_part(const Visit& visit, const PairDesk& desk);
[[nodiscard]] std::string said_part(const PairDesk& desk);
[[nodiscard]] std::string tools_parts(const Visit& visit, const PairDesk& desk);  // the interviewer's
[[nodiscard]] std::string board_part(const Visit& visit, const PairDesk& desk, const session::Scored& scored);
[[nodiscard]] session::Scored scored_now(const Visit& visit, const PairDesk& desk);
[[nodiscard]] std::string_view pair_style();

[[nodiscard]] Response show_pair(const Visit& visit);       // the interviewer's page
[[nodiscard]] Response show_pair_news(const Visit& visit);  // either's: what the script puts into the page
[[nodiscard]] Response act_in_pair(const Visit& visit);     // either's forms
[[nodiscard]] Response show_pair_timeline(const Visit& visit);
[[nodiscard]] Response show_pair_report(const Visit& visit);
[[nodiscard]] Response make_pair_session(const Visit& visit);  // the desk's form
[[nodiscard]] std::string pair_form(const Visit& visit);       // that form
[[nodiscard]] Response needs_upgrade(const Visit& visit);      // the live connection's address, without one

// What a form or a frame asks for. Faults as session::act, and for a `do` that is none.
[[nodiscard]] session::Checked<session::PairEvent> act_as(const Site& site, const session::PairSession& pair,
                                                          session::Voice voice, const Fields& form);

}  // namespace runner::web
