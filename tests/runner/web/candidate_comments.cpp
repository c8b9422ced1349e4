// Comments on the page: written, previewed, changed by two at once, removed, suggested, kept while they are
// typed.
#include "review.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/unfinished.hpp"

using namespace runner::web;
namespace session = runner::session;

TEST_CASE("comments on a line, lines, the old side, a file and the review stand where they were written") {
  Review review;
  CHECK(to(review.post("/comments", "at=0.a.1&body=one&severity=major&do=save")) == "/r/i1/change?#c1");
  CHECK(review.post("/comments?view=split", "at=0.a.1&last=3&body=three+lines&do=save").status == 303);
  CHECK(review.post("/comments", "at=0.b.2&body=the+old+side&do=save").status == 303);
  CHECK(review.post("/comments", "at=0&body=the+file&do=save").status == 303);
  CHECK(review.post("/comments", "at=review&body=all+of+it&do=save").status == 303);
  const auto written = review.comments();
  REQUIRE(written.size() == 5);
  CHECK(written[0].severity == runner::review::Severity::major);
  CHECK(written[1].lines.last.number == 3);
  CHECK(written[2].side == runner::review::Side::before);
  CHECK(written[3].scope == runner::review::CommentScope::file);
  CHECK(written[4].scope == runner::review::CommentScope::review);
  for (const auto* view : {"/change", "/change?view=split"})
    for (const auto* id : {"c1", "c2", "c3", "c4", "c5"})
      CHECK(holds(review.get(view), std::string("\" id=\"") + id + "\"><p"));
  CHECK(holds(review.get("/change"), "Finish (5)"));
}

TEST_CASE("what cannot be taken comes back with its text and the reason") {
  Review review;
  const auto empty = review.post("/comments", "at=0.a.1&body=++&do=save");
  CHECK(empty.status == 422);
  CHECK(holds(empty, "the comment has no text"));
  const auto nowhere = review.post("/comments", "at=0.a.1&last=99999&body=keep+me&do=save");
  CHECK(nowhere.status == 422);
  CHECK(holds(nowhere, "there is no line 99999"));
  CHECK(holds(nowhere, "keep me</textarea>"));
  CHECK(review.post("/comments", "at=99.a.1&body=x&do=save").status == 400);
  CHECK(review.post("/comments", "at=x&body=x&do=save").status == 400);
  CHECK(review.post("/comments/c9", "body=x&do=save").status == 409);
  CHECK(review.comments().empty());
}

TEST_CASE("a preview keeps nothing; edit changes text and severity; remove removes") {
  Review review;
  const auto preview = review.post("/comments", "at=0.a.1&body=**bold**&do=preview");
  CHECK(preview.status == 200);
  CHECK(holds(preview, "<strong>bold</strong>"));
  CHECK(review.comments().empty());
  REQUIRE(review.post("/comments", "at=0.a.1&body=one&severity=nit&do=save").status == 303);
  CHECK(holds(review.get("/change?edit=c1"), "one</textarea>"));
  REQUIRE(review.post("/comments/c1", "body=two&severity=&do=save").status == 303);
  CHECK(review.comments()[0].body == "two");
  CHECK(!review.comments()[0].severity);
  REQUIRE(review.post("/comments/c1", "body=two&do=remove").status == 303);
  CHECK(review.comments().empty());
}

TEST_CASE("two changes of one comment: the second is asked, sees both texts, and nothing is lost") {
  Review review;
  REQUIRE(review.post("/comments", "at=0.a.1&body=first&do=save").status == 303);
  const auto was = "was=" + session::version_of(review.comments()[0]) + "&";
  REQUIRE(review.post("/comments/c1", was + "body=from+one+window&do=save").status == 303);
  const auto second = review.post("/comments/c1", was + "body=from+the+other&do=save");
  CHECK(second.status == 409);
  CHECK(holds(second, "<p>from one window</p>"));
  CHECK(holds(second, "from the other</textarea>"));
  CHECK(holds(second, "was changed meanwhile"));
  CHECK(review.comments()[0].body == "from one window");
  CHECK(review.post("/comments/c1", was + "do=remove").status == 409);
  const auto now = "was=" + session::version_of(review.comments()[0]);
  CHECK(holds(second, "name=\"was\" value=\"" + now.substr(4) + "\""));
  const auto preview = review.post("/comments/c1", was + "body=from+the+other&do=preview");
  CHECK(holds(preview, "name=\"" + was.substr(0, 3) + "\" value=\"" + was.substr(4, 16) + "\""));
  REQUIRE(review.post("/comments/c1", now + "&body=both&do=save").status == 303);
  CHECK(review.comments()[0].body == "both");
}

