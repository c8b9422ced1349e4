#include "runner/review/phrase.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

TEST_CASE("phrases in texts") {
  struct Row {
    std::string phrase;
    std::string text;
    bool found;
  };
  const std::vector<Row> table{
      {"timeout", "Timeouts are good", true},
      {"timeout", "a time-out", true},
      {"timeout", "it needs a time out", true},
      {"timeout", "`readTimeout=0`", true},
      {"timeout", "no timout", true},              // a slip
      {"timeout", "no tmout", false},              // two
      {"context", "the content is wrong", false},  // a word of its own
      {"lock", "the clock", false},                // short words have no slips
      {"hang/block/stall", "every worker blocks", true},
      {"hang/block/stall", "it hung", true},
      {"hang/block/stall", "it waits", false},
      {"{absent} timeout", "there is no timeout", true},
      {"{absent} timeout", "this lacks a timeout", true},
      {"{absent} timeout", "a timeout is missing", false},  // order counts
      {"timeout {unset}", "the timeout is never set", true},
      {"{absent} timeout", "it does not have a timeout", true},
      {"{absent} timeout", "It doesn’t have any timeout", true},
      {"{absent} timeout", "no retries and none of the usual timeout", true},
      {"worker connection? hang", "workers hang", true},
      {"worker connection? hang", "worker connections hang", true},
      {"worker hang", "worker a b c hangs", true},
      {"worker hang", "worker a b c d hangs", false},
      {"worker ... hang", "worker a b c d hangs", true},
      {"worker ... hang", "worker a b c d e f g h i j k hangs", false},
      {"worker & hang", "it hangs every single one of all of the workers", true},
      {"worker & hang", "it hangs. The worker waits", false},
      {"worker hang", "Each worker. Hang on", false},  // never across sentences
      {"for_update", "with_for_update", true},
      {"for_update", "select ... for update", true},
      {"for_update", "for every update", false},
      {"select_for_update", "SELECT FOR UPDATE", true},
      {"back_off", "no backoff", true},
      {"read-modify-write", "a classic read/modify/write", true},
      {"read_modify_write", "Read-modify-write", true},
      {"n+1", "N+1 query", true},
      {"n+1", "an n + 1", true},
      {"{number} query", "201 queries", true},
      {"{number} query", "two queries", true},
      {"{number} query", "N+1 queries", false},  // the 1 of "n+1" is no number
      {"{number} query", "many queries", false},
      {"serialize", "serialised", true},
      {"cannot roll", "can't roll back", true},
      {"not set", "isn't set", true},
      {"naive", "naïve", true},
      {"timeout missing", "timeout! missing", false},
  };
  for (const auto& row : table) {
    CAPTURE(row.phrase);
    CAPTURE(row.text);
    CHECK(occurs(row.phrase, row.text, small::english()) == row.found);
  }
}

TEST_CASE("phrases that cannot be used say why") {
  const std::vector<std::pair<std::string, bool>> table{
      {"timeout", true},      {"{absent} timeout", true},
      {"a & b", true},        {"", false},
      {"&", false},           {"a &", false},
      {"connection?", false}, {"{nosuch} x", false},
      {"{absent", false},     {"x{absent}", false},
      {"a//b", false},        {"...", false},
      {"{number}", true},     {"!!", false},
  };
  for (const auto& [phrase, good] : table) {
    CAPTURE(phrase);
    CHECK(!phrase_problem(phrase, small::english()) == good);
    CHECK((good || !occurs(phrase, "a b connection timeout 3", small::english())));
  }
}

TEST_CASE("a language with faults is refused, all of them at once") {
  const auto read = read_language({{"synonyms.toml", "a = [\"{b}\"]\nb = [\"{a}\"]\nc = [\"{nosuch}\"]\n"}});
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().size() >= 3);
  CHECK_FALSE(read_language({{"nonsense.toml", ""}}).has_value());
  CHECK_FALSE(read_language({{"polarity.toml", "negators = [\"{nosuch}\"]"}}).has_value());
  CHECK(read_language({}).has_value());
}

}  // namespace
