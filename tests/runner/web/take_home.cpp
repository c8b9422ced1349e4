// The whole review without a script: begin, write, preview, change, remove, finish, look, submit, feedback.
#include "runner/session/comment.hpp"
#include "runner/session/showing.hpp"
#include "runner/session/unfinished.hpp"
#include "runner/session/write.hpp"
#include "runner/web/assets.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

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
  std::vector<runner::review::Comment> comments() {
    return session::draft_of(at.at.house, attempt())->comments;
  }
  void submit() {
    REQUIRE(post("/finish", "summary=Two+things.&verdict=request-changes&do=look").status == 303);
    REQUIRE(to(post("/submit", "do=submit")) == "/r/i1");
  }
};

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
      CHECK(holds(review.get(view), std::string("<div class=\"note-box\" id=\"") + id + "\">"));
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
  CHECK(review.post("/comments/c9", "body=x&do=save").status == 422);
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

TEST_CASE(
    "an interviewer invites, stops the clock, reads the report, and a link that was taken back is closed") {
  TestSite at;
  const auto ana = at.interviewer();
  const auto made =
      at.post("/desk/invitations", ana.token,
              "exercise=payments-webhook&name=heron&seed=7&deadline=&factor=150&feedback=letter");
  const auto link = made.body.find(at.site.url + "/i/");
  REQUIRE(link != std::string::npos);
  const auto token = made.body.substr(link + at.site.url.size() + 3, 43);
  CHECK(to(at.get("/i/" + token, "")) == "/r/i2");
  CHECK(!holds(at.get("/desk", ana.token), token));
  CHECK(holds(at.get("/r/i2", token), "1 h 7 min"));
  REQUIRE(at.post("/r/i2/begin", token, "").status == 303);
  REQUIRE(at.post("/desk/invitations/i2", ana.token, "do=pause").status == 303);
  CHECK(holds(at.get("/r/i2/change", token), "(paused)"));
  CHECK(at.post("/desk/invitations/i2", ana.token, "do=pause").status == 422);
  CHECK(at.post("/desk/invitations/i2", ana.token, "do=change&factor=5&deadline=&feedback=none").status ==
        422);
  CHECK(at.post("/desk/invitations", ana.token, "exercise=payments-webhook&seed=x&factor=100").status == 422);
  CHECK(holds(at.get("/desk/attempts/payments-webhook-1/report", ana.token), "Planted defects"));
  CHECK(at.get("/desk/attempts/payments-webhook-1/queue", ana.token).status == 200);
  CHECK(at.get("/desk/attempts/none/report", ana.token).status == 404);
  REQUIRE(at.post("/desk/invitations/i2", ana.token, "do=revoke").status == 303);
  CHECK(at.get("/r/i2/change", token).status == 404);
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

TEST_CASE("comments of another tool are taken in once, and what cannot be read says so") {
  Review review;
  CHECK(holds(review.get("/upload"), "git clone http://127.0.0.1:8080/i/"));
  const auto path = session::showing(review.at.at.house, review.attempt()).value()->changes.front().path;
  const auto text = encoded("file,line,comment\n" + path + ",1,no timeout <here>\n");
  CHECK(holds(review.post("/upload", "format=csv&name=x.csv&text=" + text), "1 comment was taken in"));
  CHECK(review.comments().size() == 1);
  static_cast<void>(review.post("/upload", "format=csv&name=x.csv&text=" + text));
  CHECK(review.comments().size() == 1);
  const auto bad = review.post("/upload", "format=nothing&text=kept+text");
  CHECK(bad.status == 422);
  CHECK(holds(bad, "kept text</textarea>"));
  review.submit();
  CHECK(review.post("/upload", "format=csv&text=" + text).status == 422);
}

TEST_CASE("the repository can be cloned by the link, once begun, and holds nothing but its two commits") {
  TestSite at;
  const auto one = at.candidate();
  const auto git = [&](const std::string& path) {
    return at.get("/i/" + one.token + "/repository.git/" + path, "");
  };
  CHECK(git("info/refs").status == 404);
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  const auto refs = git("info/refs");
  CHECK(refs.status == 200);
  CHECK(std::count(refs.body.begin(), refs.body.end(), '\n') == 2);
  CHECK(git("HEAD").body.size() == 41);
  const auto object = refs.body.substr(0, 2) + "/" + refs.body.substr(2, 38);
  CHECK(git("objects/" + object).status == 200);
  for (const auto* path :
       {"config", "index", "objects/../HEAD", "objects/info/packs", "", "../../../etc/passwd"})
    CHECK(git(path).status == 404);
  const auto bundle = at.get("/r/i1/repository.bundle", one.token);
  CHECK(bundle.body.starts_with("# v2 git bundle\n"));
  CHECK(at.get("/r/i1/repository.bundle", "").status == 404);
  const auto ana = at.interviewer();
  CHECK(at.get("/i/" + ana.token + "/repository.git/HEAD", "").status == 404);
}
