// The panel: the clock, what was said, the candidate's question, the interviewer's tools.
#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/pair.hpp"

namespace runner::web {
namespace {

using report::escaped;
using report::markup;
using session::PairEvent;
using session::PairKind;
using session::Voice;

constexpr std::string_view prompts[] = {
    "Why this over that?", "What could go wrong?", "How would you prove that it is a problem?",
    "What would you look at first in production?", "Tell a colleague in three sentences what you found."};
constexpr std::string_view limits[] = {"Logs are unavailable from now on.",
                                       "The release leaves in ten minutes: what must change before it?",
                                       "The other team cannot change their service this quarter."};

std::string_view heading_of(PairKind kind) {
  switch (kind) {
    case PairKind::ask:
      return "Asked by the candidate";
    case PairKind::prompt:
      return "Question";
    case PairKind::hint:
      return "Hint";
    case PairKind::limit:
      return "New constraint";
    case PairKind::reveal:
      return "Artefact";
    default:
      return "";
  }
}

// "2026-03-17T08:42:00Z" -> "08:42"
std::string time_of(const PairEvent& event) { return event.at.size() < 16 ? "" : event.at.substr(11, 5); }

// Its place among what was said is its id: its number would tell how much goes on that one does not see.
std::string said_item(const PairDesk& desk, const PairEvent& event, std::size_t index) {
  const auto head = fmt::format("<p class=\"head\"><strong>{}</strong> <span class=\"muted\">{}</span></p>",
                                heading_of(event.kind), time_of(event));
  if (event.kind != PairKind::reveal)
    return fmt::format("<li class=\"note-box {}\" id=\"said{}\">{}<div class=\"text\">{}</div></li>\n",
                       to_string(event.kind), index, head, markup(event.text));
  const auto* text = exercise::text_of(desk.artefacts, event.subject);
  return fmt::format(
      "<li class=\"note-box reveal\" id=\"said{0}\">{1}<details open><summary class=\"path\">{2}</summary>"
      "<pre tabindex=\"0\" role=\"group\" aria-label=\"{2}\">{3}</pre></details></li>\n",
      index, head, escaped(event.subject), text ? escaped(*text) : "");
}

std::string text_form(const Visit& visit, std::string_view what, std::string_view label,
                      std::string_view send, std::string_view more = "") {
  return form_begin(visit, home_of(visit) + "/pair", " class=\"act\"") +
         fmt::format(
             "<label for=\"pair-{0}\">{1}</label><textarea id=\"pair-{0}\" name=\"text\" rows=\"2\" "
             "maxlength=\"2000\"></textarea>\n{2}<div class=\"line\">{3}</div></form>\n",
             what, label, more, button(what, send));
}

// One press sends the text that is on the button.
std::string presets(const Visit& visit, std::string_view what, std::span<const std::string_view> texts) {
  std::string out = "<ul class=\"presets\">";
  for (const auto text : texts)
    out += "<li>" + form_begin(visit, home_of(visit) + "/pair", " class=\"act inline\"") +
           hidden("text", text) + button(what, text) + "</form></li>\n";
  return out + "</ul>\n";
}

std::string tool(std::string_view title, const std::string& html) {
  return fmt::format("<details class=\"tool\"><summary>{}</summary>\n{}</details>\n", title, html);
}

std::string limit_form(const Visit& visit) {
  std::string sorts =
      "<label for=\"pair-closes\">It closes</label><select id=\"pair-closes\" name=\"subject\"><option "
      "value=\"\">no artefacts</option>";
  for (const auto sort : session::artefact_sorts) sorts += fmt::format("<option>{}</option>", sort);
  return text_form(visit, "limit", "Constraint", "Tell the candidate", sorts + "</select>\n");
}

std::string artefact_row(const Visit& visit, const PairDesk& desk, const exercise::TextFile& file,
                         std::size_t index) {
  const auto& state = desk.state;
  const bool revealed = std::ranges::find(state.revealed, file.path) != state.revealed.end();
  const bool closed =
      std::ranges::find(state.closed, session::artefact_sort(file.path)) != state.closed.end();
  std::string out = fmt::format(
      "<li id=\"artefact{4}\"><details><summary><span class=\"path\">{0}</span> <span "
      "class=\"muted\">{1}{2}</span></summary>"
      "<pre tabindex=\"0\" role=\"group\" aria-label=\"{0}\">{3}</pre></details>",
      escaped(file.path), session::artefact_sort(file.path),
      revealed ? ", revealed"
      : closed ? ", not available"
               : "",
      escaped(file.text), index);
  if (!revealed && !closed && state.ended_at.empty())
    out += form_begin(visit, home_of(visit) + "/pair", " class=\"act inline\"") +
           hidden("subject", file.path) + button("reveal", "Reveal") + "</form>";
  return out + "</li>\n";
}

std::string artefacts_part(const Visit& visit, const PairDesk& desk) {
  std::string out = "<div id=\"pair-artefacts\"><h3>Artefacts</h3>";
  out += desk.artefacts.empty() ? "<p class=\"muted\">This exercise has none.</p>" : "<ul class=\"plain\">\n";
  for (std::size_t i = 0; i < desk.artefacts.size(); ++i)
    out += artefact_row(visit, desk, desk.artefacts[i], i);
  return out + (desk.artefacts.empty() ? "</div>\n" : "</ul></div>\n");
}

std::string notes_part(const PairDesk& desk) {
  std::string out = "<div id=\"pair-notes\"><h3>Your notes</h3>";
  out += desk.state.notes.empty() ? "<p class=\"muted\">None yet. The candidate never sees them.</p>"
                                  : "<ul class=\"plain\">\n";
  for (const auto& note : desk.state.notes)
    out += fmt::format(
        "<li class=\"note-box\"><p class=\"head\"><span class=\"muted\">{}</span></p><div "
        "class=\"text\">{}</div></li>\n",
        time_of(note), markup(note.text));
  return out + (desk.state.notes.empty() ? "</div>\n" : "</ul></div>\n");
}

std::string end_form(const Visit& visit) {
  return form_begin(visit, home_of(visit) + "/pair") +
         "<label><input type=\"checkbox\" name=\"sure\" value=\"yes\" required> Submit the review as it "
         "stands; nothing can be added after it</label>\n<div class=\"line\">" +
         button("end", "End the session", "bad") + "</div></form>\n";
}

std::string interviewer_forms(const Visit& visit) {
  return tool("Ask", presets(visit, "prompt", prompts) +
                         text_form(visit, "prompt", "Your own question", "Ask the candidate")) +
         tool("Give a hint", text_form(visit, "hint", "Hint", "Give the hint")) +
         tool("Add a constraint", presets(visit, "limit", limits) + limit_form(visit)) +
         tool("Write a private note", text_form(visit, "note", "Note, for yourself", "Keep the note")) +
         tool("End the session", end_form(visit));
}

std::string candidate_forms(const Visit& visit) {
  return text_form(visit, "ask", "Ask for logs, metrics, a query plan, or anything else", "Ask") +
         fmt::format("<p><a class=\"button\" href=\"{}/finish\">Closing summary, verdict, submit</a></p>\n",
                     home_of(visit));
}

}  // namespace

std::string clock_part(const Visit& visit, const PairDesk& desk) {
  const auto used = session::clock_seconds(desk.state, visit.site.now());
  const bool running = desk.state.running_since.has_value();
  const auto* stand = !desk.state.ended_at.empty() ? "ended" : running ? "running" : "standing still";
  return fmt::format(
      "<p id=\"pair-clock\" data-seconds=\"{}\" data-minutes=\"{}\" data-running=\"{}\"><strong "
      "class=\"clock\">{}</strong> of {}, <span>{}</span></p>\n",
      used, desk.pair.minutes, running ? "yes" : "no", duration(used), duration(desk.pair.minutes * 60LL),
      stand);
}

std::string said_part(const PairDesk& desk) {
  std::string out = "<div id=\"pair-said\">";
  if (desk.state.said.empty()) return out + "<p class=\"muted\">Nothing has been said yet.</p></div>\n";
  out += "<ul class=\"plain\">\n";
  for (auto index = desk.state.said.size(); index-- > 0;)
    out += said_item(desk, desk.state.said[index], index);
  return out + "</ul></div>\n";
}

std::string tools_parts(const Visit& visit, const PairDesk& desk) {
  const bool running = desk.state.running_since.has_value();
  std::string out = "<div id=\"pair-turn\">";
  if (desk.state.ended_at.empty())
    out += form_begin(visit, home_of(visit) + "/pair", " class=\"act inline\"") +
           hidden("subject", running ? "pause" : "start") +
           button("clock", running ? "Pause the clock" : "Start the clock") + "</form>";
  else
    out += fmt::format(
        "<p class=\"callout\">The session has ended. <a href=\"{0}/report\">Report</a>, <a "
        "href=\"{0}/timeline\">timeline</a></p>",
        home_of(visit));
  return out + "</div>\n" + notes_part(desk) + artefacts_part(visit, desk);
}

std::string pair_header(const Visit& visit, const PairDesk& desk) {
  const auto home = home_of(visit);
  return fmt::format(
      "<nav aria-label=\"Pair session\"><a href=\"{0}\">Pull request</a> <a "
      "href=\"{0}/timeline\">Timeline</a></nav>"
      "<span>{1}, interviewer</span>",
      home, escaped(desk.pair.id));
}

std::string pair_panel(const Visit& visit, const PairDesk& desk) {
  const bool interviewer = desk.voice == Voice::interviewer;
  const bool open = desk.state.ended_at.empty();
  std::string out = fmt::format(
      "<aside id=\"pair\" class=\"pair\" aria-label=\"Pair session\" data-home=\"{}\" data-you=\"{}\" "
      "data-seen=\"{}\" data-open=\"{}\">\n<h2>Pair session</h2>\n",
      home_of(visit), to_string(desk.voice), desk.seen, open ? "yes" : "no");
  out += clock_part(visit, desk) +
         "<p id=\"pair-presence\" class=\"muted\">Reload the page to see what is new.</p>\n<div "
         "id=\"pair-follow\" "
         "class=\"line\"></div>\n<p id=\"pair-status\" class=\"vh\" role=\"status\"></p>\n";
  if (interviewer) {
    const auto tools = tools_parts(visit, desk);
    out += board_part(visit, desk, scored_now(visit, desk));
    if (open) out += interviewer_forms(visit);
    out += tools;
  } else if (open) {
    out += candidate_forms(visit);
  }
  return out + "<h3>Said so far</h3>\n" + said_part(desk) + "</aside>\n";
}

}  // namespace runner::web
