#include "detectors/facts/lexicon.hpp"

#include <doctest/doctest.h>

using namespace detectors::facts;

TEST_CASE("words stand in a text as a whole") {
  Lexicon lexicon;
  const auto get = lexicon.add("get");
  CHECK(lexicon.add("get") == get);
  struct Row {
    std::string_view text;
    bool stands;
  };
  for (const auto& row : {Row{"requests.get(u)", true}, Row{"get", true}, Row{"budget", false},
                          Row{"get_all", false}, Row{"getAll", false}, Row{"", false}, Row{"(get)", true},
                          Row{"x\xc3\x9f"
                              "get",
                              true},
                          Row{"\"\\nget\"", true}, Row{"\"\\get\"", true}, Row{"Get", false}}) {
    CAPTURE(row.text);
    CHECK(lexicon.present_in(row.text)[get] == row.stands);
  }
}

TEST_CASE("endings, pairs and fractions") {
  Lexicon lexicon;
  const auto session = lexicon.add_ending("session");
  const auto pair = lexicon.add_pair("assert", "True");
  const auto fraction = lexicon.add(Lexicon::fraction);
  struct Row {
    std::string_view text;
    bool ending;
    bool pair;
    bool fraction;
  };
  for (const auto& row :
       {Row{"db_session.add(x)", true, false, false}, Row{"session", true, false, false},
        Row{"sessions = Session", false, false, false}, Row{"assert True", false, true, false},
        Row{"True; assert x; True; assert True", false, true, false}, Row{"True assert", false, false, false},
        Row{"assert x is True", false, false, false}, Row{"price * 1.19", false, false, true},
        Row{"price * .5", false, false, true}, Row{"a.b2 + x[1]", false, false, false}}) {
    CAPTURE(row.text);
    const auto present = lexicon.present_in(row.text);
    CHECK(present[session] == row.ending);
    CHECK(present[pair] == row.pair);
    CHECK(present[fraction] == row.fraction);
  }
}

TEST_CASE("the empty word stands everywhere; many words are kept apart") {
  Lexicon lexicon;
  CHECK(lexicon.present_in("")[lexicon.add("")]);
  std::vector<Word> words;
  for (int i = 0; i < 2'000; ++i) words.push_back(lexicon.add("w" + std::to_string(i)));
  const auto present = lexicon.present_in("w7 w1999 w7");
  for (std::size_t i = 0; i < words.size(); ++i) CHECK(present[words[i]] == (i == 7 || i == 1'999));
}

TEST_CASE("stems of the words in names") {
  Lexicon stems;
  const auto token = stems.add("token");
  CHECK(stems.stems_in("accessTokens = 1")[token]);
  CHECK(stems.stems_in("ACCESS_TOKEN")[token]);
  CHECK(!stems.stems_in("tokenizer(x)")[token]);
}
