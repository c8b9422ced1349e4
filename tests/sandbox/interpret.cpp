#include "sandbox/interpret.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <cerrno>

#include "sandbox/init/protocol.hpp"

using namespace sandbox;
using init::Cause;
using init::Kind;
using init::Message;
using init::Step;

namespace {

std::string bytes(const Message& message) {
  return {reinterpret_cast<const char*>(&message), sizeof message};
}

Message ended(int wait_status, Cause cause = Cause::by_itself, std::uint64_t cpu_us = 0) {
  return {.kind = Kind::ended, .wait_status = wait_status, .cause = cause, .wall_us = 5, .cpu_us = cpu_us};
}

Policy policy() {
  Policy policy;
  policy.argv = {"/bin/x"};
  policy.limits.cpu = std::chrono::seconds(1);
  return policy;
}

tl::expected<Outcome, Failure> interpreted(const std::string& status,
                                           Launched::End end = Launched::End::by_itself,
                                           std::string err = "") {
  Launched launched;
  launched.status = status;
  launched.end = end;
  launched.err = std::move(err);
  return interpret(std::move(launched), policy(), Tier::full_polled);
}

const std::string ready = bytes({});

}  // namespace

TEST_CASE("how it ended") {
  struct Row {
    Message message;
    Ending ending;
  };
  const Row rows[] = {
      {ended(0), Exited{0}},
      {ended(9 << 8), Exited{9}},
      {ended(137 << 8), Exited{137}},
      {ended(SIGKILL), Signalled{SIGKILL}},
      {ended(SIGSEGV), Signalled{SIGSEGV}},
      {ended(SIGSEGV | 0x80), Signalled{SIGSEGV}},
      {ended(SIGSYS), Denied{}},
      {ended(SIGXCPU), TimedOut{Clock::cpu}},
      {ended(SIGKILL, Cause::by_itself, 1'000'000), TimedOut{Clock::cpu}},
      {ended(SIGKILL, Cause::wall), TimedOut{Clock::wall}},
      {ended(SIGKILL, Cause::memory), OutOfMemory{}},
      {ended(SIGKILL, Cause::told), TooMuchOutput{}},
  };
  for (const auto& [message, ending] : rows) {
    const auto outcome = interpreted(ready + bytes(message));
    REQUIRE(outcome.has_value());
    CAPTURE(describe(ending));
    CHECK(outcome->ending == ending);
    CHECK(outcome->tier == Tier::full_polled);
  }
}

TEST_CASE("too much output wins over how the program then died") {
  const auto outcome = interpreted(ready + bytes(ended(0)), Launched::End::too_much_output);
  REQUIRE(outcome.has_value());
  CHECK(outcome->ending == Ending{TooMuchOutput{}});
}

TEST_CASE("a run that had to be killed from outside is out of time, with unknown use") {
  const auto outcome = interpreted(ready, Launched::End::out_of_time);
  REQUIRE(outcome.has_value());
  CHECK(outcome->ending == Ending{TimedOut{Clock::wall}});
  CHECK(outcome->usage.memory_measured_by == "unknown");
}

TEST_CASE("a report comes with its bytes, and a cut one does not come") {
  const std::string head = bytes({.kind = Kind::report, .report_size = 5});
  const auto whole = interpreted(ready + head + "hello" + bytes(ended(0)));
  REQUIRE(whole.has_value());
  CHECK(whole->report == "hello");
  CHECK_FALSE(interpreted(ready + bytes(ended(0)) + head + "hel")->report.has_value());
}

TEST_CASE("that the sandbox failed is never an outcome") {
  struct Row {
    std::string status;
    Launched::End end;
    std::string err;
    std::string step;
    std::string problem;
  };
  const Row rows[] = {
      {"", Launched::End::by_itself, "bwrap: oh no\nmore", "bubblewrap", "bwrap: oh no"},
      {"", Launched::End::by_itself, "", "bubblewrap", "it ended without a word"},
      {"", Launched::End::not_started_in_time, "", "start", "the sandbox was not up in time"},
      {ready, Launched::End::by_itself, "", "watch",
       "seedfault-init was killed from outside before the program ended"},
      {bytes({.kind = Kind::broken, .step = Step::exec, .error = ENOENT}), Launched::End::by_itself, "",
       "start the program", "/bin/x: No such file or directory"},
      {bytes({.kind = Kind::broken, .step = Step::seccomp, .error = EINVAL}), Launched::End::by_itself, "",
       "seccomp", "Invalid argument"},
      {bytes({.kind = Kind::broken, .step = Step::lay_files, .error = ENOSPC}), Launched::End::by_itself, "",
       "lay the files", "No space left on device"},
  };
  for (const auto& row : rows) {
    const auto outcome = interpreted(row.status, row.end, row.err);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().step == row.step);
    CHECK(outcome.error().problem == row.problem);
    CHECK_FALSE(outcome.error().remedy.empty());
  }
}

TEST_CASE("a leaf's word counts, also when seedfault-init was killed with the rest") {
  const auto with = [](const std::string& status, const GroupUse& group) {
    Launched launched;
    launched.status = status;
    return interpret(std::move(launched), policy(), Tier::full, group);
  };
  const std::string ready = bytes(Message{});
  const auto killed = with(ready, {.out_of_memory = true, .peak_memory = 77, .cpu_us = 5});
  REQUIRE(killed.has_value());
  CHECK(killed->ending == Ending{OutOfMemory{}});
  CHECK(killed->usage.peak_memory == 77);
  CHECK(killed->usage.memory_measured_by == "cgroup");
  CHECK(killed->usage.cpu == std::chrono::microseconds(5));
  CHECK(with(ready + bytes(ended(9)), {.out_of_memory = true})->ending == Ending{OutOfMemory{}});
  CHECK(with(ready + bytes(ended(0)), {})->ending == Ending{Exited{0}});
  CHECK(with(ready + bytes(ended(0)), {})->usage.memory_measured_by != "cgroup");
  CHECK_FALSE(with(ready, {}).has_value());
}
