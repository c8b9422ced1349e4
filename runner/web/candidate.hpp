// The take-home review: what every page of it needs, and its handlers.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "runner/session/showing.hpp"
#include "runner/session/unfinished.hpp"
#include "runner/session/write.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/pair.hpp"
#include "runner/web/view.hpp"

namespace runner::web {

// What stands in a form: typed anew, or as it was sent and could not be taken.
struct Compose {
  std::string body;
  std::string severity;
  int last = 0;  // the last line, for a comment on several
  bool preview = false;
  session::Faults faults;
  std::string made_from = {};  // of a change: session::version_of what its writer saw; "": what stands there
  std::optional<std::string> meanwhile = {};  // what somebody else made of it since
};

struct Desk {
  session::InvitationState state;
  session::Attempt attempt;
  std::shared_ptr<const session::Showing> showing;
  session::Draft draft;
  std::vector<session::Unfinished> unfinished;
  std::optional<PairDesk> pair = {};
  [[nodiscard]] bool may_write() const {
    return attempt.state == session::AttemptState::open &&
           (!pair || pair->voice == session::Voice::candidate);
  }
};
// Of an invitation that was begun. What is wrong with the server's own data throws.
[[nodiscard]] Desk desk_of(const Visit& visit);
[[nodiscard]] session::InvitationState state_of(const Visit& visit);
[[nodiscard]] inline bool not_begun(const Visit& visit) {
  return !visit.pair && visit.invitation.attempt.empty();
}

template <class T>
[[nodiscard]] T must(session::Checked<T> checked) {
  if (!checked) throw std::runtime_error(to_string(checked.error().front()));
  return *std::move(checked);
}

[[nodiscard]] std::string home_of(const Visit& visit);                      // "/r/i7", "/desk/pair/p1"
[[nodiscard]] std::string header_of(const Visit& visit, const Desk& desk);  // links and the clock
// A page of a review that was begun: with its header and its script.
[[nodiscard]] Response review_page(const Visit& visit, const Desk& desk, std::string title, std::string main,
                                   int status = 200);
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
[[nodiscard]] Response keep_draft(const Visit& visit);
[[nodiscard]] Response show_upload(const Visit& visit);
[[nodiscard]] Response take_upload(const Visit& visit);
[[nodiscard]] Response show_bundle(const Visit& visit);
[[nodiscard]] Response show_git(const Visit& visit);
[[nodiscard]] Response show_finish(const Visit& visit);
[[nodiscard]] Response save_finish(const Visit& visit);
[[nodiscard]] Response show_look(const Visit& visit);
[[nodiscard]] Response submit_review(const Visit& visit);
[[nodiscard]] Response show_feedback(const Visit& visit);

}  // namespace runner::web
