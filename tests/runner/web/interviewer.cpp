// The interviewers' pages: invitations, one attempt's report, conversation and export, several attempts
// compared.
#include "runner/session/comment.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

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

namespace {

// Somebody's submitted review, with one comment that finds something and one that asks.
std::string submitted(TestSite& at) {
  const auto one = at.candidate();
  const auto home = "/r/" + one.invitation.id;
  REQUIRE(at.post(home + "/begin", one.token, "").status == 303);
  const auto say = [&](const std::string& text) {
    REQUIRE(at.post(home + "/comments", one.token, "do=save&" + text).status == 303);
  };
  say("at=review&body=There+is+no+timeout+on+the+call+to+the+%3Cpartner%3E%3A+every+worker+hangs&severity="
      "major");
  say("at=0.a.1&body=Why+this+over+that%3F");
  REQUIRE(at.post(home + "/finish", one.token, "summary=Two.&verdict=approve&do=look").status == 303);
  REQUIRE(at.post(home + "/submit", one.token, "do=submit").status == 303);
  return session::list_attempts(at.at.house)->front().id;
}

}  // namespace

TEST_CASE(
    "compare: every defect of the exercise, by code name; one defect in everybody's words; nothing before") {
  TestSite at;
  const auto ana = at.interviewer();
  CHECK(holds(at.get("/desk/exercises/payments-webhook", ana.token), "None is submitted yet"));
  const auto attempt = session::find_attempt(at.at.house, submitted(at), {});
  const auto all = at.get("/desk/exercises/payments-webhook", ana.token);
  CHECK(holds(all, "<th scope=\"col\">heron</th>"));
  for (const auto& defect : attempt->planted) {
    INFO(defect);
    CHECK(holds(all, "/desk/exercises/payments-webhook/defects/" + defect + "\""));
    CHECK(at.get("/desk/exercises/payments-webhook/defects/" + defect, ana.token).status == 200);
  }
  CHECK(at.get("/desk/exercises/payments-webhook/defects/none", ana.token).status == 404);
  CHECK(holds(at.get("/desk/exercises/%3Cb%3E", ana.token), "&lt;b&gt;"));
}

TEST_CASE(
    "conversation: questions from what was written and what went by; none for an attempt that is not there") {
  TestSite at;
  const auto ana = at.interviewer();
  const auto page = at.get("/desk/attempts/" + submitted(at) + "/conversation", ana.token);
  CHECK(page.status == 200);
  CHECK(holds(page, "What went by"));
  CHECK(holds(page, "Listen for"));
  CHECK(holds(page, "&lt;partner&gt;"));
  CHECK(!holds(page, "<partner>"));
  CHECK(at.get("/desk/attempts/none-1/conversation", ana.token).status == 404);
}

TEST_CASE("export: a file in another tool's format, without the key; a format that is none is none") {
  TestSite at;
  const auto ana = at.interviewer();
  const auto attempt = submitted(at);
  for (const auto* format : {"sarif", "csv", "github", "json"}) {
    INFO(format);
    const auto file = at.get("/desk/attempts/" + attempt + "/export/" + format, ana.token);
    CHECK(file.status == 200);
    CHECK(field(file.headers, "Content-Disposition") ==
          "attachment; filename=\"" + attempt + "." + format + ".txt\"");
    CHECK(file.type.starts_with("text/plain"));
    CHECK(holds(file, "every worker hangs"));
  }
  CHECK(at.get("/desk/attempts/" + attempt + "/export/parchment", ana.token).status == 404);
  CHECK(at.get("/desk/attempts/none-1/export/csv", ana.token).status == 404);
}
