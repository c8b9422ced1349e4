// What the pages of a review have in common, and its comments.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using detectors::source::Line;
using report::escaped;
using report::markup;

constexpr std::string_view severities[] = {"blocker", "major", "minor", "nit"};

int number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string severity_choice(std::string_view chosen, std::string_view id) {
  std::string out = fmt::format(
      "<div><label for=\"{0}-severity\">Severity</label><select id=\"{0}-severity\" name=\"severity\">"
      "<option value=\"\">not said</option>",
      id);
  for (const auto each : severities)
    out += fmt::format("<option{}>{}</option>", each == chosen ? " selected" : "", each);
  return out + "</select></div>\n";
}

std::string text_part(const Compose& compose, std::string_view id, std::string_view label) {
  std::string out = faults_html(compose.faults);
  if (compose.preview)
    out += fmt::format(
        "<div class=\"note-box\"><p class=\"head\">Preview</p><div class=\"text\">{}</div></div>\n",
        markup(compose.body));
  // The newline after the tag belongs to HTML: without it a text's own first one would be lost.
  return out + fmt::format(
                   "<label for=\"{0}\">{1}</label>\n<textarea id=\"{0}\" name=\"body\" required "
                   "maxlength=\"20000\" "
                   "aria-describedby=\"{0}-help\">\n{2}</textarea>\n<p class=\"muted small\" "
                   "id=\"{0}-help\">Markdown. "
                   "A ```suggestion block replaces the lines that the comment stands on.</p>\n",
                   id, label, escaped(compose.body));
}

std::string place_label(const Desk& desk, const At& at) {
  if (!at.file) return "Comment on the review as a whole";
  const auto& path = desk.showing.changes[*at.file].path;
  if (at.line == 0) return fmt::format("Comment on {} as a whole", escaped(path));
  return fmt::format("Comment on {}, {}line {}", escaped(path), at.side == review::Side::before ? "old " : "",
                     at.line);
}

View without_form(View view) {
  view.at.reset();
  view.edit.clear();
  return view;
}

Compose sent(const Visit& visit, session::Faults faults) {
  return {.body = std::string(field(visit.form, "body")),
          .severity = std::string(field(visit.form, "severity")),
          .last = number_in(field(visit.form, "last")),
          .preview = field(visit.form, "do") == "preview",
          .faults = std::move(faults)};
}

session::CommentRequest request_at(const Visit& visit, const Desk& desk, const At& at) {
  session::CommentRequest request;
  request.body = std::string(field(visit.form, "body"));
  request.severity = detectors::source::severity_named(field(visit.form, "severity"));
  request.source = "web";
  request.scope = !at.file       ? review::CommentScope::review
                  : at.line == 0 ? review::CommentScope::file
                                 : review::CommentScope::lines;
  if (!at.file) return request;
  request.path = desk.showing.changes[*at.file].path;
  request.side = at.side;
  if (at.line > 0) {
    const int last = number_in(field(visit.form, "last"));
    request.lines = {Line{at.line}, Line{last > 0 ? last : at.line}};
  }
  return request;
}

Response gone_on(const Visit& visit, const View& view, const std::string& anchor) {
  return redirect(home_of(visit) + "/change" + to_query(without_form(view)) + "#" + anchor);
}

}  // namespace

Desk desk_of(const Visit& visit) {
  auto state = state_of(visit);
  if (!state.attempt) throw std::runtime_error("the review has not begun");
  auto attempt = *state.attempt;
  return {.state = std::move(state),
          .attempt = attempt,
          .showing = must(session::showing(visit.site.house, attempt)),
          .draft = must(session::draft_of(visit.site.house, attempt))};
}

std::string header_of(const Visit& visit, const Desk& desk) {
  const auto home = home_of(visit);
  const auto budget = session::budget_of(desk.state, desk.showing.introduction.minutes, visit.site.now());
  const bool paused = session::stand_of(desk.state, visit.site.now()) == session::Stand::paused;
  return fmt::format(
      "<nav aria-label=\"Review\"><a href=\"{0}\">Brief</a> <a href=\"{0}/change\">Pull request</a> <a "
      "href=\"{0}/files\">All "
      "files</a> <a href=\"{0}/finish\">Finish ({1})</a></nav>\n<details open><summary>Time</summary>{2} of "
      "about {3}{4}, "
      "never scored</details>",
      home, desk.draft.comments.size(), duration(budget.used), duration(budget.allowed),
      paused ? " (paused)" : "");
}

