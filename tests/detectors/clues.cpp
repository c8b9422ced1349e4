#include "detectors/facts/clues.hpp"

#include "data.hpp"
#include "detectors/rules.hpp"

using namespace detectors;

namespace {

bool possible(std::string_view text, syntax::Language language, std::string_view label) {
  const auto& set = *real_catalog().rules;
  facts::Lexicon lexicon;
  const facts::Clues clues(set.of(language), language, lexicon);
  const auto bit = set.labels->find(label);
  REQUIRE(bit.has_value());
  return clues.possible(lexicon.present_in(text)).test(*bit);
}

}  // namespace

TEST_CASE("a call needs its own name and that of what it belongs to") {
  using syntax::Language;
  struct Row {
    std::string_view text;
    Language language;
    std::string_view label;
    bool possible;
  };
  for (const auto& row : {
           Row{"import requests\nrequests.post(u)", Language::python, "outbound", true},
           Row{"from requests import post as p\np(u)", Language::python, "outbound-create", true},
           Row{"def post(self): pass", Language::python, "no-default-timeout", false},
           Row{"import requests", Language::python, "outbound", false},
           Row{"db_session.commit()", Language::python, "commit", true},
           Row{"transaction.commit_later()", Language::python, "commit", false},
           Row{"async def f(): pass", Language::python, "promise", true},
           Row{"def f(): pass", Language::python, "promise", false},
           Row{"package p\nimport \"net/http\"\nvar r, _ = http.Get(u)", Language::go, "outbound", true},
           Row{"package p\nfunc Get() {}", Language::go, "outbound", false},
           Row{"const n = 1", Language::javascript, "outbound", false},
           Row{"await fetch(u)", Language::javascript, "outbound", true},
       }) {
    CAPTURE(row.text);
    CHECK(possible(row.text, row.language, row.label) == row.possible);
  }
}

TEST_CASE("what the analysis adds is possible wherever it may add it") {
  using syntax::Language;
  // The verb is looked for in the statement's text, which may be put together.
  CHECK(possible("cursor.execute(q)", Language::python, "insert"));
  CHECK(possible("fetch(u, { method: m })", Language::typescript, "outbound-create"));
}
