// Whole files of both sides, and the marks on those that were seen.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/file.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/code.hpp"

namespace runner::web {
namespace {

using report::escaped;

std::string numbered(const std::string& path, const std::string& text, const session::Colouring& colours) {
  const detectors::source::SourceFile file(path, text);
  std::string out = fmt::format(
      "<table class=\"diff\"><caption class=\"vh\">{}</caption><colgroup><col "
      "class=\"n\"><col></colgroup><thead "
      "class=\"vh\"><tr><th scope=\"col\">Line</th><th scope=\"col\">Code</th></tr></thead><tbody>\n",
      escaped(path));
  for (int line = 1; line <= file.line_count(); ++line)
    out += fmt::format(
        "<tr id=\"L{0}\"><th scope=\"row\" class=\"n\"><a class=\"ln\" href=\"#L{0}\">{0}</a></th><td "
        "class=\"c\">{1}</td></tr>\n",
        line, code_html(file.line({line}), colours, path, line));
  return out + "</tbody></table>\n";
}

}  // namespace

Response show_files(const Visit& visit) {
  if (not_begun(visit)) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  std::string main = "<h1>All files</h1>\n<p>As they are with the change.</p>\n<ul class=\"files\">\n";
  for (const auto& file : desk.showing->after) {
    const bool changed = std::ranges::find(desk.showing->changes, file.path, &git::FileDiff::path) !=
                         desk.showing->changes.end();
    main += fmt::format("<li><a class=\"path\" href=\"{}/file/new/{}\">{}</a>{}</li>\n", home_of(visit),
                        escaped(file.path), escaped(file.path),
                        changed ? " <span class=\"muted\">changed</span>" : "");
  }
  return review_page(visit, desk, "All files", main + "</ul>\n");
}

// The path is looked up among the texts that the candidate may see; the disk is never asked.
Response show_file(const Visit& visit) {
  if (not_begun(visit)) return redirect(home_of(visit));
  const auto desk = desk_of(visit);
  const auto& side = visit.parts[1];
  const auto& path = visit.parts[2];
  const auto* text = side == "new"   ? exercise::text_of(desk.showing->after, path)
                     : side == "old" ? exercise::text_of(desk.showing->before, path)
                                     : nullptr;
  if (!text) return told(404, "No such file in the pull request", "Go back to the list of files.");
  const auto* other = side == "new" ? "old" : "new";
  std::string main = fmt::format("<h1 class=\"path\">{}</h1>\n<p>{} the change.", escaped(path),
                                 side == "new" ? "With" : "Before");
  if (exercise::text_of(side == "new" ? desk.showing->before : desk.showing->after, path))
    main += fmt::format(" <a href=\"{}/file/{}/{}\">{} the change</a>", home_of(visit), other, escaped(path),
                        side == "new" ? "Before" : "With");
  const auto& colours = side == "new" ? desk.showing->after_colours : desk.showing->before_colours;
  return review_page(visit, desk, path,
                     main + "</p>\n<div class=\"file\">" + numbered(path, *text, colours) + "</div>\n");
}

Response mark_file(const Visit& visit) {
  const auto desk = desk_of(visit);
  const auto at = at_named(field(visit.form, "file"));
  if (!at || !at->file || *at->file >= desk.showing->changes.size())
    return told(400, "No such file in the pull request", "Go back to the pull request.");
  const auto viewed = field(visit.form, "do") == "yes" ? session::Viewed::yes : session::Viewed::no;
  static_cast<void>(must(
      session::mark_viewed(visit.site.house, desk.attempt, desk.showing->changes[*at->file].path, viewed)));
  return redirect(fmt::format("{}/change{}#file{}", home_of(visit),
                              to_query(read_view(query_of(visit.request.target))), *at->file));
}

}  // namespace runner::web
