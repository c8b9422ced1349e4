#include "runner/web/serve.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdio>

#include "runner/cli/rows.hpp"
#include "runner/session/clock.hpp"

namespace runner::cli {
namespace {

session::Checked<int> read_number(const Arguments& arguments, std::string_view option, int without, int least,
                                  int most) {
  const auto text = arguments.value(option);
  if (!text) return without;
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size() && number >= least && number <= most)
    return number;
  return session::faulty({std::string(option),
                          {},
                          fmt::format("\"{}\" cannot be used", *text),
                          fmt::format("use a whole number from {} to {}", least, most)});
}

// As browsers reach it when there is no proxy before it.
std::string own_url(const Arguments& arguments, std::string_view address, int port) {
  return fmt::format("http{}://{}:{}", arguments.has("--tls-cert") ? "s" : "", address, port);
}

session::Checked<std::string> read_url(const Arguments& arguments, std::string_view address, int port) {
  auto url = arguments.value("--url").value_or(own_url(arguments, address, port));
  while (url.ends_with('/')) url.pop_back();
  const bool known = url.starts_with("http://") || url.starts_with("https://");
  // An origin: what browsers send as Origin is compared with it.
  if (known && url.find('/', url.find("//") + 2) == std::string::npos) return url;
  return session::faulty({"--url",
                          {},
                          fmt::format("\"{}\" is no origin", url),
                          "write it as https://review.example.com, without a path"});
}

session::Checked<std::monostate> read_tls(const Arguments& arguments, const std::string& url) {
  const bool secure = arguments.has("--tls-cert");
  if (secure != arguments.has("--tls-key"))
    return session::faulty({secure ? "--tls-cert" : "--tls-key",
                            {},
                            "was given without the other of the two",
                            "give both --tls-cert FILE and --tls-key FILE"});
  if (!secure || url.starts_with("https://")) return std::monostate{};
  return session::faulty({"--url",
                          {},
                          fmt::format("\"{}\" is not how browsers reach a server with TLS", url),
                          "write it with https://"});
}

// One JSON object a line on standard error. Every text in it is a word of this program.
void log(const web::LogLine& line) {
  auto text = fmt::format("{{\"at\":\"{}\",\"event\":\"{}\"", session::now_utc(), line.event);
  if (line.event == "request")
    text += fmt::format(",\"method\":\"{}\",\"route\":\"{}\",\"status\":{},\"ms\":{:.1f},\"bytes\":{}",
                        line.method, line.detail, line.status, line.seconds * 1000, line.bytes);
  else if (line.event == "listening")
    text += fmt::format(",\"port\":{}", line.status);
  else if (!line.detail.empty())
    text += fmt::format(",\"why\":\"{}\"", line.detail);
  fmt::print(stderr, "{}}}\n", text);
  std::fflush(stderr);
}

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Result run_serve(const Arguments& arguments, const Context& context) {
  const auto address = arguments.value("--address").value_or("127.0.0.1");
  const auto port = read_number(arguments, "--port", 8080, 0, 65535);
  const auto threads = read_number(arguments, "--threads", 2, 1, 64);
  const auto url = read_url(arguments, address, port.value_or(0));
  session::Faults faults;
  const auto gather = [&](const auto& checked) {
    if (!checked) faults.insert(faults.end(), checked.error().begin(), checked.error().end());
  };
  gather(port), gather(threads), gather(url);
  if (url) gather(read_tls(arguments, *url));
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  web::Site site{.house = context.house, .url = *url, .seconds = steady_seconds, .now = session::now_utc};
  web::ServeOptions options{.address = address,
                            .port = static_cast<std::uint16_t>(*port),
                            .threads = *threads,
                            .behind_proxy = arguments.has("--behind-proxy"),
                            .tls_certificate = arguments.value("--tls-cert").value_or(""),
                            .tls_key = arguments.value("--tls-key").value_or(""),
                            .log = log};
  // Port 0 is known only then; no request is answered before.
  if (!arguments.has("--url"))
    options.listening = [&](std::uint16_t chosen) { site.url = own_url(arguments, address, chosen); };
  if (auto served = web::serve(site, options); !served) return tl::make_unexpected(served.error());
  return done;
}

}  // namespace

Command serve_command() {
  return {
      .name = "serve",
      .summary = "Serve the review page: take-home reviews in the browser, and the interviewers' page",
      .description =
          "Candidates and interviewers come by the links of `seedfault invite`. Everything is in the store, "
          "so "
          "that a restart loses nothing. It listens on this machine alone unless told otherwise. For TLS "
          "give "
          "it "
          "a certificate, or put a reverse proxy before it (docs/serve.md).\n\n"
          "The log is one JSON object a line on standard error, without addresses, names or links. /healthz, "
          "/readyz and /metrics (Prometheus) tell how it is. SIGTERM lets what is under way end, and stops.",
      .options = {{.name = "--address", .value = "IP", .help = "where to listen; 127.0.0.1 without it"},
                  {.name = "--port",
                   .value = "N",
                   .help = "8080 without it; 0: the system chooses, the log says which"},
                  {.name = "--url",
                   .value = "URL",
                   .help = "where browsers reach it, when that is a proxy: https://review.example.com"},
                  {.name = "--behind-proxy",
                   .value = "",
                   .help = "believe the last X-Forwarded-For; only where a proxy sets it"},
                  {.name = "--tls-cert",
                   .value = "FILE",
                   .help = "speak TLS: its certificate in PEM, those that signed it behind it"},
                  {.name = "--tls-key", .value = "FILE", .help = "the certificate's key, in PEM"},
                  {.name = "--threads", .value = "N", .help = "that answer; 2 without it"}},
      .examples = {"seedfault serve",
                   "seedfault serve --port 9000 --url https://review.example.com --behind-proxy"},
      .run = run_serve};
}

}  // namespace runner::cli
