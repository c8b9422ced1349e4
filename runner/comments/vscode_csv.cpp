// The CSV of VS Code's extension "Code Review": sha,filename,url,lines,title,comment,priority,category,
// additional,id,private. Older versions stop earlier. Lines count from 1, columns from 0.
// https://github.com/d-koppenhagen/vscode-code-review
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runner/comments/csv_walk.hpp"
#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

using review::Column;
using review::CommentScope;
using review::Severity;

constexpr std::array<std::string_view, 11> header{"sha",        "filename", "url",      "lines",
                                                  "title",      "comment",  "priority", "category",
                                                  "additional", "id",       "private"};
enum Field { sha, filename, url, lines, title, comment_text, priority, category, additional, id, is_private };

std::string field(const CsvRow& row, Field which) {
  const auto index = static_cast<std::size_t>(which);
  return index < row.fields.size() ? row.fields[index] : "";
}

// The extension writes line ends as "\n" and quotes as "\"".
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == 'n' || next == '"' || next == '\\') {
      result += next == 'n' ? '\n' : next;
      ++i;
    } else if (next == 'r') {
      ++i;
    } else {
      result += text[i];
    }
  }
  return unix_lines(result);
}

struct Span {
  review::LineSpan lines;
  review::ColumnSpan columns;
};

// "24:0-25:60"
std::optional<Span> span_in(std::string_view text) {
  std::array<int, 4> numbers{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto stop = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (stop == at || stop - at > 7) return std::nullopt;
    for (; at < stop; ++at) numbers[i] = numbers[i] * 10 + (text[at] - '0');
    const char behind = i % 2 == 0 ? ':' : '-';
    if (i + 1 < numbers.size() && (at >= text.size() || text[at++] != behind)) return std::nullopt;
  }
  if (at != text.size() || numbers[0] == 0) return std::nullopt;
  const bool ends_before = numbers[2] > numbers[0] && numbers[3] == 0;
  return Span{span_of(numbers[0], ends_before ? numbers[2] - 1 : numbers[2]),
              {Column{numbers[1] + 1}, Column{ends_before ? 0 : numbers[3] + 1}}};
}

std::optional<Severity> severity_in(const CsvRow& row) {
  const auto number = field(row, priority);
  if (number == "1") return Severity::minor;
  if (number == "2") return Severity::major;
  return number == "3" ? std::optional(Severity::blocker) : std::nullopt;
}

Found found_in_row(const CsvRow& row) {
  Found found{.comment = {.id = field(row, id), .source = "vscode-csv"},
              .record = fmt::format("row at line {}", row.line)};
  auto& comment = found.comment;
  const auto heading = unescaped(field(row, title));
  const auto text = unescaped(field(row, comment_text));
  comment.body = heading + (heading.empty() || text.empty() ? "" : "\n\n") + text;
  if (const auto more = unescaped(field(row, additional)); !more.empty()) comment.body += "\n\n" + more;
  comment.path = unix_path(field(row, filename));
  comment.severity = severity_in(row);
  comment.label = label_of(field(row, category));
  comment.origin = {.instance = {},
                    .external_id = field(row, id),
                    .commit = field(row, sha),
                    .created_at = {},
                    .updated_at = {}};
  comment.raw = row.raw;
  if (!comment.path.empty()) comment.scope = CommentScope::file;
  found.unit = ColumnUnit::utf16;
  return found;
}

// Several ranges stand for several places of one remark: a comment each.
void read_row(Reading& reading, const CsvRow& row) {
  const auto found = found_in_row(row);
  if (const auto flag = field(row, is_private); flag == "1" || flag == "true")
    return reading.leave_out(found.record, "marked private: notes of the reviewer to themselves");
  auto rest = field(row, lines);
  std::size_t places = 0;
  for (std::string_view left = rest; !left.empty() && !found.comment.path.empty(); ++places) {
    const auto bar = std::min(left.find('|'), left.size());
    const auto span = span_in(left.substr(0, bar));
    if (!span)
      return reading.fault({row.line},
                           fmt::format("\"{}\" are no lines", left.substr(0, std::min<std::size_t>(bar, 40))),
                           "write 24:0-25:60");
    auto placed = found;
    placed.comment.scope = CommentScope::lines;
    placed.comment.lines = span->lines;
    placed.comment.columns = span->columns;
    if (places > 0) placed.comment.origin.external_id += fmt::format("/{}", places + 1);
    reading.found(std::move(placed));
    left.remove_prefix(std::min(bar + 1, left.size()));
  }
  if (places == 0) reading.found(found);
  if (places > 1)
    reading.note(fmt::format("{}: it stands on {} places: a comment each", found.record, places));
}

}  // namespace

void read_vscode_csv(Reading& reading) {
  bool first = true;
  csv_rows(reading, csv_separator(reading.text), [&](const CsvRow& row) {
    if (!first) return read_row(reading, row);
    first = false;
    for (std::size_t i = 0; i < std::min(row.fields.size(), header.size()); ++i)
      if (row.fields[i] != header[i])
        return reading.fault({row.line},
                             fmt::format("column {} is \"{}\"", i + 1, row.fields[i].substr(0, 40)),
                             fmt::format("it must be {}: {}", header[i], fmt::join(header, ",")));
  });
}

bool is_vscode_csv(const Look& look) {
  const auto names = csv_header(look.head);
  return names.size() >= 6 && names.size() <= header.size() &&
         std::equal(names.begin(), names.end(), header.begin());
}

}  // namespace runner::comments
