// What a sandbox costs: start-up of the whole chain against a bare fork and exec and against plain bubblewrap
// with the same mounts, a Python proof against the same tests outside, and a batch of proofs on one thread
// and on all cores. The ways are run in turns, so that the machine's moods meet all of them; medians, the
// least, and ratios are printed, and CPU time, which other programs on the machine disturb less. `chrt -f 1`
// before the command (root) is the next best thing to a machine of one's own.
//   bench_sandbox [ROUNDS]
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>

#include "sandbox/arguments.hpp"
#include "sandbox/chain.hpp"
#include "sandbox/command.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/probe.hpp"
#include "sandbox/proof.hpp"
#include "sandbox/run.hpp"
#include "sandbox/weak.hpp"
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

bool spawned(std::vector<std::string> arguments, const posix_spawn_file_actions_t* actions = nullptr) {
  std::vector<char*> list;
  for (auto& argument : arguments) list.push_back(argument.data());
  list.push_back(nullptr);
  pid_t pid = 0;
  int status = 1;
  return posix_spawn(&pid, list[0], actions, nullptr, list.data(), environ) == 0 &&
         waitpid(pid, &status, 0) == pid && status == 0;
}

// Who is process 1 inside. Without a word bubblewrap's own is, and bubblewrap does not wait until it and the
// namespaces are gone; /bin/true as process 1 is waited for, as ours is.
enum class First { of_bubblewrap, the_program };

// The same namespaces, mounts and made-up files, started with the same rights, and nothing of ours.
bool plain_bubblewrap(const Profile& profile, First first) {
  std::vector<Descriptor> files;
  Inherited inherited;
  std::vector<int> numbers;
  for (const auto& file : made_up_files()) {
    files.push_back(memory_file(file.content));
    numbers.push_back(files.back().number());
    inherited.files.emplace_back(file.path, files.back().number());
  }
  auto arguments =
      bubblewrap_arguments(profile, 512ULL << 20, HasProc::yes, inherited, top_folders_of_host());
  arguments.erase(std::find(arguments.begin(), arguments.end(), "--"), arguments.end());
  if (first == First::of_bubblewrap) std::erase(arguments, "--as-pid-1");
  arguments.insert(arguments.end(), {"--", "/bin/true"});
  Pair status = stream_socket();
  const auto launched = launch({.program = "/usr/bin/bwrap",
                                .arguments = arguments,
                                .inherited = numbers,
                                .input = open_to_read("/dev/null"),
                                .status = std::move(status),
                                .identity = identity_below_root(),
                                .limit = std::chrono::seconds(10),
                                .output_limit = 1000});
  return launched && launched->err.empty();
}

// User and system time of this process and of all children that it has buried. Plain bubblewrap does not wait
// for its own process 1, whose time is missing then: compare this column with "waited for" and for Python.
double cpu_milliseconds() {
  double sum = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const auto& time : {usage.ru_utime, usage.ru_stime})
      sum += static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  }
  return sum;
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

struct Way {
  const char* name;
  std::function<bool()> work;
  std::vector<double> times = {};
  double cpu = 0;  // all rounds together
};

void print(const std::vector<Way>& ways, int rounds) {
  const double base = median(ways.front().times);
  fmt::print("  {:<24}{:>10}{:>8}{:>12}{:>11}{:>10}\n", "", "median", "ratio", "difference", "least", "CPU");
  for (const auto& way : ways) {
    const double middle = median(way.times);
    const double least = *std::min_element(way.times.begin(), way.times.end());
    fmt::print("  {:<24}{:7.2f} ms{:7.2f}x{:+9.2f} ms{:8.2f} ms{:7.2f} ms\n", way.name, middle, middle / base,
               middle - base, least, way.cpu / rounds);
  }
}

void measure(std::vector<Way> ways, int rounds) {
  for (int round = 0; round < rounds + 2; ++round)
    for (auto& way : ways) {
      const double before = cpu_milliseconds();
      const double took = milliseconds(way.work);
      if (round < 2) continue;  // the first two warm the caches
      way.times.push_back(took);
      way.cpu += cpu_milliseconds() - before;
    }
  print(ways, rounds);
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

// The proof's files in a folder of the host, with the harness, and the same command line in a shell that
// gives the harness its two pipes.
class Outside {
 public:
  explicit Outside(const Profile& python) {
    std::string pattern = "/tmp/seedfault-bench-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) std::exit(1);
    place_ = pattern;
    for (const auto& file : tree) write("tree/" + file.path, file.content);
    for (const auto& file : python.harness) write("harness/" + file.path, file.content);
    write("proof/proof.py", proof.content);
    write("nonce", "0123456789abcdef");
    for (const auto& argument : filled(python.proof, python))
      arguments_.push_back(at_place(argument, place_.string()));
  }
  Outside(const Outside&) = delete;
  Outside& operator=(const Outside&) = delete;
  ~Outside() { std::filesystem::remove_all(place_); }

  [[nodiscard]] bool run() const {
    const int nonce = open((place_ / "nonce").c_str(), O_RDONLY);
    const int report = open("/dev/null", O_WRONLY);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, nonce, 13);
    posix_spawn_file_actions_adddup2(&actions, report, 14);
    posix_spawn_file_actions_adddup2(&actions, 13, 3);
    posix_spawn_file_actions_adddup2(&actions, 14, 4);
    const bool done = spawned(arguments_, &actions);
    posix_spawn_file_actions_destroy(&actions);
    close(nonce);
    close(report);
    return done;
  }

 private:
  void write(const std::string& path, const std::string& content) {
    std::filesystem::create_directories((place_ / path).parent_path());
    if (!write_new_file((place_ / path).c_str(), content)) std::exit(1);
  }

  std::filesystem::path place_;
  std::vector<std::string> arguments_;
};

void outside_and_inside(const Profile& python, int rounds) {
  const Outside outside(python);
  fmt::print("A Python proof\n");
  measure({{"the same, outside", [&] { return outside.run(); }},
           {"in the sandbox", [&] { return proven(python); }}},
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
  measure({{"plain bubblewrap", [&] { return plain_bubblewrap(*python, First::of_bubblewrap); }},
           {"plain, waited for", [&] { return plain_bubblewrap(*python, First::the_program); }},
           {"the whole chain", [&] { return run(policy).has_value(); }},
           {"bare fork and exec", [] { return spawned({"/bin/true"}); }}},
          rounds);
  outside_and_inside(*python, rounds);
  const int cores = static_cast<int>(std::max(2U, std::thread::hardware_concurrency()));
  const double one = batch(*python, 100, 1);
  const double all = batch(*python, 100, cores);
  fmt::print("100 proofs: {:.0f} ms on one thread, {:.0f} ms on {}, {:.2f} times as fast\n", one, all, cores,
             one / all);
}
