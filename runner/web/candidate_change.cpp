// The pull request: description, files, the diff as a table with a name for each row, comments in place.
#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/stand.hpp"
#include "runner/report/html.hpp"
#include "runner/report/prose.hpp"
#include "runner/web/change_rows.hpp"

namespace runner::web {
namespace {

using report::escaped;
using review::Side;

// What has found its place on the page already.
struct Placed {
  std::vector<bool> comments;
  std::vector<bool> typed;
  bool form = false;
};

bool ends_at(const DiffRow& row, Side side, int line) {
  return line > 0 && (side == Side::after ? row.after : row.before) == line;
}

// The way back to a text that was typed there and not saved; nothing where its form is open.
std::string typed_link(const Making& making, const At& at, const session::Unfinished& typed) {
  if (!making.open() || making.view.at == at) return "";
  auto to = making.view;
  to.edit.clear();
  to.at = at;
  to.last = typed.last > at.line ? typed.last : 0;
  return fmt::format(
      "<p class=\"typed\"><a href=\"{}#compose\">Unfinished comment: go on</a> <span "
      "class=\"muted\">{}</span></p>\n",
      escaped(making.link(to)), escaped(typed.body.substr(0, typed.body.find('\n')).substr(0, 120)));
}

std::string typed_at(const Making& making, std::size_t file, const DiffRow& row, Placed& placed) {
  std::string html;
  const auto& all = making.desk.unfinished;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = at_named(all[i].place);
    if (placed.typed[i] || !at || at->file != file || at->line == 0 ||
        !ends_at(row, at->side, std::max(at->line, all[i].last)))
      continue;
    html += typed_link(making, *at, all[i]);
    placed.typed[i] = true;
  }
  return html;
}

// Comments that end on this row, and the form where one is being written.
std::string below(const Making& making, std::size_t file, const DiffRow& row, Placed& placed) {
  std::string html;
  const auto& path = making.desk.showing->changes[file].path;
  const auto& comments = making.desk.draft.comments;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const auto& comment = comments[i];
    if (placed.comments[i] || comment.scope != review::CommentScope::lines || comment.path != path ||
        !ends_at(row, comment.side, comment.lines.last.number))
      continue;
    html += comment_box(making.visit, making.desk, making.view, comment, making.compose);
    placed.comments[i] = true;
  }
  const auto& at = making.view.at;
  if (making.open() && at && at->file == file && !placed.form &&
      ends_at(row, at->side, std::max(at->line, making.view.last))) {
    html += compose_form(making.visit, making.desk, making.view, *at, making.compose);
    placed.form = true;
  }
  html += typed_at(making, file, row, placed);
  return html.empty() ? "" : fmt::format("<tr class=\"notes\"><td colspan=\"4\">{}</td></tr>\n", html);
}

std::string table(const Making& making, std::size_t file, Placed& placed) {
  const auto& diff = making.desk.showing->changes[file];
  const bool split = making.view.layout == Layout::split;
  std::string out = fmt::format("<table class=\"diff{}\"><caption class=\"vh\">Changes of {}</caption>",
                                split ? " split" : "", escaped(diff.path));
  out += split ? "<colgroup><col class=\"n\"><col><col class=\"n\"><col></colgroup><thead "
                 "class=\"vh\"><tr><th scope=\"col\">Old line</th><th "
                 "scope=\"col\">Old code</th><th scope=\"col\">New line</th><th scope=\"col\">New "
                 "code</th></tr></thead><tbody>\n"
               : "<colgroup><col class=\"n old\"><col class=\"n\"><col class=\"s\"><col></colgroup><thead "
                 "class=\"vh\"><tr><th scope=\"col\">Old "
                 "line</th><th scope=\"col\">New line</th><th scope=\"col\">Change</th><th "
                 "scope=\"col\">Code</th></tr></thead><tbody>\n";
  const auto* text = exercise::text_of(making.desk.showing->after, diff.path);
  std::set<int> opened;
  for (const auto& [in, gap] : making.view.opened)
    if (in == file) opened.insert(gap);
  for (const auto& row : diff_rows(diff, text ? *text : "", opened, making.view.layout)) {
    if (row.kind == RowKind::gap) {
      out += gap_row(making, file, row);
      continue;
    }
    out += split ? split_row(making, file, row) : unified_row(making, file, row);
    out += below(making, file, row, placed);
  }
  return out + "</tbody></table>\n";
}

