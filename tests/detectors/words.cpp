#include "detectors/facts/words.hpp"

#include <doctest/doctest.h>

using namespace detectors::facts;

TEST_CASE("names are split into words") {
  struct Row {
    std::string_view name;
    std::vector<std::string> words;
  };
  for (const auto& row :
       {Row{"card_number", {"card", "number"}}, Row{"cardNumber", {"card", "number"}},
        Row{"CARD-NUMBER", {"card", "number"}}, Row{"HTTPServer", {"http", "server"}},
        Row{"sha256", {"sha256"}}, Row{"_x__y_", {"x", "y"}}, Row{"", {}}, Row{"order.id", {"order", "id"}}})
    CHECK(split_words(row.name) == row.words);
}

TEST_CASE("phrases stand next to each other, plurals count") {
  CHECK(has_phrase({"the", "card", "number"}, "card number"));
  CHECK(has_phrase({"tokens"}, "token"));
  CHECK(has_phrase({"token"}, "tokens"));
  CHECK_FALSE(has_phrase({"number", "card"}, "card number"));
  CHECK_FALSE(has_phrase({"company"}, "pan"));
  CHECK_FALSE(has_phrase({"address"}, "addres"));
  CHECK(has_any_phrase("customer_api_key", {"secret", "api key"}));
  CHECK_FALSE(has_any_phrase("customer", {}));
}

TEST_CASE("small letters, of ASCII alone") {
  CHECK(detectors::facts::lowered("DROP Table [Ä_9]") == "drop table [Ä_9]");
  CHECK(detectors::facts::lowered("").empty());
}
