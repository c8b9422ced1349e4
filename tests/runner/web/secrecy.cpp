// The key stays with the house: every route is walked as a candidate, and every string of the key is looked
// for in what comes back.
#include <algorithm>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/showing.hpp"
#include "runner/web/route.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

constexpr std::uint64_t seed = 918273645;

using Texts = std::vector<std::string>;

void add_lines(Texts& texts, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    line.erase(0, line.find_first_not_of(" \t"));
    texts.push_back(std::move(line));
    at = end + 1;
  }
}

Texts key_of(const runner::exercise::Exercise& exercise) {
  Texts key{std::to_string(seed)};
  for (const auto& defect : exercise.defects) {
    for (const auto* text : {&defect.id, &defect.class_id, &defect.title, &defect.undetectable_reason})
      key.push_back(*text);
    for (const auto* text : {&defect.why, &defect.fix, &defect.proof}) add_lines(key, *text);
    key.insert(key.end(), defect.near_misses.begin(), defect.near_misses.end());
    key.insert(key.end(), defect.follow_ups.begin(), defect.follow_ups.end());
  }
  for (const auto& decoy : exercise.decoys) {
    for (const auto* text : {&decoy.id, &decoy.title, &decoy.reason}) key.push_back(*text);
    key.insert(key.end(), decoy.false_alarm.begin(), decoy.false_alarm.end());
  }
  for (const auto& review : exercise.reviews)
    for (const auto& comment : review.review.comments) add_lines(key, comment.body);
  for (const auto& file : exercise.artifacts) key.push_back(file.path), add_lines(key, file.text);
  for (const auto& file : exercise.tree) add_lines(key, file.text);  // the sound code
  return key;
}

// What the candidate is meant to read; a string of the key that stands in it too tells nothing.
std::string shown(const session::Showing& showing) {
  const auto& request = showing.pull_request;
  std::string all = showing.introduction.title + showing.introduction.brief + showing.introduction.ai_policy +
                    request.title + request.body;
  for (const auto* tree : {&showing.before, &showing.after})
    for (const auto& file : *tree) all += file.path + "\n" + file.text;
  return all;
}

Texts secrets_of(const TestSite& at, const session::Attempt& attempt) {
  const auto exercise = session::load_exercise(at.at.house, attempt.exercise);
  REQUIRE(exercise);
  const auto open = shown(**session::showing(at.at.house, attempt));
  auto secrets = key_of(*exercise);
  std::erase_if(secrets,
                [&](const auto& text) { return text.size() < 9 || open.find(text) != std::string::npos; });
  return secrets;
}

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

// Colours cut code into pieces: without their tags it reads as it is.
Response without_colours(Response response) {
  auto& body = response.body;
  for (const std::string_view begin : {"<span class=\"hl-", "</span"})
    for (auto at = body.find(begin); at != std::string::npos; at = body.find(begin, at))
      body.erase(at, body.find('>', at) + 1 - at);
  return response;
}

void holds_nothing(const Response& coloured, const Texts& secrets) {
  CHECK(coloured.status < 500);
  const auto response = without_colours(coloured);
  for (const auto& secret : secrets) {
    if (!holds(response, secret) && !holds(response, runner::report::escaped(secret))) continue;
    FAIL_CHECK("holds \"", secret, "\"");
  }
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
