#include "runner/review/refine.hpp"

#include "runner/review/key_words.hpp"
#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using Rows = std::vector<std::string>;

Rows refined(const std::string& body) {
  static const Key known = small::key();
  static const KeyWords words = compile(known, *small::english());
  const Review review{.comments = {small::at(7, body)}};
  Rows found;
  for (const auto& heard : refine(read_claims(review), review, words, *small::english())) {
    CHECK(heard.claim.ordinal == found.size());
    found.push_back(heard.claim.text);
  }
  return found;
}

TEST_CASE("claims cut and joined by what they name") {
  const std::vector<std::pair<std::string, Rows>> table{
      {"No timeout here. If the gateway hangs every worker blocks.",
       {"No timeout here. If the gateway hangs every worker blocks."}},
      {"No timeout here. The card number is logged.", {"No timeout here.", "The card number is logged."}},
      {"No timeout here, and the card number is logged.",
       {"No timeout here,", "and the card number is logged."}},
      {"- No timeout.\n- If the gateway hangs every worker blocks.",
       {"No timeout.\nIf the gateway hangs every worker blocks."}},
      {"- No timeout.\n- N+1 below.", {"No timeout.", "N+1 below."}},
      {"No timeout. N+1 below. Pass timeout=3.", {"No timeout. Pass timeout=3.", "N+1 below."}},
      {"Nothing in particular. Really nothing.", {"Nothing in particular. Really nothing."}},
  };
  for (const auto& [body, expected] : table) {
    CAPTURE(body);
    CHECK(refined(body) == expected);
  }
}

}  // namespace
