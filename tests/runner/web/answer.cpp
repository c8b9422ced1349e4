// Who may come in, and by what; nothing of it needs a socket.
#include "runner/web/answer.hpp"

#include "runner/web/assets.hpp"
#include "runner/web/route.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

// A path that fits the pattern, with this invitation's id.
std::string path_for(const Route& route, const std::string& invitation) {
  std::string path(route.pattern);
  const std::pair<const char*, std::string> names[] = {
      {":invitation", invitation},        {":side", "new"}, {":comment", "c1"},
      {":attempt", "payments-webhook-1"}, {":token", "x"},  {"*", "README.md"}};
  for (const auto& [name, value] : names)
    if (const auto at = path.find(name); at != std::string::npos)
      path.replace(at, std::string_view(name).size(), value);
  return path;
}

Response visit(TestSite& at, const Route& route, const std::string& path, const std::string& token) {
  return route.method == Method::post ? at.post(path, token, "do=save") : at.get(path, token);
}

}  // namespace

TEST_CASE("a link leads in by a cookie for its own pages, and looking at it changes nothing") {
  TestSite at;
  const auto one = at.candidate();
  const auto response = at.get("/i/" + one.token, "");
  CHECK(response.status == 303);
  CHECK(to(response) == "/r/i1");
  CHECK(field(response.headers, "Set-Cookie") ==
        "seedfault=" + one.token + "; Path=/r/i1; HttpOnly; SameSite=Lax; Max-Age=2592000");
  CHECK(session::audit_log(at.at.house)->size() == 1);
  at.site.url = "https://review.example.com";
  CHECK(field(at.get("/i/" + one.token, "").headers, "Set-Cookie").ends_with("; Secure"));
  CHECK(to(at.get("/i/" + at.interviewer().token, "")) == "/desk");
}

TEST_CASE("every route but the open ones: not without a token, not with another's, not with one taken back") {
  TestSite at;
  const auto one = at.candidate(), two = at.candidate(), gone = at.candidate(), ana = at.interviewer();
  REQUIRE(at.post("/r/i1/begin", one.token, "").status == 303);
  REQUIRE(session::revoke(at.at.house, gone.invitation.id, session::command_line));
  int closed = 0;
  for (const auto& route : routes()) {
    if (route.access == Access::open) continue;
    ++closed;
    at.time += 1000;  // the guard forgets
    const auto path = path_for(route, "i1");
    INFO(path);
    const bool candidates = route.access == Access::candidate;
    CHECK(visit(at, route, path, "").status == 404);
    CHECK(visit(at, route, path, two.token).status == 404);
    CHECK(visit(at, route, path, session::draw_token()).status == 404);
    CHECK(visit(at, route, path_for(route, "i3"), gone.token).status == 404);
    CHECK(visit(at, route, path, candidates ? ana.token : one.token).status == 404);
    CHECK(visit(at, route, path_for(route, candidates ? "i1" : "i2"), candidates ? one.token : ana.token)
              .status < 500);
  }
  CHECK(closed > 15);
}

TEST_CASE(
    "a form without its token, from another origin or of another kind is refused, and nothing is written") {
  TestSite at;
  const auto one = at.candidate(), two = at.candidate();
  const auto good = "token=" + encoded(session::form_secret(one.token, "form"));
  const auto theirs = "token=" + encoded(session::form_secret(two.token, "form"));
  CHECK(at.send("/r/i1/begin", one.token, "").status == 403);
  CHECK(at.send("/r/i1/begin", one.token, "token=").status == 403);
  CHECK(at.send("/r/i1/begin", one.token, theirs).status == 403);
  CHECK(at.send("/r/i1/begin", one.token, good, {{"origin", "https://evil.example"}}).status == 403);
  CHECK(at.send("/r/i1/begin", one.token, good, {{"origin", "null"}}).status == 403);
  CHECK(at.send("/r/i1/begin", one.token, good, {{"sec-fetch-site", "cross-site"}}).status == 403);
  CHECK(at.send("/r/i1/begin", one.token, good, {{"content-type", "text/plain"}}).status == 403);
  CHECK(session::invitation_state(at.at.house, "i1")->invitation.attempt.empty());
  CHECK(at.send("/r/i1/begin", one.token, good, {{"origin", at.site.url}, {"sec-fetch-site", "same-origin"}})
            .status == 303);
  CHECK(!session::invitation_state(at.at.house, "i1")->invitation.attempt.empty());
}

