#include "runner/review/tokens.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

std::string words(const std::string& text) {
  std::string joined;
  for (const auto& token : tokenize(text, *small::english()).tokens)
    joined += (joined.empty() ? "" : " ") + token.word;
  return joined;
}

TEST_CASE("texts as words") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"", ""},
      {"No timeout!", "no timeout"},
      {"select_for_update", "select for update"},
      {"readTimeout", "read timeout"},
      {"HTTPServer", "http server"},
      {"orderIDs", "order ids"},
      {"__init__", "init"},
      {"doesn't", "does not"},
      {"doesn’t", "does not"},
      {"dont", "do not"},
      {"can't / cannot / won't", "can not can not will not"},
      {"it's the user's", "it the user"},
      {"I'd they'll we've you're", "i would they will we have you are"},
      {"N+1", "n 1"},
      {"read-modify-write", "read modify write"},
      {"timeout=(1, 3)", "timeout 1 3"},
      {"naïve behaviour", "naive behavior"},
      {"👍 ok 🚀", "thumbsup ok"},
      {"таймаут", "таймаут"},
      {"sha256 500ms", "sha256 500ms"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(words(text) == expected);
  }
}

TEST_CASE("clauses, questions, quotes") {
  const auto tokens = tokenize("No lock, so it races. Does it?", *small::english());
  REQUIRE(tokens.sentences.size() == 2);
  CHECK_FALSE(tokens.sentences[0].question);
  CHECK(tokens.sentences[1].question);
  CHECK(tokens.tokens[1].clause != tokens.tokens[2].clause);
  CHECK(quote(tokens, 0, 2) == "No lock");
  CHECK(quote(tokens, 3, 99).empty());
}

TEST_CASE("a text without end is cut, a sentence without end is divided") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "word ";
  const auto tokens = tokenize(text, *small::english());
  CHECK(tokens.tokens.size() <= most_tokens);
  for (const auto& sentence : tokens.sentences) CHECK(sentence.last - sentence.first <= longest_sentence);
}

}  // namespace
