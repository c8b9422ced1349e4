#include "runner/session/sandbox_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/folder.hpp"
#include "runner/session/run.hpp"
#include "sandbox/limits.hpp"
#include "sandbox/probe.hpp"
#include "sandbox/run.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

Fault fault_of(const sandbox::Failure& failure) {
  return {"sandbox", {}, fmt::format("{}: {}", failure.step, failure.problem), failure.remedy};
}

// The program as it is called inside; what is visible there has the path that it has here.
std::string program_of(const sandbox::Profile& profile, const std::string& word) {
  if (word.find('/') != std::string::npos) return word;
  std::string places = "/usr/bin:/bin";
  for (const auto& [name, value] : profile.environment)
    if (name == "PATH") places = value;
  for (std::size_t at = 0; at <= places.size();) {
    const auto end = std::min(places.find(':', at), places.size());
    const auto path = places.substr(at, end - at) + "/" + word;
    std::error_code ignored;
    if (path.starts_with('/') && fs::is_regular_file(path, ignored)) return path;
    at = end + 1;
  }
  return "/usr/bin/" + word;
}

Checked<sandbox::Profile> usable_profile(const House& house, const std::string& id) {
  if (const auto bad = exercise::bad_id(id); !bad.empty())
    return faulty({"--profile",
                   {},
                   fmt::format("'{}' names no profile", id),
                   "name one that `seedfault doctor` shows"});
  auto profile = load_profile(house, id);
  if (!profile) return faulty(fault_of(profile.error()));
  if (const auto need = sandbox::missing(*profile))
    return faulty({id, {}, fmt::format("{} not found", need->name), sandbox::cure(*need)});
  return *std::move(profile);
}

Checked<sandbox::Limits> limits_of(sandbox::Limits limits, const std::vector<std::string>& changes) {
  Faults faults;
  for (const auto& change : changes) {
    const auto changed = sandbox::with_limit(limits, change);
    if (changed)
      limits = *changed;
    else
      faults.push_back({"--limit", {}, changed.error(), "`seedfault sandbox run --help` shows them"});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return limits;
}

Checked<std::vector<sandbox::File>> files_of(const std::optional<fs::path>& tree) {
  if (!tree) return std::vector<sandbox::File>{};
  std::error_code ignored;
  if (!fs::is_directory(*tree, ignored)) return faulty({tree->string(), {}, "is no folder", "name one"});
  Faults faults;
  const auto folder = exercise::read_folder(*tree, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return sandbox_files(folder.files);
}

struct Named {
  SandboxRun& run;
  void operator()(sandbox::Exited ending) const { run.ending = "exited", run.number = ending.code; }
  void operator()(sandbox::Signalled ending) const { run.ending = "signalled", run.number = ending.signal; }
  void operator()(sandbox::TimedOut) const { run.ending = "timed out"; }
  void operator()(sandbox::OutOfMemory) const { run.ending = "out of memory"; }
  void operator()(sandbox::TooMuchOutput) const { run.ending = "too much output"; }
  void operator()(sandbox::Denied) const { run.ending = "denied"; }
};

SandboxRun run_of(sandbox::Outcome outcome) {
  using Seconds = std::chrono::duration<double>;
  SandboxRun run{.description = sandbox::describe(outcome.ending),
                 .wall = Seconds(outcome.usage.wall).count(),
                 .cpu = Seconds(outcome.usage.cpu).count(),
                 .peak_memory = outcome.usage.peak_memory,
                 .memory_measured_by = std::string(outcome.usage.memory_measured_by),
                 .out = std::move(outcome.out),
                 .err = std::move(outcome.err),
                 .output_cut = outcome.output_cut,
                 .tier = std::string(sandbox::name(outcome.tier))};
  std::visit(Named{run}, outcome.ending);
  for (auto& [name, value] : sandbox::written(outcome.limits))
    run.limits.emplace_back(name, std::move(value));
  return run;
}

}  // namespace

Checked<SandboxRun> run_in_sandbox(const House& house, const SandboxOrder& order) {
  auto profile = usable_profile(house, order.profile);
  if (!profile) return tl::make_unexpected(profile.error());
  const auto limits = limits_of(profile->limits, order.limits);
  if (!limits) return tl::make_unexpected(limits.error());
  auto files = files_of(order.tree);
  if (!files) return tl::make_unexpected(files.error());
  auto command = order.command;
  command.front() = program_of(*profile, command.front());
  auto outcome = sandbox::run({.profile = *std::move(profile),
                               .limits = *limits,
                               .files = *std::move(files),
                               .argv = std::move(command),
                               .allow_weak = order.allow_weak});
  if (!outcome) return faulty(fault_of(outcome.error()));
  return run_of(*std::move(outcome));
}

Doctor sandbox_of_host() {
  const auto host = sandbox::probe_afresh();
  const bool refused = host.tier == sandbox::Tier::weak || host.tier == sandbox::Tier::none;
  const auto state = refused              ? DoctorLine::State::missing
                     : host.cures.empty() ? DoctorLine::State::good
                                          : DoctorLine::State::limited;
  Doctor doctor{.lines = {{.subject = "tier",
                           .state = state,
                           .finding = std::string(sandbox::name(host.tier)),
                           .cure = fmt::format("{}", fmt::join(host.cures, "; "))}}};
  for (const auto& fact : host.facts)
    doctor.lines.push_back(
        {.subject = fact.name, .state = DoctorLine::State::good, .finding = fact.value, .cure = {}});
  return doctor;
}

}  // namespace runner::session