bool is_viewed(const Making& making, std::string_view path) {
  return std::ranges::binary_search(making.desk.draft.viewed, path);
}

std::string tools(const Making& making, std::size_t file) {
  const auto& path = making.desk.showing->changes[file].path;
  const auto home = home_of(making.visit);
  auto to = making.view;
  to.edit.clear();
  to.at = At{.file = file};
  std::string out = "<div class=\"tools\">";
  if (making.open())
    out += fmt::format("<a class=\"on-file\" href=\"{}#compose\">Comment on this file</a>",
                       escaped(making.link(to)));
  for (const auto side : {Side::after, Side::before}) {
    const bool after = side == Side::after;
    const auto& tree = after ? making.desk.showing->after : making.desk.showing->before;
    if (exercise::text_of(tree, path))
      out += fmt::format("<a href=\"{}/file/{}/{}\">Whole file{}</a>", home, after ? "new" : "old",
                         escaped(path), after ? "" : " before");
  }
  if (!making.open()) return out + "</div>\n";
  const bool viewed = is_viewed(making, path);
  out += form_begin(making.visit, home + "/viewed" + to_query(making.view), " class=\"inline\"") +
         hidden("file", fmt::format("{}", file));
  return out + button(viewed ? "no" : "yes", viewed ? "Viewed: take the mark off" : "Mark as viewed") +
         "</form></div>\n";
}

// What was typed for the file as a whole, for lines that no row shows, or (no file) for the review.
std::string typed_left(const Making& making, std::optional<std::size_t> file, Placed& placed) {
  std::string html;
  const auto& all = making.desk.unfinished;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto at = at_named(all[i].place);
    if (placed.typed[i] || !at || at->file != file) continue;
    html += typed_link(making, *at, all[i]);
    placed.typed[i] = true;
  }
  return html;
}

// Comments on the file as a whole, and on lines that no row shows; the form too, when it is for one of them.
std::string on_file(const Making& making, std::size_t file, Placed& placed) {
  std::string out;
  const auto& comments = making.desk.draft.comments;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (placed.comments[i] || comments[i].path != making.desk.showing->changes[file].path) continue;
    out += comment_box(making.visit, making.desk, making.view, comments[i], making.compose);
    placed.comments[i] = true;
  }
  const auto& at = making.view.at;
  if (making.open() && at && at->file == file && !placed.form)
    out += compose_form(making.visit, making.desk, making.view, *at, making.compose);
  out += typed_left(making, file, placed);
  return out.empty() ? "" : fmt::format("<div class=\"loose\">{}</div>\n", out);
}

std::string file_part(const Making& making, std::size_t file, Placed& placed) {
  const auto& diff = making.desk.showing->changes[file];
  const auto rows = table(making, file, placed);
  return fmt::format(
      "<section class=\"file{}\" id=\"file{}\" aria-labelledby=\"file{}-title\"><h3 "
      "id=\"file{}-title\"><span class=\"path\">{}</span>"
      "<span class=\"count\">{} added, {} removed{}</span></h3>\n{}{}{}</section>\n",
      is_viewed(making, diff.path) ? " seen" : "", file, file, file, escaped(diff.path), diff.added,
      diff.removed, is_viewed(making, diff.path) ? ", viewed" : "", tools(making, file),
      on_file(making, file, placed), rows);
}

