// The key stays with the house: as a candidate every route of the table is walked, for every exercise of the
// bank and in every state, and every string of the key is looked for in what comes back.
#include <algorithm>
#include <set>

#include "runner/report/html.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/kept.hpp"
#include "runner/session/pair.hpp"
#include "runner/session/showing.hpp"
#include "runner/web/assets.hpp"
#include "runner/web/route.hpp"
#include "secrets.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

// Somebody with a candidate's link, and what stands in its paths.
struct Walker {
  TestSite& at;
  session::Invitation invitation;
  std::string token;
  std::string exercise;
  std::string attempt = "no-attempt-1";
  std::string defect = "no-defect";
  std::string file = "README.md";
  std::string pair = "p1";
  bool first = false;               // of all exercises
  std::set<std::size_t> seen = {};  // pages that were searched already

  [[nodiscard]] std::string home() const { return "/r/" + invitation.id; }

  // What a part of a pattern is here. A new kind of part needs a row: until then its route is not walked, and
  // the test fails.
  [[nodiscard]] std::string stands_for(const std::string& part) const {
    const std::pair<std::string_view, std::string> parts[] = {
        {":invitation", invitation.id},
        {":token", token},
        {":side", "new"},
        {":comment", "c1"},
        {":attempt", attempt},
        {":defect", defect},
        {":exercise", exercise},
        {":format", "json"},
        {":pair", pair},
        {":pack", "spring"},
        {":review", "one"},
        {":hash", "0"},
        {":name", "style.css"},
        {"*", file},
    };
    for (const auto& [name, value] : parts)
      if (part == name) return value;
    if (part.starts_with(':') || part == "*") FAIL_CHECK("say what stands for ", part);
    return part;
  }

  [[nodiscard]] std::string path_of(std::string_view pattern) const {
    std::string path;
    for (std::size_t at_slash = 0; at_slash < pattern.size();) {
      const auto end = std::min(pattern.find('/', at_slash + 1), pattern.size());
      path += "/" + stands_for(std::string(pattern.substr(at_slash + 1, end - at_slash - 1)));
      at_slash = end;
    }
    return path;
  }

  void look(const Response& response, const Search& search) {
    if (seen.insert(std::hash<std::string>{}(response.body)).second) holds_nothing(response, search);
  }

  // Every row of the table but what would end the review. Those that are not for candidates say so before
  // they look at any exercise: once is enough.
  void walk(const Search& search) {
    for (const auto& route : routes()) {
      if (route.pattern.ends_with("/submit") || route.pattern.ends_with("/begin")) continue;
      const bool theirs =
          route.access == runner::web::Access::candidate || route.access == runner::web::Access::open;
      if (!theirs && !first) continue;
      const auto path = path_of(route.pattern);
      INFO(exercise, " ", path);
      look(route.method == Method::post ? at.post(path, token, "do=save") : at.get(path, token), search);
    }
  }

  // Every file of both sides, every gap opened, both layouts, a form.
  void read_all(const session::Showing& showing, const Search& search) {
    Texts targets{"/change?view=split", "/change?at=review", "/change?edit=c1", "/change?at=0.a.1",
                  "/file/new/nothing"};
    std::string opened = "/change?";
    for (std::size_t each = 0; each < showing.changes.size(); ++each)
      for (int gap = 0; gap < 20; ++gap)
        opened += "open=" + std::to_string(each) + "." + std::to_string(gap) + "&";
    targets.push_back(opened);
    for (const auto& each : showing.before) targets.push_back("/file/old/" + each.path);
    for (const auto& each : showing.after) targets.push_back("/file/new/" + each.path);
    for (const auto& target : targets) {
      INFO(exercise, " ", target);
      look(at.get(home() + target, token), search);
    }
  }
};

// Of the secrets those that the answers may tell: what was planted, why it matters, what would mend it.
Texts without_answers(Texts secrets, const runner::exercise::Exercise& exercise,
                      const std::vector<std::string>& planted) {
  Texts told;
  for (const auto& defect : exercise.defects) {
    if (std::ranges::find(planted, defect.id) == planted.end()) continue;
    told.push_back(defect.title);
    add_lines(told, defect.why), add_lines(told, defect.fix);
  }
  std::erase_if(secrets, [&](const std::string& secret) {
    return std::ranges::any_of(told,
                               [&](const auto& text) { return text.find(secret) != std::string::npos; });
  });
  return secrets;
}

session::Attempt newest(const TestSite& at) { return session::list_attempts(at.at.house)->back(); }

