#include "runner/comments/csv_walk.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;

namespace {

// "line:field|field" of each row, parted by " / "; "!" for a fault.
std::string rows_of(std::string_view text, char separator = ',') {
  const Take take = [](Found&&) {};
  Reading reading{.path = "x", .text = text, .take = take};
  std::string out;
  csv_rows(reading, separator, [&](const CsvRow& row) {
    out += (out.empty() ? "" : " / ") + std::to_string(row.line) + ":";
    for (std::size_t i = 0; i < row.fields.size(); ++i) out += (i == 0 ? "" : "|") + row.fields[i];
  });
  for (const auto& fault : reading.faults) out += "!" + std::to_string(fault.line.number);
  return out;
}

}  // namespace

TEST_CASE("csv_rows: quotes, doubled quotes, line ends of every kind, blank rows") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"a,b", "1:a|b"},
      {"a,b\r\nc,d\r\n", "1:a|b / 2:c|d"},
      {"a,b\n\n  \nc,d", "1:a|b / 4:c|d"},
      {"\"a,b\",\"c\"\"d\"", "1:a,b|c\"d"},
      {"\"a\nb\",c\nd,e", "1:a\nb|c / 3:d|e"},
      {"a\"b,c", "1:a\"b|c"},
      {",,", "1:||"},
      {"\"\",x", "1:|x"},
      {"a,\"b\nc,d", "!1"},
      {"a,b\n\"", "1:a|b!2"},
  };
  for (const auto& [text, seen] : rows) {
    CAPTURE(text);
    CHECK(rows_of(text) == seen);
  }
  CHECK(rows_of("a;b,c", ';') == "1:a|b,c");
}

TEST_CASE("csv_rows: the raw row is the text's own, without its end") {
  const std::string_view text = "a,\"b\r\nc\"\r\nd,e\r\n";
  const Take take = [](Found&&) {};
  Reading reading{.path = "x", .text = text, .take = take};
  std::vector<std::string> raw;
  csv_rows(reading, ',', [&](const CsvRow& row) { raw.emplace_back(row.raw); });
  CHECK(raw == std::vector<std::string>{"a,\"b\r\nc\"", "d,e"});
}

TEST_CASE("csv_separator and csv_header: told by the first line alone") {
  CHECK(csv_separator("file,line,comment\na;b;c;d") == ',');
  CHECK(csv_separator("file;line;comment, more") == ';');
  CHECK(csv_separator("file\tline\tcomment") == '\t');
  CHECK(csv_separator("") == ',');
  CHECK(csv_header("File ; LINE;\"Comment\"\nx;1;y") == std::vector<std::string>{"file", "line", "comment"});
  CHECK(csv_header("\"never closed").empty());
}
