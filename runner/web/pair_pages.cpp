// A pair session's handlers.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/report/invitations.hpp"
#include "runner/report/score_html.hpp"
#include "runner/session/pair.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::PairEvent;
using session::PairKind;
using session::Voice;

Voice voice_of(const Visit& visit) {
  return visit.invitation.role == session::Role::candidate ? Voice::candidate : Voice::interviewer;
}

std::string row_of(const Desk& desk, const review::Comment& comment) {
  const auto& changes = desk.showing->changes;
  const auto file = std::ranges::find(changes, comment.path, &git::FileDiff::path);
  if (file == changes.end()) return "";
  const auto index = file - changes.begin();
  if (comment.scope != review::CommentScope::lines) return fmt::format("file{}", index);
  return fmt::format("f{}{}{}", index, comment.side == review::Side::before ? 'b' : 'a',
                     comment.lines.last.number);
}

// Comments with the row that each belongs under, for the script to put them there.
std::string comments_part(const Visit& visit, const Desk& desk) {
  std::string out = "<div id=\"pair-comments\">\n";
  for (const auto& comment : desk.draft.comments) {
    const auto row = row_of(desk, comment);
    out += fmt::format("<div data-row=\"{}\" data-file=\"{}\">{}</div>\n", row,
                       row.starts_with('f') && !row.starts_with("file")
                           ? "file" + row.substr(1, row.find_first_of("ab") - 1)
                           : row,
                       comment_box(visit, desk, {}, comment, {}));
  }
  return out + "</div>\n";
}

// What stands in the form of an act, by the name of its button.
session::Checked<session::PairAct> act_in(const session::PairSession& pair, const Fields& form) {
  const auto kind = session::pair_kind_named(field(form, "do"));
  if (!kind) return session::faulty({pair.id, {}, "there is no such action", "reload the page"});
  return session::PairAct{.kind = *kind,
                          .subject = std::string(field(form, "subject")),
                          .text = std::string(field(form, "text")),
                          .ref = std::string(field(form, "ref"))};
}

Response page_after(const Visit& visit, const session::Faults& faults) {
  if (faults.empty())
    return redirect(home_of(visit) + (voice_of(visit) == Voice::candidate ? "/change" : "") + "#pair");
  return page({.title = "That could not be done",
               .main = faults_html(faults) + fmt::format("<p><a href=\"{}\">Back</a></p>\n", home_of(visit)),
               .status = 422});
}

}  // namespace

std::optional<PairDesk> pair_desk_of(const Visit& visit) {
  auto pair =
      visit.pair ? visit.pair : must(session::pair_of_invitation(visit.site.house, visit.invitation.id));
  if (!pair) return std::nullopt;
  PairDesk desk{.pair = *std::move(pair), .voice = voice_of(visit), .state = {}, .seen = 0, .artefacts = {}};
  for (const auto& event : must(session::pair_events(visit.site.house, desk.pair))) {
    session::apply(desk.state, event);
    if (session::sees(desk.voice, event.kind)) ++desk.seen;
  }
  desk.artefacts = must(session::artefacts_of(visit.site.house, desk.pair));
  if (desk.voice == Voice::interviewer) return desk;
  desk.state.notes.clear();
  std::erase_if(desk.artefacts, [&](const auto& file) {
    return std::ranges::find(desk.state.revealed, file.path) == desk.state.revealed.end();
  });
  return desk;
}

Response show_pair(const Visit& visit) {
  return change_page(visit, desk_of(visit), read_view(query_of(visit.request.target)), {});
}

Response show_pair_news(const Visit& visit) {
  if (not_begun(visit)) return told(404, "This is no pair session", "Go back to your review.");
  const auto desk = desk_of(visit);
  if (!desk.pair) return told(404, "This is no pair session", "Go back to your review.");
  std::string parts = clock_part(visit, *desk.pair) + said_part(*desk.pair) + comments_part(visit, desk);
  if (desk.pair->voice == Voice::interviewer)
    parts += tools_parts(visit, *desk.pair) + board_part(visit, *desk.pair, scored_now(visit, *desk.pair));
  return {.body = fmt::format(
              "<!doctype html>\n<html lang=\"en\"><title>News</title><body>\n{}</body></html>\n", parts)};
}

