// The matcher of free-text keys on texts of our own: what matches, what does not, and why.
#include "tests/runner/review/freetext.hpp"

#include <algorithm>
#include <cmath>

namespace {

using namespace runner::review;

FreeKey shop(const std::vector<std::string>& bodies) {
  FreeKey key;
  key.defects = {
      {.id = "gateway",
       .description =
           "The call to the payment gateway in `charge_card` has no timeout, so a gateway that hangs "
           "blocks every worker."},
      {.id = "orders",
       .description =
           "`list_orders` runs one query for the customer of each order: with many orders the page needs "
           "hundreds of queries."},
      {.id = "stock",
       .description = "Two checkouts at the same time can both read the same stock level and sell the last "
                      "item twice."}};
  for (std::size_t i = 0; i < bodies.size(); ++i)
    key.comments.push_back({.id = "c" + std::to_string(i), .body = bodies[i]});
  return key;
}

FreeMatching match(const FreeKey& key) { return match_free_text(key, free_text_model(), small::english()); }

double score(const FreeMatching& found, std::size_t comment, std::size_t defect) {
  const auto pair = std::ranges::find_if(
      found.pairs, [&](const FreePair& each) { return each.comment == comment && each.defect == defect; });
  REQUIRE(pair != found.pairs.end());
  return pair->score;
}

const std::vector<std::string> reviews{
    "`charge_card` calls the payment gateway without a timeout; if the gateway hangs, workers block.",
    "N+1: `list_orders` loads the customer of every order with a query of its own, so many orders mean "
    "hundreds of queries.",
    "The stock level is read and written without a lock: two checkouts at the same time sell the last item "
    "twice.",
    "Please rename this variable."};

TEST_CASE("each comment finds its defect") {
  const auto found = match(shop(reviews));
  REQUIRE(found.matches.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(found.matches[i].comment == i);
    CHECK(found.matches[i].defect == i);
    CHECK(found.matches[i].level == Level::identified);
  }
  CHECK(found.unmatched == std::vector<std::size_t>{3});
  CHECK(found.pairs.size() == 12);
}

TEST_CASE("words about something else in the same code are no match where the right words are there too") {
  auto more = reviews;
  more.insert(more.end(),
              {"`charge_card` should be renamed to `charge`.", "`list_orders` lacks a docstring.", ""});
  const auto found = match(shop(more));
  CHECK(found.matches.size() == 3);
  CHECK(found.unmatched == std::vector<std::size_t>{3, 4, 5, 6});
}

TEST_CASE("praise for what is missing is no match") {
  auto more = reviews;
  more[0] = "The gateway call in `charge_card` has a timeout, nice.";
  CHECK(score(match(shop(more)), 0, 0) < same_problem);
}

TEST_CASE("no defect and no comment twice") {
  auto twice = reviews;
  twice.push_back(reviews[0]);
  const auto found = match(shop(twice));
  CHECK(found.matches.size() == 3);
  CHECK(found.unmatched.size() == 2);
  CHECK(score(found, 0, 0) == doctest::Approx(score(found, 4, 0)).epsilon(1e-6));
}

TEST_CASE("a list is several remarks") {
  const auto found =
      match(shop({"Some findings:\n\n- " + reviews[0] + "\n- " + reviews[1] + "\n- " + reviews[3] + "\n"}));
  REQUIRE(found.matches.size() == 2);
  CHECK(found.matches[0].comment == 0);
  CHECK(found.matches[1].comment == 0);
  CHECK(found.matches[0].defect != found.matches[1].defect);
  CHECK(found.unmatched.empty());
}

// The number in brackets at a line's end.
double weight_in(const std::string& line) { return std::stod(line.substr(line.rfind('(') + 1)); }

TEST_CASE("the lines of evidence add up to the score") {
  auto key = shop(reviews);
  key.comments[0].place = key.defects[0].place = {"pay.py", {{7}, {7}}};
  for (const auto& each : match(key).matches) {
    double sum = 0;
    for (const auto& line : each.evidence) sum += weight_in(line);
    CHECK(logistic(sum) == doctest::Approx(each.score).epsilon(0.02));
  }
}

TEST_CASE("evidence names what is shared") {
  const auto found = match(shop(reviews));
  const auto& evidence = found.matches[0].evidence;
  const auto says = [&](std::string_view text) {
    return std::ranges::any_of(evidence,
                               [&](const std::string& line) { return line.find(text) != std::string::npos; });
  };
  CHECK(says("shared words: "));
  CHECK(says("gateway"));
  CHECK(says("shared names: charge_card ("));
}

TEST_CASE("place tells for and against, and is never enough") {
  auto key = shop({"This can hang.", "Looks odd."});
  key.defects[0].place = {"pay.py", {{7}, {7}}};
  const auto without = match(key);
  key.comments[0].place = key.comments[1].place = {"pay.py", {{8}, {8}}};
  const auto near = match(key);
  key.comments[0].place.path = "stock.py";
  const auto elsewhere = match(key);
  CHECK(score(near, 0, 0) > score(without, 0, 0));
  CHECK(score(elsewhere, 0, 0) < score(without, 0, 0));
  CHECK(score(near, 1, 0) < same_problem);
}

TEST_CASE("the right line about another problem gains nothing by its place") {
  auto key = shop({"`charge_card` should be renamed to `charge`."});
  const double without = score(match(key), 0, 0);
  key.defects[0].place = key.comments[0].place = {"pay.py", {{7}, {7}}};
  CHECK(score(match(key), 0, 0) == doctest::Approx(without));
}

TEST_CASE("a class's words lift and cap, where the key names it") {
  auto key =
      shop({"No timeout on the gateway call in `charge_card`: if the gateway hangs every worker blocks. Add "
            "a timeout.",
            "The gateway call in `charge_card` has a timeout, nice."});
  const auto plain = match(key);
  key.defects[0].class_id = "missing-timeout";
  key.defects[0].class_words = small::class_words("missing-timeout");
  const auto classed = match(key);
  CHECK(score(classed, 0, 0) > score(plain, 0, 0));
  REQUIRE(classed.matches.size() == 1);
  CHECK(classed.matches[0].comment == 0);
  CHECK(classed.matches[0].level == Level::fixed);
  CHECK(score(classed, 1, 0) < same_problem);
}

TEST_CASE("a list of endless length is one text") {
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "- no timeout\n";
  const auto found = match(shop({body, reviews[1]}));
  CHECK(found.pairs.size() == 6);
  REQUIRE(found.matches.size() >= 1);
  CHECK(found.matches.back().comment == 1);
}

TEST_CASE("nothing given, nothing found") {
  CHECK(match({}).pairs.empty());
  FreeKey lonely = shop({});
  CHECK(match(lonely).matches.empty());
  lonely.defects.clear();
  lonely.comments.push_back({.id = "c", .body = "no timeout"});
  CHECK(match(lonely).unmatched.size() == 1);
}

TEST_CASE("the same values give the same answer") {
  const auto once = match(shop(reviews)), again = match(shop(reviews));
  REQUIRE(once.pairs.size() == again.pairs.size());
  for (std::size_t i = 0; i < once.pairs.size(); ++i) CHECK(once.pairs[i].score == again.pairs[i].score);
}

}  // namespace
