#include "runner/web/http.hpp"

#include <doctest/doctest.h>

using namespace runner::web;

TEST_CASE("escapes are decoded once, and a broken one stays as it is") {
  const std::pair<const char*, const char*> table[] = {
      {"a+b", "a b"}, {"%41%7a", "Az"}, {"%2541", "%41"}, {"%", "%"},
      {"%4", "%4"},   {"%zz", "%zz"},   {"", ""},         {"%C3%A9", "\xC3\xA9"}};
  for (const auto& [text, plain] : table) CHECK(decoded(text, Plus::is_space) == plain);
  CHECK(decoded("a+b", Plus::stays) == "a+b");
}

TEST_CASE("what is encoded comes back") {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  CHECK(decoded(encoded(all), Plus::is_space) == all);
  CHECK(encoded("a b&c=d/é") == "a%20b%26c%3Dd%2F%C3%A9");
}

TEST_CASE("forms and cookies are fields in their order") {
  CHECK(read_form("a=1&b=x%26y&&c&a=2") == Fields{{"a", "1"}, {"b", "x&y"}, {"c", ""}, {"a", "2"}});
  CHECK(read_form("").empty());
  CHECK(read_cookies("a=1; b=x=y;c") == Fields{{"a", "1"}, {"b", "x=y"}, {"c", ""}});
  CHECK(field(read_form("a=1&a=2"), "a") == "1");
  CHECK(field({}, "a").empty());
}

TEST_CASE("a target is a path and a query") {
  CHECK(path_of("/a/b?c=d?e") == "/a/b");
  CHECK(query_of("/a/b?c=d?e") == "c=d?e");
  CHECK(path_of("/a") == "/a");
  CHECK(query_of("/a").empty());
}

TEST_CASE("behind a proxy the address is what the proxy wrote last") {
  const std::pair<Fields, const char*> table[] = {
      {{}, "peer"},
      {{{"x-forwarded-for", "1.1.1.1"}}, "1.1.1.1"},
      {{{"x-forwarded-for", "6.6.6.6, 1.1.1.1"}}, "1.1.1.1"},
      {{{"x-forwarded-for", "6.6.6.6"}, {"x-forwarded-for", "1.1.1.1"}}, "1.1.1.1"},
      {{{"x-forwarded-for", ""}}, "peer"},
      {{{"forwarded", "6.6.6.6"}}, "peer"}};
  for (const auto& [headers, address] : table) CHECK(forwarded_for(headers, "peer") == address);
}