TEST_CASE("a change of a comment that is gone comes back as text") {
  Review review;
  REQUIRE(review.post("/comments", "at=0.a.1&body=first&do=save").status == 303);
  REQUIRE(review.post("/comments/c1", "do=remove").status == 303);
  const auto late = review.post("/comments/c1", "body=more+%3Cof%3E+it&do=save");
  CHECK(late.status == 409);
  CHECK(holds(late, "more &lt;of&gt; it</textarea>"));
  CHECK(review.comments().empty());
}

TEST_CASE(
    "what is being typed is kept, comes back in its form, and goes with the comment or the submission") {
  Review review;
  CHECK(review.post("/drafts", "at=0.a.1&body=half+a+tho%3Cught&severity=minor&last=3").status == 200);
  CHECK(review.post("/drafts", "at=review&body=all+in+all").status == 200);
  CHECK(review.post("/drafts", "at=99.a.1&body=x").status == 400);
  CHECK(review.post("/drafts", "at=edit.c9&body=x").status == 400);
  CHECK(review.post("/drafts", "at=x&body=x").status == 400);
  CHECK(review.post("/drafts", "at=0.a.2&body=" + std::string(20'001, 'x')).status == 422);
  const auto page = review.get("/change");
  CHECK(holds(page, "Unfinished comment: go on"));
  CHECK(holds(page, "half a tho&lt;ught"));
  CHECK(holds(page, "at=0.a.1&amp;last=3#compose"));
  const auto form = review.get("/change?at=0.a.1&last=3");
  CHECK(holds(form, "half a tho&lt;ught</textarea>"));
  CHECK(holds(form, "<option selected>minor</option>"));
  CHECK(review.comments().empty());
  REQUIRE(review.post("/comments", "at=0.a.1&body=whole&do=save").status == 303);
  CHECK(!holds(review.get("/change"), "half a tho"));
  REQUIRE(review.post("/drafts", "at=edit.c1&body=better").status == 200);
  CHECK(holds(review.get("/change"), "an edit of it is unfinished"));
  CHECK(holds(review.get("/change?edit=c1"), "better</textarea>"));
  CHECK(holds(review.get("/look"), "2 comments are unfinished"));
  review.submit();
  CHECK(review.post("/drafts", "at=0.a.1&body=late").status == 422);
  CHECK(session::unfinished_of(review.at.at.house, review.attempt())->empty());
}

TEST_CASE("a suggestion begins as the lines that it stands on, and its preview shows what it changes") {
  Review review;
  const auto page = review.post("/comments", "at=0.a.1&last=2&body=Do+it+so%3A&do=suggest");
  REQUIRE(page.status == 200);
  const auto begin = page.body.find("Do it so:\n```suggestion\n");
  REQUIRE(begin != std::string::npos);
  CHECK(page.body.find("\n```\n</textarea>", begin) != std::string::npos);
  const auto preview =
      review.post("/comments", "at=0.a.1&last=2&body=```suggestion%0A%3Cnew%3E%0A```&do=preview");
  CHECK(holds(preview, "What the suggestion changes"));
  CHECK(holds(preview, "<td class=\"c\">&lt;new&gt;</td>"));
  CHECK(!holds(review.post("/comments", "at=0.a.1&body=none&do=preview"), "What the suggestion changes"));
  CHECK(review.comments().empty());
}
