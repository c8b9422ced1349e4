#include "runner/comments/further_places.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;
using runner::review::Comment;
using runner::review::CommentScope;
using runner::review::LineSpan;

namespace {

Comment here() { return {.scope = CommentScope::lines, .path = "a.py", .lines = {{1}, {2}}, .body = "odd"}; }

}  // namespace

TEST_CASE("further places: each once, and none that the comment has") {
  auto comment = here();
  const auto added = add_further_places(comment, {{"a.py", {{1}, {2}}, ""},
                                                  {"a.py", {{3}, {3}}, ""},
                                                  {"b.py", LineSpan{}, ""},
                                                  {"c.py", {{4}, {4}}, "read here"},
                                                  {"a.py", {{3}, {3}}, "again"}});
  CHECK(comment.body == "odd\n\nAlso at `a.py:3`, `b.py`.\n\nRelated:\n\n- `c.py:4`: read here");
  CHECK(added.named == 3);
  CHECK(added.beyond == 0);
  auto alone = here();
  CHECK(add_further_places(alone, {}).named == 0);
  CHECK(alone.body == "odd");
}

TEST_CASE("further places: what is too many is counted and said") {
  std::vector<FurtherPlace> places;
  for (int i = 1; i <= 50; ++i) places.push_back({"b.py", {{i}, {i}}, ""});
  auto comment = here();
  const auto added = add_further_places(comment, places);
  CHECK(added.named == 20);
  CHECK(added.beyond == 30);
  CHECK(comment.body.ends_with("`b.py:20`."));
  const Take take = [](Found&&) {};
  Reading reading{.path = "x", .text = "", .take = take};
  note_places(reading, "result 3", added);
  note_places(reading, "result 4", {});
  CHECK(
      reading.harvest.notes ==
      std::vector<std::string>{"result 3: stands at the first of its places; 20 more are named in its text, "
                               "and 30 more are in its raw record only"});
}
