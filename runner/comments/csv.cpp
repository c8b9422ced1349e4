// A table of comments as people write it in a spreadsheet: the columns are known by their names, in any
// order.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "runner/comments/csv_walk.hpp"
#include "runner/comments/lines.hpp"
#include "runner/comments/utc.hpp"

namespace runner::comments {
namespace {

using review::Column;
using review::CommentScope;

// What a column may be called -> what it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 38> column_names{{
    {"file", "file"},         {"path", "file"},          {"filename", "file"},    {"file path", "file"},
    {"file_path", "file"},    {"lines", "lines"},        {"line", "lines"},       {"line number", "lines"},
    {"line_number", "lines"}, {"start_line", "first"},   {"start line", "first"}, {"startline", "first"},
    {"end_line", "last"},     {"end line", "last"},      {"endline", "last"},     {"column", "column"},
    {"col", "column"},        {"comment", "body"},       {"body", "body"},        {"message", "body"},
    {"text", "body"},         {"description", "body"},   {"finding", "body"},     {"severity", "severity"},
    {"priority", "severity"}, {"level", "severity"},     {"label", "label"},      {"category", "label"},
    {"author", "author"},     {"reviewer", "author"},    {"user", "author"},      {"id", "id"},
    {"side", "side"},         {"reply_to", "reply_to"},  {"title", "title"},      {"commit", "commit"},
    {"thread", "thread"},     {"created_at", "created"},
}};

std::string_view meaning_of(std::string_view name) {
  for (const auto& [called, meaning] : column_names)
    if (called == name) return meaning;
  return "";
}

// An apostrophe before what a spreadsheet would run as a formula: write_csv puts it there, as people do.
bool is_guarded(std::string_view text) {
  return text.size() > 1 && text[0] == '\'' &&
         std::string_view("=+-@\t\r'").find(text[1]) != std::string_view::npos;
}

// One row by the meanings of its columns.
struct Fields {
  const std::map<std::string_view, std::size_t>& columns;
  const CsvRow& row;
  [[nodiscard]] std::string operator[](std::string_view meaning) const {
    const auto column = columns.find(meaning);
    if (column == columns.end() || column->second >= row.fields.size()) return "";
    auto text = row.fields[column->second];
    if (is_guarded(text)) text.erase(0, 1);
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    text.erase(text.find_last_not_of(" \t") + 1);
    return text;
  }
};

int number_in(Reading& reading, const CsvRow& row, const std::string& text) {
  if (text.empty()) return 0;
  const auto read = lines_in(text);
  if (read && read->first == read->last) return read->first.number;
  reading.fault({row.line}, fmt::format("\"{}\" is no number", text.substr(0, 40)), "write a number from 1");
  return 0;
}

review::LineSpan lines_of(Reading& reading, const Fields& fields) {
  const auto text = fields["lines"];
  if (text.empty() || text == "0")
    return span_of(number_in(reading, fields.row, fields["first"]),
                   number_in(reading, fields.row, fields["last"]));
  const auto read = lines_in(text);
  if (!read)
    reading.fault({fields.row.line}, fmt::format("\"{}\" are no lines", text.substr(0, 40)),
                  "write a line as 24, several as 24-26");
  auto lines = read.value_or(review::LineSpan{});
  if (const auto last = fields["last"]; !last.empty())
    lines = span_of(lines.first.number, number_in(reading, fields.row, last));
  return lines;
}

bool is_old_side(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word == "left" || word == "before" || word == "old" || word == "parent" || word == "from";
}

void read_row(Reading& reading, const Fields& fields) {
  Found found{.comment = {.id = fields["id"], .source = "csv"},
              .record = fmt::format("row at line {}", fields.row.line)};
  auto& comment = found.comment;
  const auto title = fields["title"];
  const auto text = fields["body"];
  comment.body = unix_lines(title + (title.empty() || text.empty() ? "" : "\n\n") + text);
  comment.path = unix_path(fields["file"]);
  const auto lines = lines_of(reading, fields);
  if (!comment.path.empty()) {
    comment.lines = lines;
    comment.scope = lines.none() ? CommentScope::file : CommentScope::lines;
    if (const int column = number_in(reading, fields.row, fields["column"]); column > 0 && !lines.none())
      comment.columns = {Column{column}, Column{0}};
  } else if (!lines.none()) {
    comment.body = fmt::format("Line {}: {}", to_string(lines), comment.body);
    reading.note(fmt::format("{}: a line without a file: kept in the text", found.record));
  }
  if (is_old_side(fields["side"])) comment.side = review::Side::before;
  comment.severity = severity_of(fields["severity"]);
  take_label(fields["label"], comment);
  comment.author = fields["author"];
  comment.thread = fields["thread"];
  comment.reply_to = fields["reply_to"];
  comment.origin = {.instance = {},
                    .external_id = fields["id"],
                    .commit = fields["commit"],
                    .created_at = utc_of(fields["created"]),
                    .updated_at = {}};
  comment.raw = fields.row.raw;
  found.unit = ColumnUnit::code_points;
  reading.found(std::move(found));
}

std::map<std::string_view, std::size_t> columns_of(Reading& reading) {
  std::map<std::string_view, std::size_t> columns;
  const auto names = csv_header(reading.text);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto meaning = meaning_of(names[i]);
    if (meaning.empty() || !columns.try_emplace(meaning, i).second)
      reading.note(fmt::format("the column \"{}\" is not read; it stays in the raw record", names[i]));
  }
  if (!columns.contains("body"))
    reading.fault({1}, "no column holds the comment's text", "name one of them comment, message or body");
  return columns;
}

}  // namespace

void read_csv(Reading& reading) {
  const auto columns = columns_of(reading);
  if (!reading.faults.empty()) return;
  bool header = true;
  csv_rows(reading, csv_separator(reading.text), [&](const CsvRow& row) {
    if (!header) read_row(reading, {columns, row});
    header = false;
  });
}

bool is_csv(const Look& look) {
  if (look.is_json() || look.shape == Look::Shape::xml) return false;
  const auto names = csv_header(look.head);
  if (names.size() < 2) return false;
  const auto has = [&](std::string_view meaning) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return meaning_of(name) == meaning; });
  };
  return has("body") && (has("file") || look.ends_in(".csv") || look.ends_in(".tsv"));
}

}  // namespace runner::comments
