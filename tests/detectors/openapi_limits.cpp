#include "detectors/openapi_limits.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace {

using Limits = std::map<std::string, std::string>;

std::string narrowed(const Limits& before, const Limits& after) {
  return detectors::api::narrowed({.name = {}, .type = {}, .limits = before, .line = {}},
                                  {.name = {}, .type = {}, .limits = after, .line = {}});
}

}  // namespace

TEST_CASE("what is refused that was taken") {
  struct Row {
    Limits before, after;
    std::string told;
  };
  for (const auto& row : {
           Row{{{"maxLength", "50"}}, {{"maxLength", "20"}}, "maxLength 20 (was 50)"},
           Row{{{"maxLength", "20"}}, {{"maxLength", "50"}}, ""},
           Row{{{"maxLength", "100"}}, {{"maxLength", "20"}}, "maxLength 20 (was 100)"},
           Row{{}, {{"maxItems", "5"}}, "maxItems 5"},
           Row{{{"maxItems", "5"}}, {}, ""},
           Row{{}, {{"minLength", "0"}}, ""},
           Row{{}, {{"minLength", "1"}}, "minLength 1"},
           Row{{{"minLength", "0"}}, {{"minLength", "1"}}, "minLength 1 (was 0)"},
           Row{{{"minItems", "2"}}, {{"minItems", "1"}}, ""},
           Row{{}, {{"minimum", "0"}}, "minimum 0"},
           Row{{{"minimum", "-1.5"}}, {{"minimum", "-1"}}, "minimum -1 (was -1.5)"},
           Row{{{"minimum", "1"}}, {{"minimum", "0"}}, ""},
           Row{{{"maximum", "10"}}, {{"maximum", "9"}}, "maximum 9 (was 10)"},
           Row{{}, {{"exclusiveMaximum", "false"}}, ""},
           Row{{{"exclusiveMaximum", "false"}},
               {{"exclusiveMaximum", "true"}},
               "exclusiveMaximum true (was false)"},
           Row{{{"exclusiveMinimum", "1"}}, {{"exclusiveMinimum", "2"}}, "exclusiveMinimum 2 (was 1)"},
           Row{{}, {{"pattern", "^a$"}}, "pattern ^a$"},
           Row{{{"pattern", "^a$"}},
               {{"pattern", "^[ab]$"}},
               ""},  // which of the two takes more is not known
           Row{{{"pattern", "^a$"}}, {}, ""},
           Row{{}, {{"uniqueItems", "true"}}, "uniqueItems true"},
           Row{{{"multipleOf", "10"}}, {{"multipleOf", "5"}}, ""},
           Row{{{"multipleOf", "5"}}, {{"multipleOf", "10"}}, "multipleOf 10 (was 5)"},
           Row{{{"maxLength", "many"}}, {{"maxLength", "few"}}, ""},
       }) {
    CAPTURE(row.told);
    CHECK(narrowed(row.before, row.after) == row.told);
  }
}

TEST_CASE("values that were taken or are new") {
  using Values = std::vector<std::string>;
  struct Row {
    Values before, after;
    std::string refused, added;
  };
  for (const auto& row : {
           Row{{"a", "b"}, {"b", "a"}, "", ""},
           Row{{"a"}, {"a", "c", "b"}, "", "c, b"},
           Row{{"a", "b"}, {"a"}, "one of a", ""},
           Row{{"a", "b"}, {"a", "c"}, "one of a, c", "c"},
           Row{{}, {"a"}, "one of a", ""},
           Row{{"a"}, {}, "", ""},
       }) {
    const detectors::api::Field before{.name = {}, .type = {}, .values = row.before, .line = {}};
    const detectors::api::Field after{.name = {}, .type = {}, .values = row.after, .line = {}};
    CHECK(detectors::api::narrowed(before, after) == row.refused);
    CHECK(detectors::api::added_values(before, after) == row.added);
  }
}
