// A table that any spreadsheet opens. A cell that a spreadsheet would run as a formula gets an apostrophe in
// front, as people type one: a stranger's comment must not run in the reader's office.
#include <fmt/format.h>

#include <string_view>

#include "runner/comments/outgoing.hpp"

namespace runner::comments {
namespace {

constexpr std::string_view formula_starts = "=+-@\t\r'";

std::string cell(std::string_view text) {
  const bool runs = !text.empty() && formula_starts.find(text.front()) != std::string_view::npos;
  std::string safe = fmt::format("{}{}", runs ? "'" : "", text);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string row(const review::Comment& comment) {
  const auto line = [](detectors::source::Line number) {
    return number.number == 0 ? std::string() : std::to_string(number.number);
  };
  std::string out = cell(comment.id) + ',' + cell(comment.path) + ',' + line(comment.lines.first) + ',' +
                    line(comment.lines.last) + ',';
  out += std::string(comment.path.empty() ? "" : to_string(comment.side)) + ',';
  out += std::string(comment.severity ? to_string(*comment.severity) : "") + ',';
  out += cell(label_with_decorations(comment)) + ',';
  out += cell(comment.author) + ',' + cell(comment.thread) + ',' + cell(comment.reply_to) + ',';
  return out + cell(comment.body) + "\r\n";
}

}  // namespace

Exported write_csv(const Outgoing& outgoing) {
  Exported exported;
  exported.text = "id,file,start_line,end_line,side,severity,label,author,thread,reply_to,body\r\n";
  for (const auto& comment : with_fences(outgoing.review.comments, Label::apart))
    exported.text += row(comment);
  note(exported.notes, outgoing.review.comments, has_columns,
       "the table names whole lines: the columns are left out");
  if (has_verdict(outgoing))
    exported.notes.push_back(
        fmt::format("a table of comments holds no verdict: \"{}\" is given apart from it",
                    to_string(outgoing.review.verdict)));
  return exported;
}

}  // namespace runner::comments
