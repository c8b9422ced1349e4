// What the pages of a review have in common, and its comments.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "detectors/source/file.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/kept.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using detectors::source::Line;

int number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

// One that there is, or "".
std::string_view severity_in(const Visit& visit) {
  const auto severity = field(visit.form, "severity");
  return detectors::source::severity_named(severity) ? severity : std::string_view();
}

Compose sent(const Visit& visit, session::Faults faults) {
  return {.body = std::string(field(visit.form, "body")),
          .severity = std::string(field(visit.form, "severity")),
          .last = number_in(field(visit.form, "last")),
          .preview = field(visit.form, "do") == "preview",
          .faults = std::move(faults),
          .made_from = std::string(field(visit.form, "was"))};
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
  request.path = desk.showing->changes[*at.file].path;
  request.side = at.side;
  if (at.line > 0) {
    const int last = number_in(field(visit.form, "last"));
    request.lines = {Line{at.line}, Line{last > 0 ? last : at.line}};
  }
  return request;
}

// The lines that the comment stands on, as a suggestion to change.
Compose with_suggestion(Compose compose, const Desk& desk, const At& at) {
  const auto* text =
      at.file ? exercise::text_of(desk.showing->after, desk.showing->changes[*at.file].path) : nullptr;
  if (!text || at.line < 1 || at.side != review::Side::after) return compose;
  const detectors::source::SourceFile file("", *text);
  if (!compose.body.empty() && !compose.body.ends_with('\n')) compose.body += '\n';
  compose.body += "```suggestion\n";
  const int last = std::min(std::max(compose.last, at.line), file.line_count());
  for (int line = at.line; line <= last; ++line) compose.body += std::string(file.line({line})) + "\n";
  compose.body += "```\n";
  return compose;
}

// What was being typed there has become a comment.
void forget_typed(const Visit& visit, const Desk& desk, const std::string& place) {
  static_cast<void>(must(
      session::keep_unfinished(visit.site.house, desk.attempt,
                               {.place = place, .body = {}, .severity = {}, .last = 0, .saved_at = {}})));
}

// Removed in another window while it was being changed here: the text is all that is left of the change.
Response comment_gone(const Visit& visit, const Desk& desk) {
  return review_page(
      visit, desk, "The comment is gone",
      fmt::format(
          "<div class=\"read\"><h1>The comment is gone</h1>\n<p role=\"alert\">It was removed meanwhile, "
          "in another window. This is what you wrote; nothing of it is saved.</p>\n<label "
          "for=\"left\">Your text</label>\n<textarea id=\"left\" readonly>\n{}</textarea>\n<p><a "
          "href=\"{}/change\">Back to the pull request</a></p></div>\n",
          report::escaped(field(visit.form, "body")), home_of(visit)),
      409);
}

// Why a comment stays as it is: what is wrong with the change, or what somebody else made of it meanwhile.
Response not_changed(const Visit& visit, const View& view, session::Faults faults) {
  const auto desk = desk_of(visit);
  const auto& comments = desk.draft.comments;
  const auto now = std::ranges::find(comments, view.edit, &review::Comment::id);
  if (now == comments.end() && desk.may_write()) return comment_gone(visit, desk);
  auto compose = sent(visit, std::move(faults));
  const bool changed =
      now != comments.end() && !compose.made_from.empty() && compose.made_from != session::version_of(*now);
  if (changed) {
    compose.made_from = session::version_of(*now);
    compose.meanwhile = now->body;
  }
  auto response = change_page(visit, desk, view, compose);
  response.status = changed ? 409 : 422;
  return response;
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
          .draft = must(session::draft_of(visit.site.house, attempt)),
          .unfinished = must(session::unfinished_of(visit.site.house, attempt)),
          .pair = pair_desk_of(visit)};
}

