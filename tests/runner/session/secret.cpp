#include "runner/session/secret.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace runner::session;

TEST_CASE("SHA-256 as in FIPS 180-4") {
  const std::pair<const char*, const char*> table[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}};
  for (const auto& [bytes, hash] : table) CHECK(hash_of(bytes) == hash);
}

TEST_CASE("tokens differ, have 43 characters of base64url, and nothing else looks like one") {
  std::set<std::string> drawn;
  for (int i = 0; i < 1000; ++i) drawn.insert(draw_token());
  CHECK(drawn.size() == 1000);
  for (const auto& token : drawn) CHECK(looks_like_token(token));
  CHECK(!looks_like_token(""));
  CHECK(!looks_like_token(std::string(42, 'a')));
  CHECK(!looks_like_token(std::string(42, 'a') + "/"));
  CHECK(!looks_like_token(std::string(42, 'a') + '\0'));
}

TEST_CASE("a form's secret is HMAC-SHA-256 (RFC 4231, case 2) and differs by token and purpose") {
  // 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843
  CHECK(form_secret("Jefe", "what do ya want for nothing?") == "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
  CHECK(form_secret("a", "x") != form_secret("b", "x"));
  CHECK(form_secret("a", "x") != form_secret("a", "y"));
}

TEST_CASE("secrets are the same when every byte is") {
  CHECK(same_secret("abc", "abc"));
  CHECK(!same_secret("abc", "abd"));
  CHECK(!same_secret("abc", "ab"));
  CHECK(same_secret("", ""));
}
