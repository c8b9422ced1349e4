// The form of REVIEW.md: a summary, then an entry a comment, its further lines indented under it.
#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/lines.hpp"
#include "runner/comments/outgoing.hpp"
#include "runner/comments/template.hpp"

namespace runner::comments {
namespace {

// The first line as it is, further lines under it. A fence must begin a line of its own.
std::string under_entry(std::string_view body) {
  while (body.ends_with('\n') || body.ends_with('\r')) body.remove_suffix(1);
  bool first = !body.starts_with("```") && !body.starts_with("~~~");
  std::string out(first ? " " : "\n");
  while (!body.empty()) {
    const auto line = take_line(body);
    if (!first && !line.empty()) out += "  ";
    out += std::string(line) + '\n';
    first = false;
  }
  return out;
}

std::string entry(const review::Comment& comment) {
  std::string severity = comment.severity ? fmt::format(" [{}]", to_string(*comment.severity)) : "";
  return fmt::format("- `{}{}{}`{}:{}\n", comment.path, comment.lines.none() ? "" : ":",
                     to_string(comment.lines), severity, under_entry(comment.body));
}

}  // namespace

Exported write_markdown(const Outgoing& outgoing) {
  Exported exported;
  std::string summary;
  std::string entries;
  const auto comments = with_fences(outgoing.review.comments, Label::in_body);
  for (const auto& comment : comments) {
    if (comment.path.empty())
      summary += comment.body + "\n\n";
    else
      entries += entry(comment);
  }
  exported.text = fmt::format("# {}{}\n\n", template_title, outgoing.attempt);
  if (!summary.empty()) exported.text.append("## Summary\n\n").append(summary);
  if (has_verdict(outgoing))
    exported.text += fmt::format("## Verdict\n\n{}\n\n", to_string(outgoing.review.verdict));
  if (!entries.empty()) exported.text.append("## Comments\n\n").append(entries);
  while (exported.text.ends_with("\n\n")) exported.text.pop_back();
  note(exported.notes, outgoing.review.comments, has_columns,
       "REVIEW.md names whole lines: the columns are left out");
  note(exported.notes, outgoing.review.comments, is_of_old_side,
       "on the old side, which REVIEW.md cannot say: the line number is that of the old file");
  note(exported.notes, outgoing.review.comments, is_reply,
       "written as a comment of its own: REVIEW.md holds no threads");
  note(
      exported.notes, outgoing.review.comments,
      [](const review::Comment& comment) { return comment.path.find(' ') != std::string::npos; },
      "the path has a space, and REVIEW.md is not read back as an entry there");
  return exported;
}

}  // namespace runner::comments
