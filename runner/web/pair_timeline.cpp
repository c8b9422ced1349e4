// A pair session afterwards: all events as a list, and the session as it stood after each of them. The steps
// are links; the script walks along them by keys, and plays.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/pair.hpp"
#include "runner/session/score.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

using report::escaped;
using session::PairEvent;
using Events = std::vector<PairEvent>;

std::string subject_of(const PairEvent& event) {
  return event.subject + (event.place.empty() || event.place == "review" ? "" : " " + event.place);
}

std::string row(const std::string& here, const PairEvent& event, int at) {
  return fmt::format(
      "<tr><th scope=\"row\"><a "
      "href=\"{0}?at={1}#replay\"{2}>{1}</a></th><td>{3}</td><td>{4}</td><td>{5}</td>"
      "<td class=\"path\">{6}</td><td>{7}</td></tr>\n",
      here, event.number, event.number == at ? " aria-current=\"step\"" : "", escaped(event.at),
      to_string(event.by), to_string(event.kind), escaped(subject_of(event)),
      event.text.empty() ? "" : "<div class=\"text\">" + report::markup(event.text) + "</div>");
}

std::string list(const std::string& here, const Events& events, int at) {
  std::string out =
      "<h2>All events</h2>\n<div class=\"scroll\"><table class=\"grid\"><caption class=\"vh\">Events, oldest "
      "first</caption><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">At</th><th "
      "scope=\"col\">By</th><th "
      "scope=\"col\">What</th><th scope=\"col\">On</th><th scope=\"col\">Text</th></tr></thead><tbody>\n";
  for (const auto& event : events) out += row(here, event, at);
  return out + "</tbody></table></div>\n";
}

// The event that is asked for; 0 for none, the last for one behind it.
int asked_for(const Visit& visit, const Events& events) {
  const auto text = field(visit.query, "at");
  int at = 0;
  std::from_chars(text.data(), text.data() + text.size(), at);
  return std::clamp(at, 0, static_cast<int>(events.size()));
}

std::string step(const std::string& here, std::string_view name, std::string_view text, int to, bool there) {
  if (!there) return fmt::format("<span class=\"muted\">{}</span>\n", text);
  return fmt::format("<a class=\"button\" data-step=\"{}\" href=\"{}?at={}#replay\">{}</a>\n", name, here, to,
                     text);
}

std::string steps(const std::string& here, int at, int last) {
  return "<nav class=\"line\" id=\"replay-steps\" aria-label=\"Steps\">" +
         step(here, "first", "First", 1, at > 1) + step(here, "previous", "Previous", at - 1, at > 1) +
         step(here, "next", "Next", at + 1, at < last) + step(here, "last", "Last", last, at < last) +
         "</nav>\n";
}

std::string comments_of(const session::PairState& state) {
  std::string out = "<h3>Comments</h3>\n";
  if (state.comments.empty()) return out + "<p class=\"muted\">None yet.</p>\n";
  for (const auto& comment : state.comments)
    out += fmt::format(
        "<div class=\"note-box\" id=\"{0}\"><p class=\"head\"><strong>{0}</strong> <span class=\"muted "
        "path\">{1}</span></p><div class=\"text\">{2}</div></div>\n",
        escaped(comment.id), escaped(session::place_text(comment)), report::markup(comment.body));
  return out;
}

// Everything as the interviewer saw it then, without forms: it is over.
std::string moment(const Visit& visit, PairDesk desk, const Events& events, int at) {
  const auto& event = events[static_cast<std::size_t>(at) - 1];
  desk.state = session::fold(std::span(events).first(static_cast<std::size_t>(at)));
  const auto attempt = must(session::find_attempt(visit.site.house, desk.pair.attempt, {}));
  const auto scored = must(session::score_with(visit.site.house, attempt, desk.state.comments));
  if (desk.state.ended_at.empty()) desk.state.ended_at = event.at;
  std::string notes = "<h3>Notes</h3>\n";
  for (const auto& note : desk.state.notes)
    notes += "<div class=\"note-box text\">" + report::markup(note.text) + "</div>\n";
  if (desk.state.notes.empty()) notes += "<p class=\"muted\">None yet.</p>\n";
  return fmt::format(
             "<p id=\"replay-now\" role=\"status\"><strong>Event {} of {}</strong>, {}: {}, {} <span "
             "class=\"path\">{}</span></p>\n",
             at, events.size(), escaped(event.at), to_string(event.by), to_string(event.kind),
             escaped(subject_of(event))) +
         board_part(visit, desk, scored) + comments_of(desk.state) + "<h3>Said</h3>\n" + said_part(desk) +
         notes;
}

std::string replay(const Visit& visit, const PairDesk& desk, const std::string& here, const Events& events,
                   int at) {
  if (events.empty()) return "";
  const int last = static_cast<int>(events.size());
  const auto data = fmt::format(
      "<section id=\"replay\" class=\"pair\" data-at=\"{}\" data-last=\"{}\" aria-label=\"Replay\">\n<h2>"
      "Replay</h2>\n",
      at, last);
  if (at == 0)
    return data +
           fmt::format(
               "<p><a class=\"button\" data-step=\"next\" href=\"{}?at=1#replay\">Step through it from the "
               "first event</a></p></section>\n",
               here);
  return data + steps(here, at, last) + moment(visit, desk, events, at) + "</section>\n";
}

}  // namespace

Response show_pair_timeline(const Visit& visit) {
  const auto desk = *pair_desk_of(visit);  // the route lets nobody else in
  const auto events = must(session::pair_events(visit.site.house, desk.pair));
  const auto here = home_of(visit) + "/timeline";
  const int at = asked_for(visit, events);
  return page(
      {.title = "Timeline of " + desk.pair.id,
       .header = pair_header(visit, desk),
       .main = fmt::format("<h1>Timeline of {}</h1>\n<p class=\"facts\">{}, attempt {}</p>\n",
                           escaped(desk.pair.id), escaped(desk.pair.exercise), escaped(desk.pair.attempt)) +
               replay(visit, desk, here, events, at) + list(here, events, at),
       .script = "timeline.js"});
}

}  // namespace runner::web
