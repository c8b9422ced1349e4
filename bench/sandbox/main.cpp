// What a sandbox costs: start-up of the whole chain against a bare fork and exec and against plain bubblewrap
// with the same mounts, a Python proof against the same command outside, and a batch of proofs on one and two
// threads. The ways are run in turns, so that the machine's moods meet all of them; medians and ratios are
// printed.
//   bench_sandbox [ROUNDS]
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <thread>

#include "sandbox/arguments.hpp"
#include "sandbox/chain.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/probe.hpp"
#include "sandbox/proof.hpp"
#include "sandbox/run.hpp"
#include "tests/source_tree.hpp"

using namespace sandbox;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(const std::function<bool()>& work) {
  const auto began = Clock::now();
  const bool done = work();
  const std::chrono::duration<double, std::milli> took = Clock::now() - began;
  if (!done) {
    fmt::print(stderr, "a run failed: nothing is measured\n");
    std::exit(1);
  }
  return took.count();
}

bool spawned(std::vector<std::string> arguments) {
  std::vector<char*> list;
  for (auto& argument : arguments) list.push_back(argument.data());
  list.push_back(nullptr);
  pid_t pid = 0;
  int status = 1;
  return posix_spawn(&pid, list[0], nullptr, nullptr, list.data(), environ) == 0 &&
         waitpid(pid, &status, 0) == pid && status == 0;
}

// The same namespaces and mounts, started with the same rights, and nothing of ours.
bool plain_bubblewrap(const Profile& profile) {
  auto arguments = bubblewrap_arguments(profile, 512ULL << 20, HasProc::yes, {}, top_folders_of_host());
  const auto own = std::find(arguments.begin(), arguments.end(), "--perms");
  const auto after = std::find(own, arguments.end(), "--remount-ro");
  arguments.erase(own, after);
  arguments.erase(std::find(arguments.begin(), arguments.end(), "--"), arguments.end());
  std::erase(arguments, "--as-pid-1");
  arguments.insert(arguments.end(), {"--", "/bin/true"});
  Pair status = stream_socket();
  const auto launched = launch({.program = "/usr/bin/bwrap",
                                .arguments = arguments,
                                .input = open_to_read("/dev/null"),
                                .status = std::move(status),
                                .identity = identity_below_root(),
                                .limit = std::chrono::seconds(10),
                                .output_limit = 1000});
  return launched && launched->err.empty();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

struct Way {
  const char* name;
  std::function<bool()> work;
  std::vector<double> times = {};
};

void measure(std::vector<Way> ways, int rounds) {
  for (int round = 0; round < rounds + 2; ++round)
    for (auto& way : ways) {
      const double took = milliseconds(way.work);
      if (round >= 2) way.times.push_back(took);  // the first two warm the caches
    }
  const double first = median(ways.front().times);
  for (const auto& way : ways) {
    const double middle = median(way.times);
    fmt::print("  {:<28}{:8.2f} ms {:8.2f} x {:+8.2f} ms\n", way.name, middle, middle / first,
               middle - first);
  }
}

const std::vector<File> tree{{"shop/__init__.py", ""},
                             {"shop/prices.py", "def total(prices):\n    return sum(prices)\n"}};
const File proof{"proof.py",
                 "import unittest\nfrom shop.prices import total\n\nclass Total(unittest.TestCase):\n"
                 "    def test_sum(self):\n        self.assertEqual(total([1, 2]), 3)\n"};

bool proven(const Profile& python) {
  const auto result = run_proof(python, tree, proof);
  return result && result->verdict == ProofVerdict{Passed{}};
}

double batch(const Profile& python, int count, int threads) {
  return milliseconds([&] {
    std::atomic<int> left{count};
    std::atomic<bool> good{true};
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
      all.emplace_back([&] {
        while (left-- > 0)
          if (!proven(python)) good = false;
      });
    for (auto& thread : all) thread.join();
    return good.load();
  });
}

void outside_and_inside(const Profile& python, int rounds) {
  Policy policy{.profile = python,
                .limits = python.limits,
                .argv = {"/usr/bin/python3", "-I", "-B", "-c", "import unittest"}};
  fmt::print("Python that loads unittest\n");
  measure({{"outside", [&] { return spawned(policy.argv); }},
           {"in the sandbox", [&] { return run(policy).has_value(); }},
           {"a whole proof", [&] { return proven(python); }}},
          rounds);
}

}  // namespace

int main(int count, char** arguments) {
  const int rounds = count > 1 ? std::max(3, std::atoi(arguments[1])) : 100;
  const auto python = load_profile(source_tree("/sandbox/profiles/python.toml"));
  if (!python || missing(*python) || probe().tier == Tier::none) {
    fmt::print(stderr, "this host has no sandbox or no Python profile\n");
    return 1;
  }
  double load[3] = {};
  static_cast<void>(getloadavg(load, 3));
  fmt::print("tier {}; load {:.1f}; medians of {} rounds in turns\n", name(probe().tier), load[0], rounds);
  Policy policy{.profile = *python, .argv = {"/bin/true"}};
  fmt::print("start-up of /bin/true\n");
  measure({{"plain bubblewrap", [&] { return plain_bubblewrap(*python); }},
           {"the whole chain", [&] { return run(policy).has_value(); }},
           {"bare fork and exec", [] { return spawned({"/bin/true"}); }}},
          rounds);
  outside_and_inside(*python, rounds);
  const double one = batch(*python, rounds, 1);
  const double two = batch(*python, rounds, 2);
  fmt::print("{} proofs: {:.0f} ms on one thread, {:.0f} ms on two, {:.2f} x\n", rounds, one, two, one / two);
}
