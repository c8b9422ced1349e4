// The take-home review: what every page of it needs, and its handlers.
#pragma once

#include <string>

#include "runner/session/showing.hpp"
#include "runner/session/write.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/view.hpp"

namespace runner::web {

// What stands in a form: typed anew, or as it was sent and could not be taken.
struct Compose {
  std::string body;
  std::string severity;
  int last = 0;  // the last line, for a comment on several
  bool preview = false;
  session::Faults faults;
};

struct Desk {
  session::InvitationState state;
  session::Attempt attempt;
  session::Showing showing;
  session::Draft draft;
};
// Of an invitation that was begun. What is wrong with the server's own data throws.
[[nodiscard]] Desk desk_of(const Visit& visit);
[[nodiscard]] session::InvitationState state_of(const Visit& visit);

template <class T>
[[nodiscard]] T must(session::Checked<T> checked) {
  if (!checked) throw std::runtime_error(to_string(checked.error().front()));
  return *std::move(checked);
}

[[nodiscard]] std::string home_of(const Visit& visit);                      // "/r/i7"
[[nodiscard]] std::string header_of(const Visit& visit, const Desk& desk);  // links and the clock
[[nodiscard]] Response change_page(const Visit& visit, const Desk& desk, const View& view,
                                   const Compose& compose);
[[nodiscard]] std::string comment_box(const Visit& visit, const Desk& desk, const View& view,
                                      const review::Comment& comment, const Compose& compose);
[[nodiscard]] std::string compose_form(const Visit& visit, const Desk& desk, const View& view, const At& at,
                                       const Compose& compose);

[[nodiscard]] Response show_start(const Visit& visit);
[[nodiscard]] Response begin_review(const Visit& visit);
[[nodiscard]] Response show_change(const Visit& visit);
[[nodiscard]] Response show_files(const Visit& visit);
[[nodiscard]] Response show_file(const Visit& visit);
[[nodiscard]] Response add_comment(const Visit& visit);
[[nodiscard]] Response change_comment(const Visit& visit);
[[nodiscard]] Response mark_file(const Visit& visit);
[[nodiscard]] Response show_finish(const Visit& visit);
[[nodiscard]] Response save_finish(const Visit& visit);
[[nodiscard]] Response show_look(const Visit& visit);
[[nodiscard]] Response submit_review(const Visit& visit);
[[nodiscard]] Response show_feedback(const Visit& visit);

}  // namespace runner::web
