#include "runner/review/place.hpp"

#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

Standing standing(const Comment& comment, std::vector<Place> places) {
  static const Key known = small::key();
  const auto index = index_code(known);
  const Review review{.comments = {comment}};
  const auto claims = read_claims(review);
  REQUIRE(claims.size() == 1);
  return nearest(anchors_of(claims[0], review, index), spots_of(places, index));
}

TEST_CASE("a line of the comment against line 7, in Gateway.charge") {
  const std::vector<std::pair<int, std::string>> table{
      {7, "statement"},
      {6, "near"},
      {5, "near"},
      {8, "near"},
      {4, "near"},  // the blank line above the
                    // function's head
      {3, "type"},
      {2, "type"},
      {11, "type"},
      {12, "type"},
      {18, "file"},
      {26, "file"},
  };
  for (const auto& [line, relation] : table) {
    CAPTURE(line);
    if (line == 4) continue;  // three lines off and outside of the function: see below
    CHECK(to_string(standing(small::at(line, "x"), {{small::path, small::lines(7, 7)}}).relation) ==
          relation);
  }
  CHECK(standing(small::at(4, "x"), {{small::path, small::lines(7, 7)}}).relation == Relation::type);
}

TEST_CASE("loops, selections, other files") {
  const Place loop{small::path, small::lines(18, 18)};
  auto comment = small::at(17, "x");
  CHECK(standing(comment, {loop}).relation == Relation::near);
  comment.lines = small::lines(5, 8);
  CHECK(standing(comment, {{small::path, small::lines(7, 7)}}).relation == Relation::statement);
  comment.lines = small::lines(1, 26);
  CHECK(standing(comment, {loop}).relation == Relation::file);  // the whole file points at nothing
  comment = small::at(18, "x");
  comment.path = "other.py";
  CHECK(standing(comment, {loop}).relation == Relation::elsewhere);  // a file that the key does not know
  comment = small::at(18, "x");
  comment.path = "gateway.py";
  CHECK(standing(comment, {loop}).relation == Relation::statement);  // the last part will do
  comment.scope = CommentScope::file;
  CHECK(standing(comment, {loop}).relation == Relation::file);
  CHECK(standing(small::overall("x"), {loop}).relation == Relation::none);
}

TEST_CASE("what a text names is a place") {
  const Place call{small::path, small::lines(7, 7)};
  const std::vector<std::pair<std::string, std::string>> table{
      {"see payments/gateway.py:7", "statement"},
      {"gateway.py line 8", "near"},
      {"`Gateway.charge` is wrong", "statement"},
      {"charge() is wrong", "statement"},
      {"`requests.post(PAY_URL, json=payload)`", "statement"},
      {"`refund` is wrong", "type"},
      {"nothing named", "none"},
  };
  for (const auto& [body, relation] : table) {
    CAPTURE(body);
    CHECK(to_string(standing(small::overall(body), {call}).relation) == relation);
  }
}

TEST_CASE("names in the text stand where they stand as words, not in imports or within other words") {
  const auto key = [] {
    Key made;
    made.code.push_back(
        {.after = SourceFile("a.py", "from money import cent\n\n\n\ncentral()\n\n\n\ncent(1)\n"),
         .before = SourceFile("a.py", "")});
    return made;
  }();
  const auto index = index_code(key);
  const Review review{.comments = {small::overall("`cent(1)` and `cent` are odd")}};
  for (const auto& anchor : anchors_of(read_claims(review).at(0), review, index))
    CHECK(anchor.lines == small::lines(9, 9));
  // A place on an import is none where there is another.
  CHECK(spots_of({{"a.py", small::lines(1, 1)}, {"a.py", small::lines(9, 9)}}, index).size() == 1);
  CHECK(spots_of({{"a.py", small::lines(1, 1)}}, index).size() == 1);
}

TEST_CASE("an answer stands where its thread stands") {
  static const Key known = small::key();
  const auto index = index_code(known);
  auto parent = small::at(7, "why?");
  parent.id = "p";
  auto answer = small::overall("no timeout");
  answer.reply_to = "p";
  const Review review{.comments = {parent, answer}};
  const auto claims = read_claims(review);
  REQUIRE(claims.size() == 2);
  const auto anchors = anchors_of(claims[1], review, index);
  REQUIRE(anchors.size() == 1);
  CHECK(anchors[0].lines == small::lines(7, 7));
}

TEST_CASE("a removed line is where it stood") {
  Key key;
  key.code.push_back({.after = SourceFile("a.py", "one\ntwo\nnew\nthree\n"),
                      .before = SourceFile("a.py", "one\ntwo\nold\nolder\nthree\n"),
                      .changed = {small::lines(3, 3)}});
  const auto index = index_code(key);
  CHECK(lines_after(index, 0, small::lines(1, 1), Side::before) == small::lines(1, 1));
  CHECK(lines_after(index, 0, small::lines(3, 4), Side::before) == small::lines(2, 2));
  CHECK(lines_after(index, 0, small::lines(5, 5), Side::before) == small::lines(4, 4));
  CHECK(lines_after(index, 0, small::lines(99, 99), Side::before) == small::lines(4, 4));
  CHECK(lines_after(index, 0, small::lines(3, 3), Side::after) == small::lines(3, 3));
}

TEST_CASE("words of the code, and of what was given with it, are a copy") {
  static const Key known = [] {
    auto key = small::key();
    key.given = {"Orders are delivered at least once, so the same event may come twice."};
    return key;
  }();
  const auto index = index_code(known);
  CHECK(copied(index, "response = requests.post(PAY_URL, json=payload)"));
  CHECK(copied(index, "for order in orders: render(order.customer.name)"));
  CHECK_FALSE(copied(index, "requests.post has no timeout, the gateway may hang"));
  CHECK_FALSE(copied(index, "no timeout"));
  CHECK(copied(index, "The same event may come twice."));
  CHECK_FALSE(copied(index, "When an event comes twice, the order is paid twice."));
  CHECK_FALSE(copied(index, ""));
}

}  // namespace
