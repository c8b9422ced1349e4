// Consequences and remedies in words that no vocabulary holds, told of an update that gets lost.
#include "runner/review/told.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

struct Heard {
  Speech speech;
  Concepts says;
  std::size_t own = 0;
  std::size_t known = 0;
};

Heard hear(const std::string& text) {
  static const Key key{.defects = {small::defect("balance", "lost-update", {})}};
  static const KeyWords words = compile(key, *small::english());
  Heard heard{.speech = listen(text, words, *small::english()), .says = {}};
  heard.own = words.of_defect(0);
  heard.known = words.class_of_defect[0];
  heard.says = concepts_in(heard.speech, heard.own, heard.known);
  return heard;
}

std::string consequence(const std::string& text) {
  const auto heard = hear(text);
  CHECK(heard.says.named());
  const auto told = consequence_told(heard.speech, heard.says, heard.own, heard.known, *small::english());
  return told ? quote(heard.speech.tokens, told->first, told->last) : "";
}

std::string remedy(const std::string& text) {
  static const auto fix = matter_of(
      "Let the ledger book the difference in one statement, or keep entries per day and sum them when asked.",
      *small::english());
  const auto heard = hear(text);
  const auto told = remedy_told(heard.speech, heard.says, heard.own, heard.known, fix, *small::english());
  std::string shared;
  if (told)
    for (const auto& word : told->shared) shared += (shared.empty() ? "" : " ") + word;
  return shared;
}

using Table = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("a consequence is told as what follows, and goes beyond the mechanism") {
  const Table table{
      {"Lost update, so the shop complains about its statement.",
       "so the shop complains about its statement"},
      {"Lost update. Shops would complain about their statement.",
       "Shops would complain about their statement"},
      {"Lost update: otherwise finance pays a shop too little", "otherwise finance pays a shop too little"},
      {"Lost update. When two tills book, finance pays the shop too little.",
       "finance pays the shop too little"},
      {"Lost update. Would finance pay the shop too little?", "Would finance pay the shop too little"},
      {"Lost update. Finance pays the shop too little.", "Finance pays the shop too little"},
      // the mechanism again, too little, denied, asked for, not in production, a thought dismissed
      {"Lost update, so one update is lost.", ""},
      {"Lost update. I see none.", ""},
      {"Lost update, but the statement of the shop will not be wrong.", ""},
      {"Lost update. How long would finance pay the shop too little?", ""},
      {"Lost update. Nothing goes wrong on my machine, locally.", ""},
      {"Lost update. I was about to complain about the statement as well, but it is fine.", ""},
      {"Lost update, as the ledger is read and changed.", ""},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(consequence(text) == expected);
  }
}

TEST_CASE("a remedy is proposed, and shares words with the fix") {
  const Table table{
      {"Lost update. Let the ledger add the difference.", "ledger differ"},
      {"Lost update. I would sum the entries per day.", "sum entri day"},
      {"Lost update. Could we sum the entries of the day?", "sum entri day"},
      {"Lost update. A sum over the entries, please.", "sum entri"},
      {"Lost update. Keep entries per day, otherwise the ledger drifts.", "entri day"},
      // told, asked whether, forbidden, another remedy, too little of it
      {"Lost update. This books the difference in the ledger.", ""},
      {"Lost update. Do we need the difference in the ledger?", ""},
      {"Lost update. You should not book the difference in the ledger.", ""},
      {"Lost update. Use a bigger till.", ""},
      {"Lost update. Lock the ledger.", ""},
      {"Where do we keep the entries per day? Lost update.", ""},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(remedy(text) == expected);
  }
}

}  // namespace
