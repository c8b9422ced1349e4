#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using git::DiffLine;
using git::DiffLineKind;

// Where a note stands: below the row of that side's line.
struct Row {
  review::Side side = review::Side::after;
  int line = 0;
  friend auto operator<=>(const Row&, const Row&) = default;
};

// What stands between the lines of one file: notes below rows, notes that fit no row, lines that were
// planted.
struct Notes {
  std::map<Row, std::string> below;
  std::string loose;
  std::vector<review::LineSpan> planted;
};

int number_on(const DiffLine& line, review::Side side) {
  return side == review::Side::after ? line.after.number : line.before.number;
}

// The last line of the span that the diff shows.
std::optional<Row> row_for(const git::FileDiff& diff, review::Side side, review::LineSpan lines) {
  std::optional<Row> found;
  if (lines.none()) return found;
  for (const auto& hunk : diff.hunks)
    for (const auto& line : hunk.lines) {
      const int number = number_on(line, side);
      if (number >= lines.first.number && number <= lines.last.number)
        found = Row{.side = side, .line = number};
    }
  return found;
}

void put(Notes& notes, const git::FileDiff& diff, review::Side side, review::LineSpan lines,
         const std::string& html) {
  if (const auto row = row_for(diff, side, lines)) {
    notes.below[*row] += html;
  } else {
    notes.loose += html;
  }
}

// Not so where a person is to judge first: then nothing of the program's view may show.
bool judged(const session::Scored& scored) { return !scored.assessment.defects.empty(); }

std::string seed(const session::Scored& scored, std::size_t defect, std::size_t place_index) {
  const auto& planted = scored.key.defects[defect];
  const auto& where = planted.places[place_index];
  const bool primary = where.role == review::PlaceRole::primary;
  const std::string_view role = primary ? "Planted defect"
                                : where.role == review::PlaceRole::related
                                    ? "Related to a planted defect"
                                    : "A fair place to name a planted defect";
  return fmt::format("<div class=\"seed{}\" id=\"{}\">{} at {}: {} {}</div>\n", primary ? "" : " aside",
                     place_anchor(defect, place_index), role, escaped(place(where)),
                     link(defect_anchor(defect), escaped(planted.title)),
                     primary && judged(scored) ? meter(result_of(scored, defect).level) : "");
}

std::string decoy_seed(const review::Decoy& decoy, const review::Place& where) {
  const std::string reason = where == decoy.places.front()
                                 ? fmt::format(" <span class=\"muted\">{}</span>", escaped(decoy.reason))
                                 : "";
  return fmt::format("<div class=\"seed decoy\">Decoy at {}: {}.{}</div>\n", escaped(place(where)),
                     escaped(decoy.title), reason);
}

// "A title at level explained", the title leading to the defect's card.
std::string fate(const session::Scored& scored, std::size_t claim) {
  const auto& result = scored.assessment.claims[claim];
  const std::size_t defect = defect_index(scored, result.target);
  std::string about = escaped(with_titles(scored, result.reason));
  if (defect < scored.key.defects.size()) {
    const auto card = link(defect_anchor(defect), escaped(scored.key.defects[defect].title));
    about = result.reason.starts_with(result.target)
                ? card + escaped(with_titles(scored, result.reason.substr(result.target.size())))
                : fmt::format("{} ({})", card, about);
  }
  return fmt::format("<li>{} {}</li>\n", chip(tone(result.fate), word(result.fate)), about);
}

std::string suggestions(const review::Comment& comment) {
  std::string out;
  for (const auto& suggestion : comment.suggestions)
    out +=
        fmt::format("<pre><code class=\"language-suggestion\">{}</code></pre>\n", escaped(suggestion.text));
  return out;
}

std::string comment_box(const session::Scored& scored, std::size_t index) {
  const auto& comment = scored.review.comments[index];
  std::string out = fmt::format(
      "<div class=\"note-box\" id=\"{}\"><p class=\"head\"><strong>Comment {}</strong> <span class=\"muted "
      "path\">{}</span>{}</p>\n",
      comment_anchor(index), escaped(comment.id), escaped(place(comment)),
      comment.severity ? ' ' + chip("plain", detectors::source::to_string(*comment.severity)) : "");
  out += fmt::format("<div class=\"text\">{}{}</div>\n", markup(comment.body), suggestions(comment));
  if (!judged(scored)) return out + "</div>\n";
  std::string fates;
  for (const auto claim : claims_of_comment(scored, index)) fates += fate(scored, claim);
  if (fates.empty()) fates = "<li class=\"muted\">No claim was read from this comment.</li>\n";
  return out + fmt::format("<ul class=\"fates\">\n{}</ul></div>\n", fates);
}

Notes notes_of(const session::Scored& scored, const git::FileDiff& diff) {
  Notes notes;
  for (std::size_t d = 0; d < scored.key.defects.size(); ++d) {
    const auto& places = scored.key.defects[d].places;
    for (std::size_t p = 0; p < places.size(); ++p) {
      if (places[p].path != diff.path) continue;
      put(notes, diff, places[p].side, places[p].lines, seed(scored, d, p));
      if (places[p].role == review::PlaceRole::primary && places[p].side == review::Side::after)
        notes.planted.push_back(places[p].lines);
    }
  }
  for (const auto& decoy : scored.key.decoys)
    for (const auto& where : decoy.places)
      if (where.path == diff.path) put(notes, diff, where.side, where.lines, decoy_seed(decoy, where));
  for (std::size_t c = 0; c < scored.review.comments.size(); ++c) {
    const auto& comment = scored.review.comments[c];
    if (comment.path == diff.path) put(notes, diff, comment.side, comment.lines, comment_box(scored, c));
  }
  return notes;
}

