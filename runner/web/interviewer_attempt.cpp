// One attempt: its report, and the close calls that a person decides.
#include <fmt/format.h>

#include <stdexcept>

#include "runner/report/html.hpp"
#include "runner/report/queue_text.hpp"
#include "runner/report/score_html.hpp"
#include "runner/review/queue.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/decide.hpp"
#include "runner/session/score.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/layout.hpp"

namespace runner::web {
namespace {

using report::escaped;

constexpr std::string_view level_choice =
    "<option value=\"accept\">Accept: it is about this defect</option><option value=\"reject\">Reject: it is "
    "not</option>"
    "<option value=\"located\">Set the level: located</option><option value=\"identified\">Set the level: "
    "identified</option>"
    "<option value=\"explained\">Set the level: explained</option><option value=\"fixed\">Set the level: "
    "fixed</option>";

std::string target_of(const session::Scored& scored, const review::Pair& pair) {
  const auto& claim = scored.assessment.claims[pair.claim].claim;
  return review::target_name(scored.review.comments[claim.comment].id, claim.ordinal,
                             scored.key.defects[pair.defect].id);
}

std::string card(const Visit& visit, const session::Scored& scored, const review::Queued& queued,
                 std::size_t index) {
  const auto& pair = scored.assessment.pairs[queued.pair];
  const report::Style style{.colour = report::Colour::no, .width = 100};
  std::string out = fmt::format(
      "<li class=\"card\"><h2>{}</h2><p>{}</p><div class=\"body\"><pre>{}</pre></div>\n",
      escaped(target_of(scored, pair)), escaped(queued.why), escaped(report::pair_card(scored, pair, style)));
  out += form_begin(visit, fmt::format("/desk/attempts/{}/queue", scored.attempt.id)) +
         hidden("target", target_of(scored, pair));
  out += fmt::format(
      "<div class=\"line\"><div><label for=\"kind{0}\">Decision</label><select id=\"kind{0}\" "
      "name=\"kind\">{1}</select></div>"
      "<div><label for=\"reason{0}\">Reason, as you would give it to the candidate</label><input "
      "type=\"text\" id=\"reason{0}\" "
      "name=\"reason\" required maxlength=\"500\"></div>\n",
      index, level_choice);
  return out + button("decide", "Decide", "main") + "</div></form></li>\n";
}

Response queue_page(const Visit& visit, const session::Scored& scored, const session::Faults& faults) {
  const auto queue = review::queue(scored.assessment);
  std::string main =
      fmt::format("<h1>Close calls of {}</h1>\n{}", escaped(scored.attempt.id), faults_html(faults));
  if (scored.attempt.state == session::AttemptState::open)
    main += "<p class=\"callout\">The review is still open: decide once it is submitted.</p>\n";
  main += queue.empty() ? "<p>None is left to decide.</p>\n"
                        : "<p>You see neither who wrote it nor what is at stake, so that neither sways "
                          "you.</p>\n<ul class=\"cards\">\n";
  for (std::size_t i = 0; i < queue.size(); ++i) main += card(visit, scored, queue[i], i);
  if (!queue.empty()) main += "</ul>\n";
  return page({.title = "Close calls of " + scored.attempt.id,
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = faults.empty() ? 200 : 422});
}

session::Checked<session::Scored> scored_of(const Visit& visit) {
  const auto attempt = session::find_attempt(visit.site.house, visit.parts[0], {});
  if (!attempt) return tl::make_unexpected(attempt.error());
  return session::score(visit.site.house, *attempt);
}

Response no_attempt() { return told(404, "No such attempt", "Go back to the list of invitations."); }

session::DecisionRequest request_in(const Visit& visit) {
  const auto kind = field(visit.form, "kind");
  session::DecisionRequest request;
  request.target = field(visit.form, "target");
  request.reason = field(visit.form, "reason");
  request.by = visit.invitation.name;
  request.actor = visit.invitation.id;
  request.kind = kind == "reject" ? review::DecisionKind::reject : review::DecisionKind::accept;
  if (const auto level = review::level_named(kind))
    request.kind = review::DecisionKind::set, request.level = *level;
  return request;
}

}  // namespace

Response show_report(const Visit& visit) {
  const auto scored = scored_of(visit);
  if (!scored) return no_attempt();
  return whole_report(report::score_html(*scored));
}

Response show_queue(const Visit& visit) {
  const auto scored = scored_of(visit);
  return scored ? queue_page(visit, *scored, {}) : no_attempt();
}

Response decide(const Visit& visit) {
  const auto scored = scored_of(visit);
  if (!scored) return no_attempt();
  const auto decided = session::decide(visit.site.house, *scored, request_in(visit));
  if (!decided) return queue_page(visit, *scored, decided.error());
  return redirect(fmt::format("/desk/attempts/{}/queue", encoded(visit.parts[0])));
}

}  // namespace runner::web