std::string compose_form(const Visit& visit, const Desk& desk, const View& view, const At& at,
                         const Compose& compose) {
  std::string out = form_begin(visit, home_of(visit) + "/comments" + to_query(without_form(view)),
                               " class=\"compose\" id=\"compose\"");
  out += hidden("at", to_string(at)) + text_part(compose, "body", place_label(desk, at)) +
         "<div class=\"line\">";
  if (at.line > 0)
    out += fmt::format(
        "<div><label for=\"last\">To line</label><input type=\"number\" id=\"last\" name=\"last\" min=\"1\" "
        "value=\"{}\"></div>\n",
        compose.last > 0 ? compose.last : at.line);
  out += severity_choice(compose.severity, "body") + button("save", "Save the comment", "main") +
         button("preview", "Preview");
  return out + fmt::format("<a href=\"{}/change{}\">Cancel</a></div></form>\n", home_of(visit),
                           escaped(to_query(without_form(view))));
}

std::string comment_box(const Visit& visit, const Desk& desk, const View& view,
                        const review::Comment& comment, const Compose& compose) {
  const auto where = comment.scope == review::CommentScope::review ? std::string("the review as a whole")
                     : comment.scope == review::CommentScope::file
                         ? comment.path
                         : fmt::format("{}{}:{}", comment.side == review::Side::before ? "old " : "",
                                       comment.path, to_string(comment.lines));
  std::string out = fmt::format(
      "<div class=\"note-box\" id=\"{}\"><p class=\"head\"><strong>Your comment</strong> <span class=\"muted "
      "path\">{}</span>",
      escaped(comment.id), escaped(where));
  if (comment.severity) out += report::chip("plain", detectors::source::to_string(*comment.severity));
  const bool editing = view.edit == comment.id;
  auto here = without_form(view);
  here.edit = comment.id;
  if (!editing && desk.attempt.state == session::AttemptState::open)
    out += fmt::format("<a href=\"{}/change{}#{}\">Edit or remove</a>", home_of(visit),
                       escaped(to_query(here)), escaped(comment.id));
  out += "</p>\n";
  if (!editing) return out + fmt::format("<div class=\"text\">{}</div></div>\n", markup(comment.body));
  auto text = compose;
  if (compose.body.empty() && compose.faults.empty()) {
    text.body = comment.body;
    text.severity = comment.severity ? std::string(detectors::source::to_string(*comment.severity)) : "";
  }
  out += form_begin(
      visit,
      fmt::format("{}/comments/{}{}", home_of(visit), encoded(comment.id), to_query(without_form(view))),
      " class=\"text\"");
  out += text_part(text, "edit", "Change this comment") + "<div class=\"line\">" +
         severity_choice(text.severity, "edit");
  out += button("save", "Save", "main") + button("preview", "Preview") + button("remove", "Remove", "bad");
  return out + fmt::format("<a href=\"{}/change{}\">Cancel</a></div></form></div>\n", home_of(visit),
                           escaped(to_query(without_form(view))));
}

Response add_comment(const Visit& visit) {
  auto view = read_view(query_of(visit.request.target));
  const auto desk = desk_of(visit);
  const auto at = at_named(field(visit.form, "at"));
  if (!at || (at->file && *at->file >= desk.showing.changes.size()))
    return told(400, "That place is not in the pull request",
                "Go back to the pull request and choose a line there.");
  view.at = at;
  if (field(visit.form, "do") == "preview") return change_page(visit, desk, view, sent(visit, {}));
  auto added = session::add_comment(visit.site.house, desk.attempt, request_at(visit, desk, *at));
  if (added) return gone_on(visit, view, added->id);
  auto response = change_page(visit, desk, view, sent(visit, std::move(added.error())));
  response.status = 422;
  return response;
}

Response change_comment(const Visit& visit) {
  auto view = read_view(query_of(visit.request.target));
  const auto& id = visit.parts[1];
  const auto desk = desk_of(visit);
  const auto what = field(visit.form, "do");
  view.edit = id;
  if (what == "preview") return change_page(visit, desk, view, sent(visit, {}));
  session::CommentChange change;
  change.body = std::string(field(visit.form, "body"));
  change.severity = detectors::source::severity_named(field(visit.form, "severity"));
  change.keep_severity = session::KeepSeverity::no;
  auto done = what == "remove" ? session::remove_comment(visit.site.house, desk.attempt, id)
                               : session::edit_comment(visit.site.house, desk.attempt, id, change);
  if (done) return gone_on(visit, view, what == "remove" ? "main" : id);
  auto response = change_page(visit, desk, view, sent(visit, std::move(done.error())));
  response.status = 422;
  return response;
}

}  // namespace runner::web