void take_home(TestSite& at, const std::string& exercise) {
  const auto invited = *session::invite(
      at.at.house, {.name = "heron", .exercise = exercise, .seed = seed, .feedback = session::Feedback::none},
      session::command_line);
  Walker walker{.at = at, .invitation = invited.invitation, .token = invited.token, .exercise = exercise};
  const auto before_start = at.get(walker.home(), walker.token);
  REQUIRE(at.post(walker.home() + "/begin", walker.token, "").status == 303);
  const auto attempt = newest(at);
  walker.attempt = attempt.id;
  walker.first = attempt.id.ends_with("-1");
  const auto showing = *session::showing(at.at.house, attempt);
  walker.file = showing->changes.front().path;
  if (!attempt.planted.empty()) walker.defect = attempt.planted.front();
  const auto secrets = secrets_of(at, attempt);
  CHECK(secrets.size() > 40);
  const Search search(secrets);
  walker.look(before_start, search);
  REQUIRE(at.post(walker.home() + "/comments", walker.token, "at=0.a.1&body=No+timeout&do=save").status ==
          303);
  walker.walk(search);
  walker.read_all(*showing, search);
  REQUIRE(at.post(walker.home() + "/finish", walker.token, "summary=Fine&verdict=approve&do=look").status ==
          303);
  REQUIRE(at.post(walker.home() + "/submit", walker.token, "do=submit").status == 303);
  walker.walk(search);
  const auto release = [&](session::Feedback feedback) {
    REQUIRE(session::change_invitation(at.at.house, invited.invitation.id, {.feedback = feedback},
                                       session::command_line));
    return at.get(walker.home() + "/feedback", walker.token);
  };
  CHECK(at.get(walker.home() + "/feedback", walker.token).status == 404);
  holds_nothing(release(session::Feedback::letter), search);
  const auto loaded = *session::load_exercise(at.at.house, exercise);
  const auto answers = release(session::Feedback::answers);
  CHECK(answers.status == 200);
  holds_nothing(answers, without_answers(secrets, loaded, attempt.planted));
}

void pair_session(TestSite& at, const std::string& exercise) {
  const auto made =
      *session::open_pair(at.at.house, {.exercise = exercise, .seed = seed}, session::command_line);
  Walker walker{.at = at, .invitation = {}, .token = made.candidate_token, .exercise = exercise};
  walker.invitation.id = made.pair.candidate;
  walker.attempt = made.pair.attempt;
  walker.pair = made.pair.id;
  walker.first = made.pair.id == "p1";
  const auto attempt = newest(at);
  walker.file = (*session::showing(at.at.house, attempt))->changes.front().path;
  auto secrets = secrets_of(at, attempt);
  secrets.emplace_back("a note of my own");
  const Search search(secrets);
  Live candidate(at.site, {.pair = made.pair, .voice = session::Voice::candidate}, [] {});
  Live interviewer(at.site, {.pair = made.pair, .voice = session::Voice::interviewer}, [] {});
  const auto hear = [&](Live& live, const std::string& form) {
    return live.hear(R"({"type":"act","ref":"","form":")" + form + "\"}");
  };
  static_cast<void>(hear(interviewer, "do=note&text=a+note+of+my+own"));
  static_cast<void>(hear(interviewer, "do=hint&text=Think+of+load"));
  std::string frames;
  for (const auto* form : {"do=note&text=x", "do=board", "do=reveal&subject=../exercise.toml"})
    for (const auto& frame : hear(candidate, form)) frames += frame;
  REQUIRE(at.post(walker.home() + "/comments", walker.token, "at=0.a.1&body=No+timeout&do=save").status ==
          303);
  walker.walk(search);
  REQUIRE(at.post("/desk/pair/" + made.pair.id + "/pair", made.interviewer_token, "do=end&sure=yes").status ==
          303);
  walker.walk(search);
  for (const auto& frame : candidate.news()) frames += frame;
  CHECK(frames.find("Think of load") != std::string::npos);
  holds_nothing({.body = frames}, search);
}

}  // namespace

TEST_CASE("no exercise's key is in what a candidate is sent: before, during and after, by any route") {
  session::keep_at_hand();  // as a server does
  TestSite at;
  for (const auto& exercise : session::exercise_ids(at.at.house)) take_home(at, exercise);
}

TEST_CASE("nor in a pair session, by page or frame") {
  session::keep_at_hand();
  TestSite at;
  for (const auto& exercise : session::exercise_ids(at.at.house)) pair_session(at, exercise);
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
