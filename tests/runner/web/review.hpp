// A candidate's review, begun, by its forms.
#pragma once

#include "runner/session/comment.hpp"
#include "runner/session/write.hpp"
#include "site.hpp"

namespace runner::web {

struct Review {
  TestSite at;
  session::Invited invited;

  explicit Review(session::Feedback feedback = session::Feedback::none) : invited(at.candidate(feedback)) {
    REQUIRE(to(post("/begin", "")) == "/r/i1/change");
  }
  Response get(const std::string& path) { return at.get("/r/i1" + path, invited.token); }
  Response post(const std::string& path, const std::string& fields) {
    return at.post("/r/i1" + path, invited.token, fields);
  }
  session::Attempt attempt() { return session::list_attempts(at.at.house)->front(); }
  std::vector<review::Comment> comments() { return session::draft_of(at.at.house, attempt())->comments; }
  void submit() {
    REQUIRE(post("/finish", "summary=Two+things.&verdict=request-changes&do=look").status == 303);
    REQUIRE(to(post("/submit", "do=submit")) == "/r/i1");
  }
};

}  // namespace runner::web
