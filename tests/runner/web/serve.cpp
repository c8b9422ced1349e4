// The server on a real socket of this machine: what is too large, too slow, too many or no HTTP at all, and
// an orderly end.
#include "runner/web/serve.hpp"

#include "running.hpp"

using namespace runner::web;

namespace {

constexpr std::string_view health = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

bool begins(const std::string& response, std::string_view with) {
  return response.starts_with(std::string("HTTP/1.1 ") += with);
}

}  // namespace

TEST_CASE("it answers, keeps a connection for the next request, and knows HEAD") {
  Running server;
  CHECK(begins(server.ask(health), "200 "));
  const auto two = server.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + std::string(health));
  CHECK(two.find("HTTP/1.1 200", 10) != std::string::npos);
  const auto head = server.ask("HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(head.find("Content-Length: 3\r\n") != std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(server.logged("request /healthz"));
}

TEST_CASE("what is too large or no HTTP is refused in words") {
  Running server({.header = 2000, .body = 1000});
  CHECK(
      begins(server.ask("POST /r/i1/comments HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n"), "413 "));
  CHECK(begins(server.ask("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                          std::string(2000, 'x')),
               "413 "));
  CHECK(begins(server.ask("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(3000, 'x') + "\r\n\r\n"), "431 "));
  CHECK(begins(server.ask("nonsense\r\n\r\n"), "400 "));
  CHECK(begins(server.ask(health), "200 "));
}

TEST_CASE("who sends too slowly is let go, and holds up nobody") {
  Running server({.header_time = 1s, .body_time = 1s});  // shorter, and a busy machine has read nothing yet
  const Client slow_header(server.port), slow_body(server.port);
  slow_header.send("GET /healthz HT");
  slow_body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
  CHECK(begins(server.ask(health), "200 "));
  CHECK(slow_header.read().empty());
  CHECK(slow_body.read().empty());
  for (int i = 0; i < 100 && !server.logged("refused slow"); ++i) std::this_thread::sleep_for(20ms);
  CHECK(server.logged("refused slow"));  // the socket closes first
}

TEST_CASE("more connections than it takes are closed at once") {
  Running server({.connections = 2});
  const Client one(server.port), two(server.port);
  one.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  two.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(begins(one.read(1500ms), "200 "));
  CHECK(begins(two.read(1500ms), "200 "));
  CHECK(server.ask(health).empty());
  CHECK(server.logged("refused full"));
}

TEST_CASE("told to end it closes what is idle and returns at once") {
  Running server;
  const Client idle(server.port);
  idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(begins(idle.read(1500ms), "200 "));
  const auto began = std::chrono::steady_clock::now();
  server.stop();
  CHECK(std::chrono::steady_clock::now() - began < 5s);
  CHECK(idle.read().empty());
  CHECK(server.logged("stopped "));
}

TEST_CASE("an address that is taken is a fault") {
  Running server;
  TestSite other;
  const auto served = serve(other.site, {.port = server.port});
  REQUIRE(!served);
  CHECK(served.error()[0].problem.find("in use") != std::string::npos);
}
