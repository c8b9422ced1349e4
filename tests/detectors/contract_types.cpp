#include "detectors/contract_types.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace detectors;

TEST_CASE("what a type as it is written may send") {
  struct Row {
    std::string written, members;
  };
  for (const auto& row : {
           Row{"str", "text"},
           Row{"string | null", "text"},
           Row{"Optional[int]", "whole number"},
           Row{"*int64", "whole number"},
           Row{"Literal[\"a\", 'b']", "\"a\" 'b'"},
           Row{"\"a\" | \"b|c\";", "\"a\" \"b|c\""},
           Row{"Array<string | number>", "[]number|text"},
           Row{"(string | number)[]", "[]number|text"},
           Row{"[]float64", "[]fraction"},
           Row{"list[Order]", "[]?Order"},
           Row{"Response.Status", "?Status"},
           Row{"Map<string, string>", "?Map<string, string>"},
           Row{"(a: string) => void", "?(a: string) => void"},
           Row{"z.string().min(1)", "text"},
           Row{"z.array(z.number())", "[]number"},
           Row{"z.enum(['a', 'b'])", "'a' 'b'"},
           Row{"z.lazy(() => x)", "?"},
           Row{"", ""},
           Row{"[", "?["},
           Row{"*", ""},
       }) {
    CAPTURE(row.written);
    CHECK(fmt::format("{}", fmt::join(sent_type(row.written).members, " ")) == row.members);
  }
}

TEST_CASE("hostile types are read in bounded depth") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "Optional[";
  CHECK(sent_type(deep).members == std::vector<std::string>{"?"});
  CHECK(sent_type(std::string(400, '[')).members.size() == 1);
  CHECK(sent_type(std::string(100'000, '|')).members == std::vector<std::string>{"?"});
  for (const char* odd :
       {"'", "\"", "z.", "z.enum([", "z.array(", "Literal[", "[]", "()", "|", "&*", "Array<>", "<>"})
    CHECK(!surely_exceeds(sent_type(odd), sent_type(odd)));
}

TEST_CASE("whether a reader surely meets what it did not meet before") {
  struct Row {
    std::string from, to;
    bool exceeds;
  };
  for (const auto& row : {
           Row{"int", "str", true},
           Row{"str", "UUID", false},
           Row{"string", "string | string[]", true},
           Row{"string | string[]", "string", false},
           Row{"string", "Status", false},
           Row{"Status", "string", false},
           Row{"Status", "Order.Status", false},
           Row{"Order", "Order[]", true},
           Row{"Order[]", "Order", true},
           Row{"Order[]", "Invoice[]", false},
           Row{"number", "int", false},
           Row{"Decimal", "float", true},
           Row{"string", "\"a\"", false},
           Row{"\"a\"", "string", true},
           Row{"", "string", false},
       }) {
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK(surely_exceeds(sent_type(row.to), sent_type(row.from)) == row.exceeds);
  }
}