std::string header_of(const Visit& visit, const Desk& desk) {
  if (desk.pair && desk.pair->voice == session::Voice::interviewer) return pair_header(visit, *desk.pair);
  const auto home = home_of(visit);
  const auto budget = session::budget_of(desk.state, desk.showing->introduction.minutes, visit.site.now());
  const bool paused = session::stand_of(desk.state, visit.site.now()) == session::Stand::paused;
  return fmt::format(
      "<nav aria-label=\"Review\"><a href=\"{0}\">Brief</a> <a href=\"{0}/change\">Pull request</a> <a "
      "href=\"{0}/files\">All "
      "files</a> <a href=\"{0}/upload\">Your own tools</a> <a href=\"{0}/finish\">Finish "
      "({1})</a></nav>\n<details open "
      "class=\"clock\"><summary>Time</summary><span{2}>{3}</span> of about {4}{5}, never scored</details>",
      home, desk.draft.comments.size(), paused ? "" : fmt::format(" data-used=\"{}\"", budget.used),
      duration(budget.used), duration(budget.allowed), paused ? " (paused)" : "");
}

Response review_page(const Visit& visit, const Desk& desk, std::string title, std::string main, int status) {
  return page({.title = std::move(title),
               .header = header_of(visit, desk),
               .main = std::move(main),
               .status = status,
               .script = desk.pair ? "pair.js" : "review.js",
               .data = fmt::format(" data-home=\"{}\" data-token=\"{}\"", home_of(visit), visit.form_token)});
}

Response add_comment(const Visit& visit) {
  auto view = read_view(query_of(visit.request.target));
  const auto desk = desk_of(visit);
  const auto at = at_named(field(visit.form, "at"));
  if (!at || (at->file && *at->file >= desk.showing->changes.size()))
    return told(400, "That place is not in the pull request",
                "Go back to the pull request and choose a line there.");
  view.at = at;
  view.last = number_in(field(visit.form, "last"));
  if (field(visit.form, "do") == "preview") return change_page(visit, desk, view, sent(visit, {}));
  if (field(visit.form, "do") == "suggest")
    return change_page(visit, desk, view, with_suggestion(sent(visit, {}), desk, *at));
  auto added =
      session::add_comment(visit.site.house, *must(session::kept_stage(visit.site.house, desk.attempt)),
                           desk.attempt, request_at(visit, desk, *at));
  if (added) {
    forget_typed(visit, desk, to_string(*at));
    return gone_on(visit, view, added->id);
  }
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
  const session::CommentChange change{
      .body = std::string(field(visit.form, "body")),
      .severity = detectors::source::severity_named(field(visit.form, "severity")),
      .keep_severity = session::KeepSeverity::no,
      .made_from = std::string(field(visit.form, "was"))};
  auto done = what == "remove" ? session::remove_comment(visit.site.house, desk.attempt, id, change.made_from)
                               : session::edit_comment(visit.site.house, desk.attempt, id, change);
  if (!done) return not_changed(visit, view, std::move(done.error()));
  forget_typed(visit, desk, "edit." + id);
  return gone_on(visit, view, what == "remove" ? "main" : id);
}

// A text that is being typed, for a place that is there.
Response keep_draft(const Visit& visit) {
  const auto desk = desk_of(visit);
  const auto place = field(visit.form, "at");
  const auto at = at_named(place);
  const bool on_line = at && (!at->file || *at->file < desk.showing->changes.size());
  const bool on_comment = place.starts_with("edit.") &&
                          std::ranges::find(desk.draft.comments, place.substr(5), &review::Comment::id) !=
                              desk.draft.comments.end();
  if (!on_line && !on_comment)
    return {.status = 400, .type = "text/plain; charset=utf-8", .body = "no such place\n"};
  const auto kept = session::keep_unfinished(visit.site.house, desk.attempt,
                                             {.place = std::string(place),
                                              .body = std::string(field(visit.form, "body")),
                                              .severity = std::string(severity_in(visit)),
                                              .last = number_in(field(visit.form, "last")),
                                              .saved_at = {}});
  return {.status = kept ? 200 : 422,
          .type = "text/plain; charset=utf-8",
          .body = kept ? "kept\n" : to_string(kept.error().front()) + "\n"};
}

}  // namespace runner::web
