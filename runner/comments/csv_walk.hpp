// Comma-separated values row by row (RFC 4180): quotes, doubled quotes, line ends inside of quotes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/comments/reading.hpp"

namespace runner::comments {

struct CsvRow {
  int line = 0;          // of the text, where the row begins
  std::string_view raw;  // without its line end
  std::vector<std::string> fields;
};

// Every row but blank ones; the first is the header. False after a fault: a quote that never closes.
bool csv_rows(Reading& reading, char separator, const std::function<void(const CsvRow&)>& visit);

// Of the header line: a tab or a semicolon when it has more of them than commas.
[[nodiscard]] char csv_separator(std::string_view text);

// The fields of a text's first row in small letters, blanks around them taken off.
[[nodiscard]] std::vector<std::string> csv_header(std::string_view text);

}  // namespace runner::comments
