#include "detectors/facts/traits.hpp"

#include <doctest/doctest.h>

TEST_CASE("every language has its own traits") {
  using detectors::facts::traits_of;
  using Language = detectors::syntax::Language;
  struct Row {
    Language language;
    std::string_view self;
    bool first_is_self, bare_fields, errors_are_values;
  };
  for (const auto& row : {
           Row{Language::python, "", true, false, false},
           Row{Language::go, "", false, false, true},
           Row{Language::javascript, "this", false, false, false},
           Row{Language::typescript, "this", false, false, false},
           Row{Language::tsx, "this", false, false, false},
           Row{Language::java, "this", false, true, false},
           Row{Language::sql, "", false, false, false},
       }) {
    const auto& traits = traits_of(row.language);
    CAPTURE(detectors::syntax::name_of(row.language));
    CHECK(traits.self == row.self);
    CHECK(traits.first_is_self == row.first_is_self);
    CHECK(traits.bare_fields == row.bare_fields);
    CHECK(traits.errors_are_values == row.errors_are_values);
    CHECK(!traits.test_folders.empty());
  }
}
