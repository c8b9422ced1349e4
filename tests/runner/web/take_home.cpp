// The whole review without a script: begin, write, preview, change, remove, finish, look, submit, feedback.
#include "review.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/showing.hpp"
#include "runner/session/unfinished.hpp"
#include "runner/session/write.hpp"
#include "runner/web/assets.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

// The one script that a page may load: ours, from its asset's path.
Response without_our_script(Response response) {
  const auto ours = "<script src=\"" + asset_path("review.js") + "\" defer></script>";
  if (const auto at = response.body.find(ours); at != std::string::npos) response.body.erase(at, ours.size());
  return response;
}

}  // namespace

TEST_CASE("the start page says what there is to know, and its button begins") {
  TestSite at;
  const auto one = at.candidate();
  const auto page = at.get("/r/i1", one.token);
  for (const auto* text : {"<h2>Time</h2>", "45 min", "<h2>What counts</h2>", "<h2>AI tools</h2>",
                           "<h2>Privacy</h2>", "Begin the review"})
    CHECK(holds(page, text));
  CHECK(to(at.get("/r/i1/change", one.token)) == "/r/i1");
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  CHECK(holds(at.get("/r/i1", one.token), "Go on with your review"));
}

TEST_CASE("a stranger's text is text on every page") {
  Review review;
  const std::string evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'</textarea><b>";
  REQUIRE(review.post("/comments", "at=0.a.1&do=save&body=" + encoded(evil)).status == 303);
  REQUIRE(review.post("/finish", "verdict=approve&do=save&summary=" + encoded(evil)).status == 303);
  for (const auto* page :
       {"/change", "/change?edit=c1", "/finish", "/look", "/change?view=%22%3E%3Cscript%3E",
        "/change?edit=%22%3E%3Cscript%3E", "/file/new/%3Cscript%3E"}) {
    INFO(page);
    const auto response = without_our_script(review.get(page));
    CHECK(!holds(response, "<script"));
    CHECK(!holds(response, "<img"));
    CHECK(!holds(response, "</textarea><b>"));
  }
  const auto preview = without_our_script(
      review.post("/comments", "at=0.a.1&do=preview&body=" + encoded(evil + "[x](javascript:alert(1))")));
  CHECK(!holds(preview, "<script"));
  CHECK(!holds(preview, "href=\"javascript"));
}

TEST_CASE("no page asks another host for anything, nor holds a script or a style of its own") {
  Review review;
  REQUIRE(review.post("/comments", "do=save&at=0.a.1&body=" + encoded("![x](https://evil.example/x.png)"))
              .status == 303);
  for (const auto* page : {"", "/change", "/files", "/finish", "/look"}) {
    const auto response = without_our_script(review.get(page));
    for (const auto* what :
         {"<script", "<style", " style=\"", "<iframe", "<img", "src=\"http", "url(", "onclick"})
      CHECK(!holds(response, what));
  }
}

TEST_CASE("viewed marks come and go") {
  Review review;
  CHECK(to(review.post("/viewed", "file=0&do=yes")) == "/r/i1/change?#file0");
  CHECK(holds(review.get("/change"), "class=\"file seen\""));
  REQUIRE(review.post("/viewed", "file=0&do=no").status == 303);
  CHECK(!holds(review.get("/change"), "class=\"file seen\""));
  CHECK(review.post("/viewed", "file=99&do=yes").status == 400);
}

TEST_CASE("nothing is submitted without a verdict; afterwards nothing changes, and pressing twice is once") {
  Review review;
  REQUIRE(review.post("/finish", "summary=x&do=look").status == 303);
  CHECK(holds(review.get("/look"), "Choose a verdict first"));
  CHECK(to(review.post("/submit", "do=submit")) == "/r/i1/look");
  CHECK(review.attempt().state == session::AttemptState::open);
  review.submit();
  CHECK(to(review.post("/submit", "do=submit")) == "/r/i1");
  CHECK(review.post("/comments", "at=0.a.1&body=late&do=save").status == 422);
  CHECK(review.post("/finish", "summary=late&verdict=approve&do=save").status == 422);
  CHECK(review.comments().size() == 1);
  CHECK(review.attempt().verdict == runner::review::Verdict::request_changes);
  CHECK(holds(review.get(""), "Thank you"));
  CHECK(review.get("/feedback").status == 404);
}

TEST_CASE("feedback comes after the submission, as far as the interviewer allows") {
  Review review(session::Feedback::letter);
  CHECK(review.get("/feedback").status == 404);
  review.submit();
  const auto letter = review.get("/feedback");
  CHECK(letter.status == 200);
  CHECK(field(letter.headers, "Content-Security-Policy").find("script-src") == std::string_view::npos);
  REQUIRE(session::change_invitation(review.at.at.house, "i1", {.feedback = session::Feedback::none}, "i2"));
  CHECK(review.get("/feedback").status == 404);
}