session::Checked<PairEvent> act_as(const Site& site, const session::PairSession& pair, Voice voice,
                                   const Fields& form) {
  const auto act = act_in(pair, form);
  if (!act) return tl::make_unexpected(act.error());
  return session::act(site.house, pair, voice, *act);
}

Response act_in_pair(const Visit& visit) {
  const auto paired = pair_desk_of(visit);
  if (!paired) return told(404, "This is no pair session", "Go back to your review.");
  const auto& desk = *paired;
  session::Faults faults;
  if (field(visit.form, "do") == "end" && desk.voice == Voice::interviewer) {
    if (field(visit.form, "sure") != "yes")
      return page_after(visit, {{"the end", {}, "is not confirmed", "tick the box above the button"}});
    if (auto ended = session::end_pair(visit.site.house, desk.pair, visit.invitation.id); !ended)
      faults = ended.error();
  } else if (auto acted = act_as(visit.site, desk.pair, desk.voice, visit.form); !acted) {
    faults = acted.error();
  }
  return page_after(visit, faults);
}

Response show_pair_report(const Visit& visit) {
  const auto desk = *pair_desk_of(visit);  // the route lets nobody else in
  return whole_report(report::score_html(scored_now(visit, desk)));
}

std::string pair_form(const Visit& visit) {
  std::string out =
      "<h2>Review live with a candidate</h2>\n" + form_begin(visit, "/desk/pairs") + "<div class=\"line\">";
  out += "<div><label for=\"pair-exercise\">Exercise</label><select id=\"pair-exercise\" name=\"exercise\">";
  for (const auto& id : session::exercise_ids(visit.site.house))
    out += fmt::format("<option>{}</option>", escaped(id));
  out +=
      "</select></div>\n<div><label for=\"pair-name\">Candidate's code name</label><input type=\"text\" "
      "id=\"pair-name\" name=\"name\"></div>\n";
  out += fmt::format(
      "<div><label for=\"pair-minutes\">Minutes</label><input type=\"number\" id=\"pair-minutes\" "
      "name=\"minutes\" min=\"1\" max=\"{0}\" value=\"60\"></div>\n",
      session::longest_pair_minutes);
  out += button("pair", "Make the session", "main") + "</div></form>\n";
  for (const auto& pair : must(session::list_pairs(visit.site.house)))
    out += fmt::format(
        "<p><a href=\"/desk/pair/{0}\">Session {0}</a>: {1}, {2} <a "
        "href=\"/desk/pair/{0}/timeline\">timeline</a></p>\n",
        escaped(pair.id), escaped(pair.exercise), escaped(pair.attempt));
  return out;
}

Response make_pair_session(const Visit& visit) {
  session::PairRequest request;
  request.exercise = field(visit.form, "exercise");
  request.candidate = field(visit.form, "name");
  request.interviewer = visit.invitation.name;
  const auto minutes = field(visit.form, "minutes");
  std::from_chars(minutes.data(), minutes.data() + minutes.size(), request.minutes);
  const auto made = session::open_pair(visit.site.house, request, visit.invitation.id);
  const auto link = [&](const std::string& token) {
    return "<p class=\"token\">" + escaped(report::link_to(visit.site.url, token)) + "</p>";
  };
  std::string main =
      made ? fmt::format(
                 "<h1>Pair session {0}</h1>\n<div class=\"callout\" role=\"status\"><p>Send this "
                 "link to the candidate. It is not shown again.</p>{1}<p>This one is another "
                 "interviewer's; you may use <a href=\"/desk/pair/{0}\">the page</a> "
                 "itself.</p>{2}</div>\n",
                 escaped(made->pair.id), link(made->candidate_token), link(made->interviewer_token))
           : faults_html(made.error()) + "<p><a href=\"/desk\">Back</a></p>\n";
  return page({.title = "Pair session",
               .header = interviewer_header(visit),
               .main = std::move(main),
               .status = made ? 200 : 422});
}

Response needs_upgrade(const Visit&) {
  auto response = told(426, "A live connection", "The page opens this address by itself.");
  response.headers.emplace_back("Upgrade", "websocket");
  return response;
}

}  // namespace runner::web