std::string description(const exercise::PullRequest& request) {
  return fmt::format(
      "<h1>{}</h1>\n<p class=\"facts\">{} wants to merge <code>{}</code> into <code>main</code>{}</p>\n<div "
      "class=\"text "
      "read\">{}</div>\n",
      escaped(request.title), escaped(request.author), escaped(request.branch),
      request.ticket.empty() ? "" : " (" + escaped(request.ticket) + ")", report::prose(request.body));
}

std::string file_list(const Making& making) {
  std::string out = "<nav aria-label=\"Changed files\"><ul class=\"files\">\n";
  for (std::size_t i = 0; i < making.desk.showing->changes.size(); ++i) {
    const auto& diff = making.desk.showing->changes[i];
    const auto count = std::ranges::count(making.desk.draft.comments, diff.path, &review::Comment::path);
    out += fmt::format(
        "<li><a class=\"path\" href=\"#file{}\">{}</a> <span class=\"muted\">+{} −{}{}{}</span></li>\n", i,
        escaped(diff.path), diff.added, diff.removed, count == 0 ? "" : fmt::format(", {} commented", count),
        is_viewed(making, diff.path) ? ", viewed" : "");
  }
  return out + "</ul></nav>\n";
}

std::string ways(const Making& making) {
  auto other = making.view;
  const bool split = making.view.layout == Layout::split;
  other.layout = split ? Layout::unified : Layout::split;
  auto whole = making.view;
  whole.edit.clear();
  whole.at = At{};
  std::string out = fmt::format("<p class=\"line\"><a class=\"other-layout\" href=\"{}#changes\">{}</a>",
                                escaped(making.link(other)), split ? "One column" : "Side by side");
  if (making.open())
    out += fmt::format(" <a class=\"on-review\" href=\"{}#compose\">Comment on the review as a whole</a>",
                       escaped(making.link(whole)));
  return out + "</p>\n";
}

// On the review as a whole, and on files that the change leaves alone.
std::string elsewhere(const Making& making, Placed& placed) {
  std::string out;
  for (std::size_t i = 0; i < placed.comments.size(); ++i)
    if (!placed.comments[i])
      out +=
          comment_box(making.visit, making.desk, making.view, making.desk.draft.comments[i], making.compose);
  if (making.open() && making.view.at && !making.view.at->file)
    out += compose_form(making.visit, making.desk, making.view, *making.view.at, making.compose);
  out += typed_left(making, std::nullopt, placed);
  return out.empty() ? "" : "<h2>On the review as a whole</h2>\n" + out;
}

}  // namespace

Response change_page(const Visit& visit, const Desk& desk, const View& view, const Compose& compose) {
  const Making making{.visit = visit, .desk = desk, .view = view, .compose = compose};
  Placed placed{.comments = std::vector<bool>(desk.draft.comments.size()),
                .typed = std::vector<bool>(desk.unfinished.size())};
  std::string files;
  for (std::size_t i = 0; i < desk.showing->changes.size(); ++i) files += file_part(making, i, placed);
  std::string main = description(desk.showing->pull_request) + "<h2 id=\"changes\">Files changed</h2>\n" +
                     file_list(making) + ways(making) + files + elsewhere(making, placed);
  if (making.open())
    main +=
        fmt::format("<p><a class=\"button main\" href=\"{}/finish\">Summary, verdict and submit</a></p>\n",
                    home_of(visit));
  if (desk.pair)
    main = "<div class=\"with-pair\">" + pair_panel(visit, *desk.pair) + "<div>" + main + "</div></div>\n";
  return review_page(visit, desk, "Pull request: " + desk.showing->pull_request.title, std::move(main));
}

Response show_change(const Visit& visit) {
  if (visit.invitation.attempt.empty()) return redirect(home_of(visit));
  return change_page(visit, desk_of(visit), read_view(query_of(visit.request.target)), {});
}

}  // namespace runner::web
