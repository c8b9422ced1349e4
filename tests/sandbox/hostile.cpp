// Runs every program under tests/sandbox/hostile/ and holds it to what its case.toml says must happen.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>

#include "sandbox/descriptor.hpp"
#include "sandbox/proof.hpp"
#include "sandbox/run.hpp"
#include "tests/sandbox/host.hpp"
#include "tests/source_tree.hpp"

namespace fs = std::filesystem;
using namespace sandbox;

namespace {

constexpr std::string_view secret = "BAIT-8f3c1d";  // lies in a file and in the environment of this test

const fs::path& folder() {
  static const fs::path path = fs::path(source_tree()) / "tests" / "sandbox" / "hostile";
  return path;
}

// What a program could reach were there no walls: an answer key, a port, and two sockets.
class Bait {
 public:
  Bait() {
    std::string pattern = (fs::temp_directory_path() / "seedfault-bait-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    place_ = pattern;
    fs::permissions(place_, fs::perms::all);
    REQUIRE(write_new_file((place_ / "key.toml").c_str(), secret));
    fs::permissions(place_ / "key.toml", fs::perms::all);
    setenv("SEEDFAULT_BAIT", std::string(secret).c_str(), 1);
    listen_on_port();
    path_ = listen_on(place_ / "socket", "");
    abstract_ = listen_on("", "seedfault-bait-" + std::to_string(getpid()));
  }
  Bait(const Bait&) = delete;
  Bait& operator=(const Bait&) = delete;
  ~Bait() {
    unsetenv("SEEDFAULT_BAIT");
    std::error_code ignored;
    fs::remove_all(place_, ignored);
  }

  std::vector<std::string> arguments() const {
    return {"file=" + (place_ / "key.toml").string(), fmt::format("port={}", port_number_),
            "socket=" + (place_ / "socket").string(), fmt::format("abstract=seedfault-bait-{}", getpid()),
            fmt::format("pid={}", getpid())};
  }

  bool untouched() const {
    const auto key = read_file((place_ / "key.toml").c_str());
    const bool nobody_came = accept4(port_.number(), nullptr, nullptr, SOCK_CLOEXEC) < 0 &&
                             accept4(path_.number(), nullptr, nullptr, SOCK_CLOEXEC) < 0 &&
                             accept4(abstract_.number(), nullptr, nullptr, SOCK_CLOEXEC) < 0;
    return nobody_came && key == std::string(secret);
  }

 private:
  void listen_on_port() {
    port_ = Descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(port_.number(), reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(port_.number(), 8) == 0);
    REQUIRE(getsockname(port_.number(), reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_number_ = ntohs(address.sin_port);
  }

  static Descriptor listen_on(const fs::path& path, const std::string& abstract) {
    Descriptor listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = path.empty() ? std::string(1, '\0') + abstract : path.string();
    REQUIRE(name.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, name.data(), name.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    REQUIRE(bind(listener.number(), reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(listener.number(), 8) == 0);
    return listener;
  }

  fs::path place_;
  Descriptor port_, path_, abstract_;
  int port_number_ = 0;
};

struct Case {
  std::string name;
  std::string must;
  std::vector<std::string> ends;  // of a program
  std::string verdict;            // of a proof
  std::string why;
  std::string machine;
  Limits limits;
};

Limits read_limits(const toml::table& table, Limits limits) {
  const auto number = [&table](std::string_view key, std::uint64_t otherwise) {
    return static_cast<std::uint64_t>(table[key].value_or(static_cast<std::int64_t>(otherwise)));
  };
  limits.wall = std::chrono::milliseconds(number("wall_ms", static_cast<std::uint64_t>(limits.wall.count())));
  limits.cpu = std::chrono::milliseconds(number("cpu_ms", static_cast<std::uint64_t>(limits.cpu.count())));
  limits.memory = number("memory_mib", limits.memory >> 20) << 20;
  limits.processes = number("processes", limits.processes);
  limits.output = number("output_kib", limits.output >> 10) << 10;
  limits.file_size = number("file_size_mib", limits.file_size >> 20) << 20;
  limits.open_files = number("open_files", limits.open_files);
  return limits;
}

Case read_case(const fs::path& place) {
  const auto table = toml::parse_file((place / "case.toml").string());
  for (const auto& [key, node] : table) {
    static const std::set<std::string_view> known{"what", "must",    "ends",  "verdict",
                                                  "why",  "machine", "limits"};
    REQUIRE_MESSAGE(known.contains(key.str()), key.str());
  }
  Case found{.name = place.filename().string(),
             .must = table["must"].value_or(std::string()),
             .verdict = table["verdict"].value_or(std::string()),
             .why = table["why"].value_or(std::string()),
             .machine = table["machine"].value_or(std::string())};
  if (const auto* ends = table["ends"].as_array()) {
    for (const auto& end : *ends) found.ends.push_back(end.value_or(std::string()));
  }
  if (const auto* limits = table["limits"].as_table()) found.limits = read_limits(*limits, {});
  REQUIRE_MESSAGE((!found.must.empty() && found.ends.empty() != found.verdict.empty()), found.name);
  return found;
}

std::string content(const fs::path& path) {
  auto text = read_file(path.c_str());
  REQUIRE_MESSAGE(text.has_value(), path.string());
  return *text;
}

// Whether any process of the machine still has the mark in its arguments.
bool left_over(const std::string& mark) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const auto arguments = read_file((entry.path() / "cmdline").c_str());
    if (arguments && arguments->find(mark) != std::string::npos) return true;
  }
  return false;
}

std::string shown(const ProofVerdict& verdict) {
  struct Show {
    std::string operator()(const Passed&) const { return "passed: "; }
    std::string operator()(const Failed& failed) const { return "failed: " + failed.detail; }
    std::string operator()(const Inconclusive& inconclusive) const {
      return "inconclusive: " + inconclusive.why;
    }
    std::string operator()(const NotRun& not_run) const { return "not run: " + not_run.missing; }
  };
  return std::visit(Show{}, verdict);
}

void check_program(const Case& hostile, const Profile& python, const Bait& bait) {
  const std::string mark = fmt::format("seedfault-hostile-{}-{}", getpid(), hostile.name);
  std::vector<std::string> argv{"/usr/bin/python3", "-E", "-s", "-B", "/work/program.py", mark};
  for (auto& argument : bait.arguments()) argv.push_back(std::move(argument));
  const auto outcome = run({.profile = python,
                            .limits = hostile.limits,
                            .files = {{"program.py", content(folder() / hostile.name / "program.py")},
                                      {"attempt.py", content(folder() / "attempt.py")}},
                            .argv = std::move(argv)});
  REQUIRE_MESSAGE(outcome.has_value(),
                  (outcome ? "" : outcome.error().step + ": " + outcome.error().problem));
  const std::string ending = describe(outcome->ending);
  const bool as_it_must = std::find(hostile.ends.begin(), hostile.ends.end(), ending) != hostile.ends.end();
  CHECK_MESSAGE(as_it_must, fmt::format("{} ({}): {}\n{}\n{}", hostile.name, hostile.must, ending,
                                        outcome->out, outcome->err.substr(0, 2000)));
  CHECK(outcome->out.find("through") == std::string::npos);
  CHECK(outcome->out.find(secret) == std::string::npos);
  CHECK(outcome->err.find(secret) == std::string::npos);
  CHECK(outcome->out.size() + outcome->err.size() <= hostile.limits.output);
  CHECK_FALSE(left_over(mark));
}

void check_proof(const Case& hostile, Profile python) {
  python.limits = hostile.limits;
  const auto place = folder() / hostile.name;
  const auto result =
      run_proof(python, {{"shop.py", content(place / "shop.py")}}, {"proof.py", content(place / "proof.py")});
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().step + ": " + result.error().problem));
  const std::string verdict = shown(result->verdict);
  CHECK_MESSAGE(verdict.starts_with(hostile.verdict + ": "), fmt::format("{}: {}", hostile.name, verdict));
  CHECK_MESSAGE(verdict.find(hostile.why) != std::string::npos, fmt::format("{}: {}", hostile.name, verdict));
  CHECK(verdict.size() <= detail_limit + 20);
  CHECK(verdict.find('\x1b') == std::string::npos);
}

bool right_machine(const Case& hostile) {
  utsname about{};
  if (hostile.machine.empty() || (uname(&about) == 0 && hostile.machine == about.machine)) return true;
  fmt::print(stderr, "SKIPPED hostile/{}: it is written for {}\n", hostile.name, hostile.machine);
  return false;
}

}  // namespace

TEST_CASE("every hostile program is held") {
  if (!testing::host_can("hostile")) return;
  const Profile python = testing::profile("python");
  if (!testing::toolchain_there(python, "hostile")) return;
  const Bait bait;
  const char* only = std::getenv("SEEDFAULT_HOSTILE");
  std::set<fs::path> places;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (entry.is_directory()) places.insert(entry.path());
  }
  CHECK(places.size() >= 60);
  for (const auto& place : places) {
    const Case hostile = read_case(place);
    if ((only != nullptr && hostile.name != only) || !right_machine(hostile)) continue;
    CAPTURE(hostile.name);
    hostile.verdict.empty() ? check_program(hostile, python, bait) : check_proof(hostile, python);
    CHECK_MESSAGE(bait.untouched(), hostile.name);
  }
}
