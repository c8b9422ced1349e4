#include "runner/review/claim.hpp"

#include "runner/review/label.hpp"
#include "runner/review/mention.hpp"
#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using Rows = std::vector<std::string>;

Rows texts(const Comment& comment) {
  Rows found;
  for (const auto& claim : read_claims({.comments = {comment}})) found.push_back(claim.text);
  return found;
}

TEST_CASE("a comment on a line, split into claims") {
  const std::vector<std::pair<std::string, Rows>> table{
      {"", {}},
      {"  \n\n ", {}},
      {"No timeout.", {"No timeout."}},
      {"No timeout here. If the gateway hangs every worker blocks.",
       {"No timeout here. If the gateway hangs every worker blocks."}},
      {"No timeout.\n\nIf it hangs, workers block.", {"No timeout.\nIf it hangs, workers block."}},
      {"No timeout. Also, the card is logged.", {"No timeout.", "Also, the card is logged."}},
      {"- no timeout\n- card logged", {"no timeout", "card logged"}},
      {"1. no timeout\n2. card logged", {"no timeout", "card logged"}},
      {"Two things:\n- no timeout\n- card logged", {"no timeout", "card logged"}},
      {"- no timeout\n  - workers block\n- card logged", {"no timeout\nworkers block", "card logged"}},
      {"It is slow: 1) no index 2) no limit", {"It is slow:", "1) no index", "2) no limit"}},
      {"> you should add a timeout\n\nNo, it has one.", {"No, it has one."}},
      {"> quoted only", {}},
      {"**bold** and `code` and [a link](https://example.org)", {"bold and code and a link"}},
      {"one <b>tag</b>", {"one tag"}},
      {"| file | problem |\n|---|---|\n| a.py | no timeout |\n| b.py | n+1 |",
       {"a.py, no timeout", "b.py, n+1"}},
      {"no timeout here\nworkers will hang", {"no timeout here\nworkers will hang"}},
      {"A long line of wrapped prose that goes on and on\nin the next line",
       {"A long line of wrapped prose that goes on and on in the next line"}},
  };
  for (const auto& [body, expected] : table) {
    CAPTURE(body);
    CHECK(texts(small::at(7, body)) == expected);
  }
}

TEST_CASE("a summary: each paragraph is a claim, a heading belongs to its paragraph") {
  CHECK(texts(small::overall("No timeout.\n\nCard is logged.")) == Rows{"No timeout.", "Card is logged."});
  CHECK(texts(small::overall("## Timeouts\n\nThere is none.")) == Rows{"Timeouts\nThere is none."});
  CHECK(texts(small::overall("## In app/x.py\n\n- no timeout\n- n+1")) == Rows{"no timeout", "n+1"});
  const auto claims =
      read_claims({.comments = {small::overall("In app/x.py, my comments:\n\n- no timeout\n- n+1")}});
  REQUIRE(claims.size() == 2);
  REQUIRE(claims[1].mentions.size() == 1);
  CHECK(claims[1].mentions[0].path == "app/x.py");
  CHECK(claims[1].ordinal == 1);
}

TEST_CASE("labels") {
  struct Row {
    std::string body;
    std::string label;
    bool blocking;
    std::string text;
  };
  const std::vector<Row> table{
      {"issue: no timeout", "issue", false, "no timeout"},
      {"**issue (blocking):** no timeout", "issue", true, "no timeout"},
      {"**issue** (blocking): no timeout", "issue", true, "no timeout"},
      {"nit: a space", "nitpick", false, "a space"},
      {"Nitpick (non-blocking): a space", "nitpick", false, "a space"},
      {"praise: lovely", "praise", false, "lovely"},
      {"blocker: no timeout", "issue", true, "no timeout"},
      {"suggestion (if-minor): rename", "suggestion", false, "rename"},
      {"Timeout: there is none", "", false, "Timeout: there is none"},
      {"no label", "", false, "no label"},
  };
  for (const auto& row : table) {
    CAPTURE(row.body);
    const auto claims = read_claims({.comments = {small::at(7, row.body)}});
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].label == row.label);
    CHECK(claims[0].blocking == row.blocking);
    CHECK(claims[0].text == row.text);
  }
}

TEST_CASE("a label that came as a field counts where the text has none") {
  auto comment = small::at(7, "no timeout");
  comment.label = "issue";
  comment.decorations = {"blocking"};
  CHECK(read_claims({.comments = {comment}})[0].label == "issue");
  CHECK(read_claims({.comments = {comment}})[0].blocking);
  comment.body = "praise: lovely";
  CHECK(read_claims({.comments = {comment}})[0].label == "praise");
}

TEST_CASE("places that a text names") {
  struct Row {
    std::string text;
    std::string path;
    int first;
    int last;
    std::string symbol;
  };
  const std::vector<Row> table{
      {"see app/x.py:12", "app/x.py", 12, 12, ""},
      {"see app/x.py:12-15.", "app/x.py", 12, 15, ""},
      {"app/x.py#L12-L15", "app/x.py", 12, 15, ""},
      {"https://host/o/r/blob/abc123/app/x.py#L3", "app/x.py", 3, 3, ""},
      {"app/x.py line 4", "app/x.py", 4, 4, ""},
      {"./x.py is long", "x.py", 0, 0, ""},
      {"on line 9 here", "here.py", 9, 9, ""},
      {"lines 9-11", "here.py", 9, 11, ""},
      {"L9", "here.py", 9, 9, ""},
      {"call charge() there", "", 0, 0, "charge"},
      {"Gateway.charge(order)", "", 0, 0, "Gateway.charge"},
      {"the load_orders helper", "", 0, 0, "load_orders"},
      {"the loadOrders helper", "", 0, 0, "loadOrders"},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    const auto found = mentions_in(row.text, "here.py");
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == row.path);
    CHECK(found[0].lines == small::lines(row.first, row.last));
    CHECK(found[0].symbol == row.symbol);
  }
  CHECK(mentions_in("nothing, e.g. at 12:30 in version 1.2", "here.py").empty());
}

TEST_CASE("suggestions: fields first, then fences, on the comment's own lines") {
  auto comment = small::at(7, "No timeout.\n```suggestion\nx = 1\n```\nor\n```suggestion:-1+2\ny\n```");
  comment.suggestions.push_back({small::lines(3, 3), "z\n"});
  const auto found = suggestions_of(comment);
  REQUIRE(found.size() == 3);
  CHECK(found[0].text == "z\n");
  CHECK(found[1] == Suggestion{small::lines(7, 7), "x = 1\n"});
  CHECK(found[2] == Suggestion{small::lines(6, 9), "y\n"});
  const auto claims = read_claims({.comments = {comment}});
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].suggestions.size() == 3);
  CHECK(claims[0].text == "No timeout.\nor");
}

TEST_CASE("a suggestion without words is a claim with no text") {
  const auto claims = read_claims({.comments = {small::at(7, "```suggestion\nx\n```")}});
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].text.empty());
  CHECK(claims[0].suggestions == std::vector<std::size_t>{0});
}

TEST_CASE("any bytes are read") {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "> - ";
  for (const auto& body :
       {all, deep, std::string(10000, '*'), std::string(10000, '['), std::string("```suggestion"),
        std::string("a\0b", 3), std::string(5000, '\n') + "x"})
    CHECK(read_claims({.comments = {small::at(1, body)}}).size() <= 500);
}

}  // namespace
