// Comments on the page: as they stand, and as forms.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/file.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using detectors::source::SourceFile;
using report::escaped;
using report::markup;

constexpr std::string_view severities[] = {"blocker", "major", "minor", "nit"};

std::string severity_choice(std::string_view chosen, std::string_view id) {
  std::string out = fmt::format(
      "<div><label for=\"{0}-severity\">Severity</label><select id=\"{0}-severity\" name=\"severity\">"
      "<option value=\"\">not said</option>",
      id);
  for (const auto each : severities)
    out += fmt::format("<option{}>{}</option>", each == chosen ? " selected" : "", each);
  return out + "</select></div>\n";
}

// Two changes at once: both texts are here, and saving is a choice between them.
std::string meanwhile_html(const Compose& compose) {
  if (!compose.meanwhile) return "";
  return fmt::format(
      "<div class=\"note-box\"><p class=\"head\"><strong>What it says now</strong> <span "
      "class=\"muted\">saved "
      "in another window</span></p><div class=\"text\">{}</div></div>\n<p class=\"muted\">Below is yours, "
      "not "
      "saved. To save puts it in place of the other; take over what you want to keep of both.</p>\n",
      markup(*compose.meanwhile));
}

// Lines of the new side that a text is written about; no path: none.
struct About {
  std::string path = {};
  int first = 0;
  int last = 0;
};

// The text of the first ```suggestion block; none where there is none that ends.
std::optional<std::string> suggestion_in(std::string_view body) {
  constexpr std::string_view opening = "```suggestion\n";
  auto begin = body.find(opening);
  if (begin == std::string_view::npos || (begin > 0 && body[begin - 1] != '\n')) return std::nullopt;
  begin += opening.size();
  if (body.substr(begin).starts_with("```")) return "";
  const auto end = body.find("\n```", begin);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(body.substr(begin, end + 1 - begin));
}

// What a suggestion would change, as rows of a diff.
std::string suggestion_html(const Desk& desk, const About& about, std::string_view body) {
  const auto* text = about.path.empty() ? nullptr : exercise::text_of(desk.showing->after, about.path);
  const auto suggested = text ? suggestion_in(body) : std::nullopt;
  if (!suggested) return "";
  const SourceFile before("", *text), after("", *suggested);
  const auto row = [](const char* look, const char* spoken, const char* sign, std::string_view code) {
    return fmt::format(
        "<tr class=\"{}\"><td class=\"s\"><span class=\"vh\">{}</span><span "
        "aria-hidden=\"true\">{}</span></td><td class=\"c\">{}</td></tr>\n",
        look, spoken, sign, escaped(code));
  };
  std::string out =
      "<table class=\"diff\"><caption class=\"vh\">What the suggestion changes</caption><colgroup><col "
      "class=\"s\"><col></colgroup><tbody>\n";
  for (int line = about.first; line <= std::min(about.last, before.line_count()); ++line)
    out += row("del", "removed", "-", before.line({line}));
  for (int line = 1; line <= after.line_count(); ++line) out += row("add", "added", "+", after.line({line}));
  return out + "</tbody></table>\n";
}

std::string text_part(const Desk& desk, const About& about, const Compose& compose, std::string_view id,
                      std::string_view label) {
  std::string out = faults_html(compose.faults) + meanwhile_html(compose);
  if (compose.preview)
    out += fmt::format(
        "<div class=\"note-box\"><p class=\"head\">Preview</p><div class=\"text\">{}</div>{}</div>\n",
        markup(compose.body), suggestion_html(desk, about, compose.body));
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
  const auto& path = desk.showing->changes[*at.file].path;
  if (at.line == 0) return fmt::format("Comment on {} as a whole", escaped(path));
  return fmt::format("Comment on {}, {}line {}", escaped(path), at.side == review::Side::before ? "old " : "",
                     at.line);
}

const session::Unfinished* unfinished_at(const Desk& desk, std::string_view place) {
  for (const auto& each : desk.unfinished)
    if (each.place == place) return &each;
  return nullptr;
}

