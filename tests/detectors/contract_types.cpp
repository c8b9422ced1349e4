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

TEST_CASE("whether it may be absent or null itself") {
  struct Row {
    std::string written;
    bool null;
  };
  for (const auto& row : {
           Row{"string | null", true},
           Row{"(string | undefined)", true},
           Row{"Optional[int]", true},
           Row{"typing.Optional[int]", true},
           Row{"Union[str, None]", true},
           Row{"str | None", true},
           Row{"*int64", true},
           Row{"Maybe<string>", true},
           Row{"z.string().nullable()", true},
           Row{"z.object({ a: z.string() }).optional()", true},
           Row{"{ cabin: string | null }[]", false},
           Row{"(string | null)[]", false},
           Row{"Array<string | undefined>", false},
           Row{"list[Optional[int]]", false},
           Row{"Record<string, string | null>", false},
           Row{"z.array(z.string().nullable())", false},
           Row{"z.object({ a: z.string().optional() })", false},
           Row{"nullableNames", false},
           Row{"\"null\" | \"a\"", false},
           Row{"(string)", false},
           Row{"((", false},
           Row{"", false},
       }) {
    CAPTURE(row.written);
    CHECK(may_be_null(row.written) == row.null);
  }
}

TEST_CASE("a function is no value that is sent") {
  CHECK(is_function_type("(a: string) => void"));
  CHECK(is_function_type("<T>(a: T) => Promise<T>"));
  CHECK(!is_function_type("{ on: () => void }"));
  CHECK(!is_function_type("\"=>\""));
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
           Row{"Array<'a' | 'b' | 'c'>", "Array<'a' | 'c'>", false},
           Row{"Array<'a' | 'b'>", "('a' | 'd')[]", true},
           Row{"string[]", "'a'[]", false},
           Row{"number[]", "string[]", true},
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
