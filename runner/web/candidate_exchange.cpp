// The repository out to the candidate's own tools, and the comments that were written there back in.
#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/session/import.hpp"
#include "runner/session/import_formats.hpp"
#include "runner/session/publish.hpp"
#include "runner/web/candidate.hpp"

namespace runner::web {
namespace {

using report::escaped;

constexpr std::string_view bytes_type = "application/octet-stream";

std::string taken_html(const session::ImportResult& result) {
  const auto count = result.comments.size();
  std::string out = fmt::format("<div class=\"callout\" role=\"status\"><p>{} {} taken in.</p>", count,
                                count == 1 ? "comment was" : "comments were");
  std::string notes;
  for (const auto& comment : result.comments)
    if (!comment.why.empty())
      notes += fmt::format("<li><span class=\"path\">{}</span>: {}</li>\n", escaped(comment.record),
                           escaped(comment.why));
  for (const auto& each : result.left_out)
    notes += fmt::format("<li><span class=\"path\">{}</span> was left out: {}</li>\n", escaped(each.record),
                         escaped(each.why));
  for (const auto& file : result.files)
    for (const auto& note : file.notes) notes += fmt::format("<li>{}</li>\n", escaped(note));
  if (!notes.empty()) out += "<ul>\n" + notes + "</ul>";
  return out + "</div>\n";
}

std::string format_choice(std::string_view chosen) {
  std::string out =
      "<div><label for=\"format\">Format</label><select id=\"format\" name=\"format\"><option "
      "value=\"\">found out from the text</option>";
  for (const auto& each : session::import_formats())
    out += fmt::format("<option value=\"{}\"{}>{}</option>", escaped(each.name),
                       each.name == chosen ? " selected" : "", escaped(each.title));
  return out + "</select></div>\n";
}

std::string ways_out(const Visit& visit) {
  return fmt::format(
      "<h2>The repository</h2>\n<p>Clone it by git from your link, with <code>/repository.git</code> behind "
      "it:</p>\n"
      "<pre>git clone {}/i/…/repository.git</pre>\n"
      "<p>or <a href=\"{}/repository.bundle\" download>download it as one file</a>, and <code>git clone "
      "repository.bundle</code>. The change is on the branch that is checked out; <code>main</code> is what "
      "it "
      "is to be merged into.</p>\n",
      escaped(visit.site.url), home_of(visit));
}

Response upload_page(const Visit& visit, const Desk& desk, const std::string& outcome, int status) {
  std::string main =
      "<div class=\"read\"><h1>Your own tools</h1>\n" + outcome + ways_out(visit) +
      "<h2>Comments from there</h2>\n<p>Paste what your tool wrote. What is already here stays; the same "
      "comment sent again is not taken twice.</p>\n";
  if (desk.attempt.state != session::AttemptState::open)
    return review_page(visit, desk, "Your own tools", main + "<p>The review is submitted.</p></div>\n",
                       status);
  main += form_begin(visit, home_of(visit) + "/upload") +
          "<label for=\"upload\">Comments</label>\n<textarea id=\"upload\" name=\"text\" required>\n" +
          escaped(field(visit.form, "text")) + "</textarea>\n<div class=\"line\">" +
          format_choice(field(visit.form, "format"));
  main += fmt::format(
      "<div><label for=\"name\">Its file's name, if it had one</label><input type=\"text\" id=\"name\" "
      "name=\"name\" maxlength=\"200\" value=\"{}\"></div>\n",
      escaped(field(visit.form, "name")));
  main += button("upload", "Take the comments in", "main") + "</div></form></div>\n";
  return review_page(visit, desk, "Your own tools", std::move(main), status);
}

const std::string* file_of(const git::Published& repository, const std::string& path) {
  const auto found = repository.files.find(path);
  return found == repository.files.end() ? nullptr : &found->second;
}

}  // namespace

Response show_upload(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  return upload_page(visit, desk_of(visit), "", 200);
}

Response take_upload(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  const auto name = std::string(field(visit.form, "name"));
  const auto taken =
      session::import_file(visit.site.house, desk.attempt, std::string(field(visit.form, "format")),
                           name.empty() ? "what was sent" : name, std::string(field(visit.form, "text")));
  if (!taken) return upload_page(visit, desk, faults_html(taken.error()), 422);
  Visit again = visit;
  again.form.clear();
  return upload_page(again, desk_of(visit), taken_html(*taken), 200);
}

Response show_bundle(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  const auto repository = must(session::published(visit.site.house, state_of(visit).attempt.value()));
  Response response{.type = std::string(bytes_type), .body = repository->bundle};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"repository.bundle\"");
  return response;
}

// git asks for one file after the other. The path is looked up among those of this repository; the disk is
// never asked.
Response show_git(const Visit& visit) {
  Response nothing{.status = 404, .type = "text/plain; charset=utf-8", .body = "not here\n"};
  if (visit.invitation.role != session::Role::candidate || visit.invitation.attempt.empty()) return nothing;
  const auto repository = must(session::published(visit.site.house, state_of(visit).attempt.value()));
  const auto* file = file_of(*repository, visit.parts[1]);
  return file ? Response{.type = std::string(bytes_type), .body = *file} : nothing;
}

}  // namespace runner::web
