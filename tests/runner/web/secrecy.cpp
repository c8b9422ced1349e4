// The key stays with the house: every route is walked as a candidate, and every string of the key is looked
// for in what comes back.
#include <algorithm>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/showing.hpp"
#include "runner/web/route.hpp"
#include "secrets.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

// Every page of one review: each file of both sides, each form, each gap.
Texts targets(const session::Showing& showing) {
  Texts all{"",         "/change", "/change?view=split", "/change?at=review", "/files",
            "/finish",  "/look",   "/feedback",          "/change?edit=c1",   "/file/new/nothing",
            "/nothing", "/upload", "/repository.bundle"};
  std::string opened = "/change?";
  for (std::size_t file = 0; file < showing.changes.size(); ++file) {
    all.push_back("/change?at=" + std::to_string(file) + ".a.1");
    for (int gap = 0; gap < 20; ++gap)
      opened += "open=" + std::to_string(file) + "." + std::to_string(gap) + "&";
  }
  all.push_back(opened);
  for (const auto& file : showing.before) all.push_back("/file/old/" + file.path);
  for (const auto& file : showing.after) all.push_back("/file/new/" + file.path);
  return all;
}

}  // namespace

TEST_CASE(
    "no page, form or error of a candidate holds a string of the key, before and after the submission") {
  TestSite at;
  const auto invited = session::invite(
      at.at.house,
      {.name = "heron", .exercise = "payments-webhook", .seed = seed, .feedback = session::Feedback::none},
      session::command_line);
  REQUIRE(invited);
  const auto& token = invited->token;
  REQUIRE(at.post("/r/i1/begin", token, "").status == 303);
  const auto attempt = session::list_attempts(at.at.house)->front();
  const auto kept = *session::showing(at.site.house, attempt);
  const auto& showing = *kept;
  const auto secrets = secrets_of(at, attempt);
  CHECK(secrets.size() > 300);
  REQUIRE(at.post("/r/i1/comments", token, "at=0.a.1&body=No+timeout&do=save").status == 303);
  const auto walk = [&] {
    for (const auto& target : targets(showing)) {
      INFO(target);
      holds_nothing(at.get("/r/i1" + target, token), secrets);
    }
    for (const auto& route : routes()) {
      std::string path(route.pattern);
      if (const auto id = path.find(":invitation"); id != std::string::npos) path.replace(id, 11, "i1");
      INFO(path);
      if (path.find("submit") == std::string::npos)
        holds_nothing(route.method == Method::post ? at.post(path, token, "do=save") : at.get(path, token),
                      secrets);
    }
  };
  walk();
  REQUIRE(to(at.post("/r/i1/finish", token, "summary=Fine&verdict=approve&do=look")) == "/r/i1/look");
  REQUIRE(at.post("/r/i1/submit", token, "do=submit").status == 303);
  CHECK(session::list_attempts(at.at.house)->front().state == session::AttemptState::submitted);
  walk();
}

TEST_CASE("the search finds what is there to be found") {
  TestSite at;
  const auto one = at.candidate(), ana = at.interviewer();
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  const auto attempt = session::list_attempts(at.at.house)->front();
  const auto report = at.get("/desk/attempts/" + attempt.id + "/report", ana.token);
  REQUIRE(report.status == 200);
  const auto secrets = secrets_of(at, attempt);
  CHECK(std::ranges::any_of(secrets, [&](const auto& secret) {
    return holds(report, secret) || holds(report, runner::report::escaped(secret));
  }));
}

TEST_CASE("paths lead to the pull request's files and nowhere else") {
  TestSite at;
  const auto one = at.candidate();
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  for (const auto* path : {"/etc/passwd", "//etc/passwd", "../exercise.toml", "..%2f..%2fexercise.toml",
                           "%2e%2e/%2e%2e/exercise.toml", "payments/../../x", "exercise.toml", "defects",
                           ".git/HEAD", "payments/app.py%00.txt", "./payments/app.py", "payments//app.py"}) {
    INFO(path);
    CHECK(at.get(std::string("/r/i1/file/new/") + path, one.token).status == 404);
  }
  CHECK(at.get("/r/i1/file/new/payments/app.py", one.token).status == 200);
  CHECK(at.get("/r/i1/file/sideways/payments/app.py", one.token).status == 404);
}
