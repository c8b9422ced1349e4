#include "runner/comments/place_line.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::comments;
using runner::review::Severity;

namespace {

// "path lines first-end text"; "" for none.
std::string read(std::string_view line) {
  const auto place = read_place_line(line);
  if (!place) return "";
  return fmt::format("{} {} {}-{} {}", place->path, to_string(place->lines), place->columns.first.number,
                     place->columns.end.number, place->text);
}

}  // namespace

TEST_CASE("read_place_line: as grep, compilers and people write it") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"app/x.py:24: no timeout", "app/x.py 24 0-0 no timeout"},
      {"app/x.py:24:5: no timeout", "app/x.py 24 5-0 no timeout"},
      {"./app/x.py:24:no timeout", "app/x.py 24 0-0 no timeout"},
      {"app/x.py:24-26: range", "app/x.py 24-26 0-0 range"},
      {"app/x.py:24:5-26:9: range", "app/x.py 24-26 5-10 range"},
      {"app/x.py:24:5-9: columns of one line", "app/x.py 24 5-10 columns of one line"},
      {"app/x.py:24.5-26.9: gcc's", "app/x.py 24-26 5-10 gcc's"},
      {"app/x.py(24): brackets", "app/x.py 24 0-0 brackets"},
      {"app/x.ts(24,5): error TS1: x", "app/x.ts 24 5-0 error TS1: x"},
      {"app/x.ts(24,5,26,9): four", "app/x.ts 24-26 5-10 four"},
      {"C:\\work\\x.py:24: drive", "C:/work/x.py 24 0-0 drive"},
      {"C:\\my work\\x.py(24): blank", "C:/my work/x.py 24 0-0 blank"},
      {"app\\x.py:24: backslash", "app/x.py 24 0-0 backslash"},
      {"app/x.py:26-24: backwards", "app/x.py 26 0-0 backwards"},
      {"app/x.py:24 - a dash", "app/x.py 24 0-0 a dash"},
      {"app/x.py:24", "app/x.py 24 0-0 "},
      {"app/x.py:0: no such line", ""},
      {"app/x.py:99999999999: no such line", ""},
      {"app/x.py: no number", ""},
      {"http://host:80/x", ""},
      {"at 10:30 we met", ""},
      {"x.f(3) is wrong", ""},
      {"see app/x.py:24: in the middle", ""},
      {"24: a number", ""},
      {"", ""},
      {":24: no path", ""},
  };
  for (const auto& [line, seen] : rows) {
    CAPTURE(line);
    CHECK(read(line) == seen);
  }
}

TEST_CASE("leading_severity: a tool's word, not a person's") {
  const std::pair<std::string_view, std::optional<Severity>> rows[] = {
      {"error: x", Severity::major},
      {"warning: x", Severity::minor},
      {"[blocker] x", Severity::blocker},
      {"error TS2345: x", Severity::major},
      {"warning[E0308]: x", Severity::minor},
      {"note: x", std::nullopt},
      {"nit: x", std::nullopt},
      {"error in the call", std::nullopt},
      {"issue: x", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [text, severity] : rows) {
    CAPTURE(text);
    CHECK((leading_severity(text) == severity));
  }
}
