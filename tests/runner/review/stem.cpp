#include "runner/review/stem.hpp"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using runner::review::folded;
using runner::review::one_slip_apart;
using runner::review::stem;

TEST_CASE("words that compare as one") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Timeout", "timeouts"},
      {"hangs", "hanging"},
      {"serialise", "serialize"},
      {"behaviour", "behavior"},
      {"cancelled", "canceled"},
      {"naïve", "naive"},
      {"Café", "cafe"},
      {"unauthorised", "unauthorized"},
      {"optimisation", "optimization"},
      {"licence", "license"},
      {"analyse", "analyze"},
      {"centre", "center"},
      {"queries", "query"},
      {"swallows", "swallowed"},
  };
  for (const auto& [a, b] : table) {
    CAPTURE(a);
    CHECK(stem(folded(a)) == stem(folded(b)));
  }
}

TEST_CASE("words that stay apart") {
  CHECK(stem(folded("four")) != stem(folded("for")));
  CHECK(stem(folded("lock")) != stem(folded("log")));
  CHECK(folded("\xff\xfe") == "\xff\xfe");  // not UTF-8: kept
  CHECK(folded("\xc3") == "\xc3");          // cut in the middle of a letter
  CHECK(stem("таймаут") == "таймаут");
}

TEST_CASE("one slip apart") {
  const std::vector<std::tuple<std::string, std::string, bool>> table{
      {"timeout", "timout", true},
      {"timeout", "timeoutt", true},
      {"timeout", "tiemout", true},
      {"timeout", "timeout", true},
      {"timeout", "timouet", false},
      {"query", "qurey", true},
      {"timeout", "tmieuot", false},
      {"lock", "clock", true},
      {"lock", "block", true},
      {"a", "", true},
      {"", "", true},
      {"abc", "cab", false},
  };
  for (const auto& [a, b, expected] : table) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(one_slip_apart(a, b) == expected);
    CHECK(one_slip_apart(b, a) == expected);
  }
}

}  // namespace