TEST_CASE("who guesses tokens waits; who is in already does not") {
  TestSite at;
  const auto inside = at.candidate(), late = at.candidate();
  REQUIRE(at.get("/r/i1", inside.token).status == 200);
  for (int i = 0; i < 10; ++i) CHECK(at.get("/i/" + session::draw_token(), "").status == 404);
  const auto slowed = at.get("/i/" + session::draw_token(), "");
  CHECK(slowed.status == 429);
  CHECK(field(slowed.headers, "Retry-After") == "60");
  CHECK(at.get("/i/" + late.token, "").status == 429);  // a good guess is no better
  CHECK(at.get("/r/i1", inside.token).status == 200);
  at.time += 60;
  CHECK(at.get("/i/" + late.token, "").status == 303);
}

TEST_CASE("every response forbids what no page needs") {
  TestSite at;
  const auto one = at.candidate();
  for (const auto& path :
       std::vector<std::string>{"/", "/nothing", asset_path("style.css"), "/r/i1", "/healthz", "/i/x"}) {
    INFO(path);
    const auto response = at.get(path, one.token);
    const auto policy = field(response.headers, "Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none'"));
    CHECK(policy.find("unsafe") == std::string_view::npos);
    CHECK(policy.find("http") == std::string_view::npos);
    CHECK(field(response.headers, "X-Content-Type-Options") == "nosniff");
    CHECK(field(response.headers, "Referrer-Policy") == "same-origin");
  }
  CHECK(field(at.get("/r/i1", one.token).headers, "Cache-Control") == "no-store");
}

TEST_CASE("a method that a path has not, and a path that is not there") {
  TestSite at;
  const auto status = [&](Method method, const char* path) {
    return answer({.method = method, .target = path}, at.site).response.status;
  };
  CHECK(status(Method::post, "/healthz") == 405);
  CHECK(status(Method::other, "/") == 405);
  CHECK(status(Method::head, "/healthz") == 200);
  CHECK(status(Method::get, "/r/i1/begin") == 405);
  CHECK(status(Method::get, "/nothing") == 404);
  CHECK(status(Method::get, "") == 404);
  CHECK(status(Method::get, "*") == 404);
}

TEST_CASE("patterns fit paths part by part, and no part leads elsewhere") {
  using Parts = std::vector<std::string>;
  CHECK(match("/", "/") == Parts{});
  CHECK(match("/r/:a", "/r/i1") == Parts{"i1"});
  CHECK(match("/r/:a", "/r/i%31") == Parts{"i1"});
  CHECK(match("/r/:a/f/*", "/r/i1/f/a/b%20c.py") == Parts{"i1", "a/b c.py"});
  for (const auto* path :
       {"/r", "/r/", "/r/i1/", "/r/i1/x", "//r/i1", "r/i1", "/r/..", "/r/%2e%2e", "/r/%2E", "/r/a%00b"})
    CHECK_MESSAGE(!match("/r/:a", path), path);
  for (const auto* path :
       {"/f/../x", "/f/%2e%2e/x", "/f/a/..", "/f/a%2f..%2fb", "/f/a%2f%2e%2e%2fb", "/f/%00"})
    CHECK_MESSAGE(!match("/f/*", path), path);
}

TEST_CASE("health, readiness and metrics; a server that ends is not ready") {
  TestSite at;
  CHECK(at.get("/healthz", "").status == 200);
  CHECK(at.get("/readyz", "").status == 200);
  const auto metrics = at.get("/metrics", "");
  CHECK(holds(metrics, "seedfault_requests_total{route=\"/healthz\",status=\"200\"} 1\n"));
  CHECK(holds(metrics, "seedfault_request_seconds_bucket{le=\"+Inf\"} 2\n"));
  at.site.draining = true;
  CHECK(at.get("/readyz", "").status == 503);
  CHECK(at.get("/healthz", "").status == 200);
}
