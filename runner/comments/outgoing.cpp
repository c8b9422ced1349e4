#include "runner/comments/outgoing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/severity_mark.hpp"
#include "runner/review/label.hpp"

namespace runner::comments {
namespace {

int number_on(const git::DiffLine& line, review::Side side) {
  return side == review::Side::after ? line.after.number : line.before.number;
}

// Longer than any run of backticks in the text.
std::string fence_for(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max<std::size_t>(3, longest + 1), '`');
}

std::string fenced(const review::Suggestion& suggestion) {
  const auto fence = fence_for(suggestion.text);
  const bool open_end = !suggestion.text.empty() && !suggestion.text.ends_with('\n');
  return fmt::format("{}suggestion\n{}{}{}", fence, suggestion.text, open_end ? "\n" : "", fence);
}

void append(std::string& body, const std::string& more) {
  while (body.ends_with('\n')) body.pop_back();
  body += (body.empty() ? "" : "\n\n") + more;
}

std::string labelled_body(const review::Comment& comment) {
  std::string without = comment.body;
  if (comment.label.empty() || !review::take_label(without).name.empty()) return comment.body;
  return fmt::format("{}: {}", label_with_decorations(comment), comment.body);
}

std::vector<review::Comment> fenced_parts(const review::Comment& comment, Label label) {
  std::vector<review::Comment> made{comment};
  made[0].suggestions.clear();
  if (label == Label::in_body) made[0].body = labelled_body(comment);
  for (const auto& suggestion : comment.suggestions) {
    if (suggestion.lines == comment.lines) {
      append(made[0].body, fenced(suggestion));
      continue;
    }
    auto own = made[0];
    own.id = fmt::format("{}-{}", comment.id, made.size());
    own.severity.reset();  // it is said once
    own.scope = review::CommentScope::lines;
    own.lines = suggestion.lines;
    own.columns = {};
    own.body = fenced(suggestion);
    made.push_back(std::move(own));
  }
  if (made[0].body.empty() && made.size() > 1) made.erase(made.begin());
  return made;
}

}  // namespace

const git::FileDiff* diff_of(const Outgoing& outgoing, std::string_view path) {
  const auto found = std::find_if(outgoing.change.begin(), outgoing.change.end(),
                                  [path](const auto& file) { return file.path == path; });
  return found == outgoing.change.end() ? nullptr : &*found;
}

bool in_one_hunk(const git::FileDiff& diff, review::Side side, review::LineSpan lines) {
  if (lines.none()) return false;
  return std::any_of(diff.hunks.begin(), diff.hunks.end(), [&](const git::DiffHunk& hunk) {
    const auto shows = [&](int number) {
      return std::any_of(hunk.lines.begin(), hunk.lines.end(),
                         [&](const auto& line) { return number_on(line, side) == number; });
    };
    return shows(lines.first.number) && shows(lines.last.number);
  });
}

Numbers numbers_of(const git::FileDiff* diff, review::Side side, int line) {
  int before = 0;  // the last lines that were passed, on each side
  int after = 0;
  const auto unchanged = [&] {
    const int further = line - (side == review::Side::after ? after : before);
    return Numbers{before + further, after + further, before + further, after + further};
  };
  if (diff == nullptr) return unchanged();
  for (const auto& hunk : diff->hunks) {
    if (!hunk.lines.empty() && number_on(hunk.lines.front(), side) > line) return unchanged();
    for (const auto& each : hunk.lines) {
      if (each.before.number > 0) before = each.before.number;
      if (each.after.number > 0) after = each.after.number;
      if (number_on(each, side) != line) continue;
      if (each.kind == git::DiffLineKind::added) return {std::nullopt, line, before + 1, line};
      if (each.kind == git::DiffLineKind::removed) return {line, std::nullopt, line, after + 1};
      return {before, after, before, after};
    }
  }
  return unchanged();
}

std::vector<review::Comment> with_fences(const std::vector<review::Comment>& comments, Label label) {
  std::vector<review::Comment> all;
  for (const auto& comment : comments)
    for (auto& each : fenced_parts(comment, label)) all.push_back(std::move(each));
  return all;
}

std::string label_with_decorations(const review::Comment& comment) {
  if (comment.label.empty() || comment.decorations.empty()) return comment.label;
  return fmt::format("{} ({})", comment.label, fmt::join(comment.decorations, ", "));
}

std::vector<review::Comment> all_in_body(const std::vector<review::Comment>& comments) {
  auto all = with_fences(comments, Label::in_body);
  for (auto& comment : all) comment.body = with_severity_mark(comment);
  return all;
}

std::string with_place(const review::Comment& comment) {
  if (comment.path.empty()) return comment.body;
  return fmt::format("`{}{}{}`: {}", comment.path, comment.lines.none() ? "" : ":", to_string(comment.lines),
                     comment.body);
}

void note(std::vector<std::string>& notes, const std::vector<review::Comment>& comments,
          bool (*lost)(const review::Comment&), std::string_view what) {
  std::vector<std::string> ids;
  for (const auto& comment : comments)
    if (lost(comment)) ids.push_back(comment.id);
  if (!ids.empty()) notes.push_back(fmt::format("{}: {}", fmt::join(ids, ", "), what));
}

bool has_columns(const review::Comment& comment) { return !comment.columns.none(); }
bool is_reply(const review::Comment& comment) { return !comment.reply_to.empty(); }
bool is_of_old_side(const review::Comment& comment) {
  return !comment.lines.none() && comment.side == review::Side::before;
}
void note_losses(std::vector<std::string>& notes, const std::vector<review::Comment>& comments,
                 const Losses& losses) {
  note(notes, comments, has_columns, losses.columns);
  note(notes, comments, is_reply, losses.reply);
}

bool has_verdict(const Outgoing& outgoing) { return outgoing.review.verdict != review::Verdict::none; }

}  // namespace runner::comments
