#include "runner/comments/csv_walk.hpp"

#include <algorithm>

namespace runner::comments {
namespace {

// Reads one row at `at` and moves behind it. False when a quote never closes.
bool take_row(std::string_view text, char separator, std::size_t& at, CsvRow& row) {
  const auto begin = at;
  row.fields.assign(1, "");
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"')
        row.fields.back() += c;
      else if (at + 1 < text.size() && text[at + 1] == '"')
        row.fields.back() += text[++at];
      else
        quoted = false;
    } else if (c == '"' && row.fields.back().empty()) {
      quoted = true;
    } else if (c == separator) {
      row.fields.emplace_back();
    } else if (c == '\n') {
      break;
    } else if (c != '\r' || (at + 1 < text.size() && text[at + 1] != '\n')) {
      row.fields.back() += c;
    }
  }
  row.raw = text.substr(begin, at - begin);
  if (row.raw.ends_with('\r')) row.raw.remove_suffix(1);
  if (at < text.size()) ++at;
  return !quoted;
}

}  // namespace

bool csv_rows(Reading& reading, char separator, const std::function<void(const CsvRow&)>& visit) {
  CsvRow row;
  int line = 1;
  for (std::size_t at = 0; at < reading.text.size();) {
    const auto begin = at;
    row.line = line;
    if (!take_row(reading.text, separator, at, row)) {
      reading.fault({row.line}, "a quote that opens in this row never closes",
                    "write \" behind the value, and \"\" for a quote inside of it");
      return false;
    }
    line += static_cast<int>(std::count(reading.text.begin() + static_cast<std::ptrdiff_t>(begin),
                                        reading.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    if (row.raw.find_first_not_of(" \t\r") != std::string_view::npos) visit(row);
  }
  return true;
}

char csv_separator(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

std::vector<std::string> csv_header(std::string_view text) {
  CsvRow row;
  std::size_t at = 0;
  const auto line = text.substr(0, std::min(text.find('\n'), text.size()));
  if (!take_row(line, csv_separator(text), at, row)) return {};
  for (auto& field : row.fields) {
    field = small_letters(field);
    field.erase(0, std::min(field.find_first_not_of(' '), field.size()));
    field.erase(field.find_last_not_of(' ') + 1);
  }
  return row.fields;
}

}  // namespace runner::comments
