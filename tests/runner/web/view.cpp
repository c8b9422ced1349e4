#include "runner/web/view.hpp"

#include <doctest/doctest.h>

using namespace runner::web;

TEST_CASE("a view comes back from its query") {
  const View view{.layout = Layout::split,
                  .opened = {{0, 1}, {2, 0}},
                  .at = At{.file = 3, .side = runner::review::Side::before, .line = 14},
                  .edit = "c 1"};
  const auto query = to_query(view);
  CHECK(query == "?view=split&open=0.1&open=2.0&at=3.b.14&edit=c%201");
  const auto read = read_view(query.substr(1));
  CHECK(read.layout == view.layout);
  CHECK(read.opened == view.opened);
  CHECK(read.at == view.at);
  CHECK(read.edit == view.edit);
  CHECK(to_query({}) == "?");
}

TEST_CASE("places have names, and other texts are none") {
  for (const auto* name : {"review", "0", "7", "2.a.14", "2.b.1"}) CHECK(to_string(*at_named(name)) == name);
  for (const auto* wrong :
       {"", "x", "-1", "1.", "1.c.2", "1.a.0", "1.a.", "1.a.2x", "1.a.2.3", "99999999999999999999"})
    CHECK_MESSAGE(!at_named(wrong), wrong);
}

TEST_CASE("what is not understood is left out") {
  const auto view = read_view("view=sideways&open=x&open=1.2&open=1.2.3&at=nowhere&more=1");
  CHECK(view.layout == Layout::unified);
  CHECK(view.opened.size() == 1);
  CHECK(!view.at);
}