std::string cell(bool head, std::string_view more, std::string_view spoken, int number) {
  if (number == 0) return fmt::format("<td class=\"n{}\"></td>", more);
  if (!head) return fmt::format("<td class=\"n{}\">{}</td>", more, number);
  return fmt::format("<th scope=\"row\" class=\"n{}\"><span class=\"vh\">{}</span>{}</th>", more, spoken,
                     number);
}

bool planted_on(const Notes& notes, const DiffLine& line) {
  const review::LineSpan own{line.after, line.after};
  return line.after.number > 0 && std::any_of(notes.planted.begin(), notes.planted.end(),
                                              [&](auto span) { return !span.none() && contains(span, own); });
}

std::string line_row(const DiffLine& line, const Notes& notes) {
  const bool removed = line.kind == DiffLineKind::removed;
  std::string classes = removed ? "del" : line.kind == DiffLineKind::added ? "add" : "ctx";
  if (planted_on(notes, line)) classes += " planted";
  const char* sign = removed ? "<span class=\"vh\">removed</span><span aria-hidden=\"true\">-</span>"
                     : line.kind == DiffLineKind::added
                         ? "<span class=\"vh\">added</span><span aria-hidden=\"true\">+</span>"
                         : "";
  return fmt::format("<tr class=\"{}\">{}{}<td class=\"s\">{}</td><td class=\"c\">{}</td></tr>\n", classes,
                     cell(removed, " old", "old line ", line.before.number),
                     cell(!removed, "", "line ", line.after.number), sign, escaped(line.text));
}

std::string notes_below(const DiffLine& line, const Notes& notes) {
  std::string out;
  for (const auto side : {review::Side::before, review::Side::after}) {
    const auto found = notes.below.find({.side = side, .line = number_on(line, side)});
    if (found != notes.below.end())
      out += fmt::format("<tr class=\"notes\"><td colspan=\"4\">{}</td></tr>\n", found->second);
  }
  return out;
}

std::string hunk_head(const git::DiffHunk& hunk) {
  int first = 0;
  int last = 0;
  for (const auto& line : hunk.lines) {
    if (line.after.number == 0) continue;
    if (first == 0) first = line.after.number;
    last = line.after.number;
  }
  const std::string text = first == 0 ? "All lines removed" : fmt::format("Lines {} to {}", first, last);
  return fmt::format("<tr class=\"gap\"><td colspan=\"4\">{}</td></tr>\n", text);
}

std::string diff_table(const git::FileDiff& diff, const Notes& notes) {
  std::string out = fmt::format(
      "<table class=\"diff\"><caption class=\"vh\">Changes of {}</caption><colgroup><col class=\"n "
      "old\"><col class=\"n\"><col "
      "class=\"s\"><col></colgroup><thead class=\"vh\"><tr><th scope=\"col\">Old line</th><th "
      "scope=\"col\">New line</th><th "
      "scope=\"col\">Change</th><th scope=\"col\">Code</th></tr></thead><tbody>\n",
      escaped(diff.path));
  for (const auto& hunk : diff.hunks) {
    out += hunk_head(hunk);
    for (const auto& line : hunk.lines) out += line_row(line, notes) + notes_below(line, notes);
  }
  return out + "</tbody></table>\n";
}

std::string file(const session::Scored& scored, std::size_t index) {
  const auto& diff = scored.diffs[index];
  const Notes notes = notes_of(scored, diff);
  std::string out = fmt::format(
      "<div class=\"file\" id=\"{}\"><h3><span class=\"path\">{}</span><span class=\"count\">{} added, {} "
      "removed</span></h3>\n",
      file_anchor(index), escaped(diff.path), diff.added, diff.removed);
  out += diff_table(diff, notes);
  if (!notes.loose.empty())
    out += fmt::format(
        "<div class=\"loose\"><p>On the file as a whole, or on lines that the change does not "
        "show</p>\n{}</div>\n",
        notes.loose);
  return out + "</div>\n";
}

bool in_change(const session::Scored& scored, const std::string& path) {
  return std::any_of(scored.diffs.begin(), scored.diffs.end(),
                     [&](const auto& diff) { return diff.path == path; });
}

// Comments on the review as a whole, then those on files that the change leaves alone.
std::string elsewhere(const session::Scored& scored) {
  std::string whole;
  std::string outside;
  for (std::size_t c = 0; c < scored.review.comments.size(); ++c) {
    const auto& comment = scored.review.comments[c];
    if (comment.path.empty())
      whole += comment_box(scored, c);
    else if (!in_change(scored, comment.path))
      outside += comment_box(scored, c);
  }
  std::string out;
  if (!whole.empty()) out += fmt::format("<h3>On the review as a whole</h3>\n{}", whole);
  if (!outside.empty()) out += fmt::format("<h3>On files outside the change</h3>\n{}", outside);
  return out;
}

}  // namespace

std::string page_diff(const session::Scored& scored) {
  std::string out =
      "<section id=\"changes\" aria-labelledby=\"changes-title\">\n<h2 id=\"changes-title\">The change, with "
      "comments "
      "and defects in place</h2>\n";
  for (std::size_t i = 0; i < scored.diffs.size(); ++i) out += file(scored, i);
  return out + elsewhere(scored) + "</section>\n";
}

}  // namespace runner::report
