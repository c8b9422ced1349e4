#include "runner/review/freetext_signs.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using Strings = std::vector<std::string>;

Signs read(const std::string& markdown) {
  static const FunctionWords function_words{"the", "is", "on", "a"};
  return signs_of(plain_text(markdown), function_words, *small::english());
}

TEST_CASE("names are what is written as code") {
  const std::pair<std::string, Strings> table[] = {
      {"the retry_count is wrong", {"retrycount"}},
      {"the readTimeout is wrong", {"readtimeout"}},
      {"charge() hangs", {"charge"}},
      {"`charge` hangs", {"charge"}},
      {"gateway.charge hangs", {"charge", "gateway"}},
      {"It hangs. Always.", {}},
      {"```python\nx = pay(order)\n```", {"order", "pay"}},
  };
  for (const auto& [text, names] : table) {
    CAPTURE(text);
    CHECK(read(text).names == names);
  }
}

TEST_CASE("words of names are words, but no plain ones") {
  const auto signs = read("retry_count grows");
  CHECK(signs.words == Strings{"retri", "count", "grow"});
  CHECK(signs.plain == Strings{"grow"});
  CHECK(signs.pairs == Strings{"count grow", "retri count"});
}

TEST_CASE("function words make no pairs, letters or length, numbers stand apart") {
  const auto signs = read("the call is on 3 retries");
  CHECK(signs.pairs == Strings{"3 retri", "call 3"});
  CHECK(signs.numbers == Strings{"3"});
  CHECK(signs.size == 3);
}

TEST_CASE("quotations and suggestions are not the comment's words") {
  CHECK(plain_text("> somebody said\n\nno timeout").text == "no timeout");
  CHECK(plain_text("no timeout\n```suggestion\npay(order, timeout=3)\n```").text == "no timeout");
}

TEST_CASE("signs are shown as they are written") {
  const auto forms = forms_in(plain_text("many Queries in `charge_card`"), *small::english());
  CHECK(forms.at("queri") == "queries");
  CHECK(forms.at("chargecard") == "charge_card");
}

TEST_CASE("a list is read item by item") {
  const auto parts = parts_of("Two things:\n\n- no timeout\n- a race\n");
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].text == "Two things:");
  CHECK(parts[1].text == "no timeout");
  CHECK(parts[2].text == "a race");
  CHECK(parts_of("- only one item").size() == 1);
  CHECK(parts_of("").size() == 1);
}

}  // namespace