// What a form begins with: as it was sent; else what was typed there before; else what is there.
Compose filled(const Desk& desk, const Compose& compose, std::string_view place, Compose otherwise) {
  if (!compose.body.empty() || !compose.faults.empty()) return compose;
  const auto* typed = unfinished_at(desk, place);
  if (!typed) return otherwise;
  otherwise.body = typed->body;
  otherwise.severity = typed->severity;
  if (typed->last > 0) otherwise.last = typed->last;
  return otherwise;
}

}  // namespace

std::string compose_form(const Visit& visit, const Desk& desk, const View& view, const At& at,
                         const Compose& compose) {
  Compose empty;
  empty.last = view.last;
  const auto text = filled(desk, compose, to_string(at), std::move(empty));
  About about;
  if (at.line > 0 && at.side == review::Side::after)
    about = {
        .path = desk.showing->changes[*at.file].path, .first = at.line, .last = std::max(at.line, text.last)};
  std::string out = form_begin(visit, home_of(visit) + "/comments" + to_query(without_form(view)),
                               " class=\"compose\" id=\"compose\"");
  out += hidden("at", to_string(at)) + text_part(desk, about, text, "body", place_label(desk, at)) +
         "<div class=\"line\">";
  if (at.line > 0)
    out += fmt::format(
        "<div><label for=\"last\">To line</label><input type=\"number\" id=\"last\" name=\"last\" min=\"1\" "
        "value=\"{}\"></div>\n",
        text.last > 0 ? text.last : at.line);
  out += severity_choice(text.severity, "body") + button("save", "Save the comment", "main") +
         button("preview", "Preview");
  if (at.line > 0 && at.side == review::Side::after)
    out += "<button name=\"do\" value=\"suggest\" formnovalidate>Suggest a change</button>\n";
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
      "<div class=\"note-box\" data-version=\"{}\" id=\"{}\"><p class=\"head\"><strong>{}</strong> <span "
      "class=\"muted path\">{}</span>",
      session::version_of(comment), escaped(comment.id),
      desk.pair && desk.pair->voice == session::Voice::interviewer ? "Comment" : "Your comment",
      escaped(where));
  if (comment.severity) out += report::chip("plain", detectors::source::to_string(*comment.severity));
  const bool editing = view.edit == comment.id && desk.may_write();
  auto here = without_form(view);
  here.edit = comment.id;
  if (!editing && desk.may_write())
    out += fmt::format("<a href=\"{}/change{}#{}\">Edit or remove</a>", home_of(visit),
                       escaped(to_query(here)), escaped(comment.id));
  if (!editing && desk.may_write() && unfinished_at(desk, "edit." + comment.id))
    out += " <span class=\"muted\">an edit of it is unfinished</span>";
  out += "</p>\n";
  if (!editing) return out + fmt::format("<div class=\"text\">{}</div></div>\n", markup(comment.body));
  Compose as_it_is;
  as_it_is.body = comment.body;
  if (comment.severity) as_it_is.severity = detectors::source::to_string(*comment.severity);
  const auto text = filled(desk, compose, "edit." + comment.id, std::move(as_it_is));
  About about;
  if (comment.scope == review::CommentScope::lines && comment.side == review::Side::after)
    about = {.path = comment.path, .first = comment.lines.first.number, .last = comment.lines.last.number};
  out += form_begin(
      visit,
      fmt::format("{}/comments/{}{}", home_of(visit), encoded(comment.id), to_query(without_form(view))),
      " class=\"text\"");
  out += hidden("was", text.made_from.empty() ? session::version_of(comment) : text.made_from) +
         text_part(desk, about, text, "edit", "Change this comment") + "<div class=\"line\">" +
         severity_choice(text.severity, "edit");
  out += button("save", "Save", "main") + button("preview", "Preview") + button("remove", "Remove", "bad");
  return out + fmt::format("<a href=\"{}/change{}\">Cancel</a></div></form></div>\n", home_of(visit),
                           escaped(to_query(without_form(view))));
}

}  // namespace runner::web
