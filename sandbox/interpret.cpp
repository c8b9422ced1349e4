#include "sandbox/interpret.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "sandbox/init/protocol.hpp"
#include "sandbox/refusal.hpp"

namespace sandbox {
namespace {

using init::Cause;
using init::Kind;
using init::Message;
using init::Step;

// What seedfault-init said, message by message.
struct Said {
  bool ready = false;
  std::optional<Message> broken;
  std::optional<Message> ended;
  std::optional<std::string> report;
};

Said read_status(std::string_view bytes) {
  Said said;
  while (bytes.size() >= sizeof(Message)) {
    Message message;
    std::memcpy(&message, bytes.data(), sizeof message);
    bytes.remove_prefix(sizeof message);
    if (message.kind == Kind::ready) said.ready = true;
    if (message.kind == Kind::broken) said.broken = message;
    if (message.kind == Kind::ended) said.ended = message;
    if (message.kind == Kind::report && message.report_size <= bytes.size()) {
      said.report = std::string(bytes.substr(0, message.report_size));
      bytes.remove_prefix(message.report_size);
    }
  }
  return said;
}

std::string_view name(Step step) {
  switch (step) {
    case Step::read_order:
      return "read the order";
    case Step::lay_files:
      return "lay the files";
    case Step::make_pipes:
      return "make pipes";
    case Step::fork_program:
      return "fork the program";
    case Step::new_session:
      return "start a session";
    case Step::set_limits:
      return "set limits";
    case Step::close_descriptors:
      return "close descriptors";
    case Step::landlock:
      return "Landlock";
    case Step::no_new_privileges:
      return "give up new privileges";
    case Step::seccomp:
      return "seccomp";
    case Step::exec:
      return "start the program";
    case Step::watch:
      return "watch";
  }
  return "unknown step";
}

Failure failure_of(const Message& broken, const Policy& policy) {
  const std::string why = std::strerror(broken.error);
  if (broken.step == Step::exec) {
    return {std::string(name(broken.step)), fmt::format("{}: {}", policy.argv.front(), why),
            "name a program that the profile makes visible"};
  }
  if (broken.step == Step::lay_files) {
    return {std::string(name(broken.step)), why, "give fewer or smaller files, or more memory"};
  }
  return {std::string(name(broken.step)), why, "see what `seedfault doctor` says about this host"};
}

Ending ending_by_itself(const Message& ended, const Limits& limits) {
  const int status = ended.wait_status;
  if (WIFEXITED(status)) return Exited{WEXITSTATUS(status)};
  const int signal_number = WTERMSIG(status);
  if (signal_number == SIGSYS) return Denied{};
  const auto used = std::chrono::microseconds(ended.cpu_us);
  // The kernel sends SIGXCPU, and a second later SIGKILL to whoever ignores it.
  const bool cpu = signal_number == SIGXCPU || (signal_number == SIGKILL && used >= limits.cpu);
  if (cpu) return TimedOut{Clock::cpu};
  return Signalled{signal_number};
}

Ending ending_of(const Message& ended, const Limits& limits) {
  switch (ended.cause) {
    case Cause::wall:
      return TimedOut{Clock::wall};
    case Cause::memory:
      return OutOfMemory{};
    case Cause::told:
      return TooMuchOutput{};
    case Cause::by_itself:
      break;
  }
  return ending_by_itself(ended, limits);
}

Usage usage_of(const Message& ended) {
  const bool watched = ended.peak_watched >= ended.peak_of_largest;
  return {.wall = std::chrono::microseconds(ended.wall_us),
          .cpu = std::chrono::microseconds(ended.cpu_us),
          .peak_memory = std::max(ended.peak_watched, ended.peak_of_largest),
          .memory_measured_by = watched ? "watchdog" : "largest process"};
}

// The kernel's word against a leaf's: whoever ran out of memory was killed with all the others,
// seedfault-init too.
void apply(const GroupUse& group, Outcome& outcome) {
  if (group.out_of_memory) outcome.ending = OutOfMemory{};
  outcome.usage.cpu = std::max(outcome.usage.cpu, std::chrono::microseconds(group.cpu_us));
  if (group.peak_memory == 0) return;
  outcome.usage.peak_memory = group.peak_memory;
  outcome.usage.memory_measured_by = "cgroup";
}

std::optional<Failure> failure_to_run(const Said& said, const Launched& launched, const Policy& policy,
                                      bool group_killed) {
  if (said.broken) return failure_of(*said.broken, policy);
  if (launched.end == Launched::End::not_started_in_time) {
    return Failure{"start", "the sandbox was not up in time", "try again when the machine has less to do"};
  }
  if (!said.ready) return refusal(launched.err);
  if (!said.ended && launched.end == Launched::End::by_itself && !group_killed) {
    return Failure{"watch", "seedfault-init was killed from outside before the program ended",
                   "see whether the machine ran out of memory"};
  }
  return std::nullopt;
}

}  // namespace

tl::expected<Outcome, Failure> interpret(Launched launched, const Policy& policy, Tier tier,
                                         const std::optional<GroupUse>& group) {
  Said said = read_status(launched.status);
  if (const auto failure = failure_to_run(said, launched, policy, group && group->out_of_memory))
    return tl::unexpected(*failure);
  Outcome outcome{.tier = tier, .limits = policy.limits};
  if (said.ended) {
    outcome.usage = usage_of(*said.ended);
    outcome.ending = ending_of(*said.ended, policy.limits);
  } else {
    outcome.usage = {.wall = launched.elapsed, .memory_measured_by = "unknown"};
    outcome.ending = TimedOut{Clock::wall};
  }
  if (launched.end == Launched::End::too_much_output) outcome.ending = TooMuchOutput{};
  if (group) apply(*group, outcome);
  outcome.limits.cpu = std::chrono::ceil<std::chrono::seconds>(policy.limits.cpu);
  outcome.out = std::move(launched.out);
  outcome.err = std::move(launched.err);
  outcome.output_cut = launched.output_cut;
  outcome.report = std::move(said.report);
  return outcome;
}

}  // namespace sandbox
