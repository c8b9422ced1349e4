#include "sandbox/chain.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "sandbox/arguments.hpp"
#include "sandbox/cgroup.hpp"
#include "sandbox/interpret.hpp"
#include "sandbox/order.hpp"
#include "sandbox/parts.hpp"

namespace sandbox {
namespace {

tl::unexpected<Failure> no_descriptor(std::string_view what) {
  return tl::unexpected(Failure{"open descriptors", fmt::format("{}: {}", what, std::strerror(errno)),
                                "free descriptors or memory and try again"});
}

// What bubblewrap reads or passes on; open until it has started.
struct Handed {
  Descriptor init;
  Descriptor order;
  std::vector<Descriptor> files;
  Inherited numbers;
};

tl::expected<Handed, Failure> hand_over(const Parts& parts, const std::string& order,
                                        const Descriptor& status) {
  Handed handed{open_to_read(parts.init.c_str()), memory_file(order), {}, {}};
  if (!handed.init.open()) return no_descriptor(parts.init.string());
  if (!handed.order.open()) return no_descriptor("order");
  for (const auto& file : made_up_files()) {
    handed.files.push_back(memory_file(file.content));
    if (!handed.files.back().open()) return no_descriptor(file.path);
    handed.numbers.files.emplace_back(file.path, handed.files.back().number());
  }
  handed.numbers.init = handed.init.number();
  handed.numbers.order = handed.order.number();
  handed.numbers.status = status.number();
  return handed;
}

std::vector<int> all_numbers(const Inherited& numbers) {
  std::vector<int> all{numbers.init, numbers.order, numbers.status};
  for (const auto& [path, number] : numbers.files) all.push_back(number);
  return all;
}

Descriptor input_of(const Policy& policy) {
  if (!policy.input_file.empty()) return open_to_read(policy.input_file.c_str());
  return policy.input.empty() ? open_to_read("/dev/null") : memory_file(policy.input);
}

tl::expected<Leaf, Failure> leaf_for(const Limits& limits) {
  static const auto group = delegated_group();
  if (!group) return tl::unexpected(group.error());
  return Leaf::make(*group, limits);
}

}  // namespace

std::optional<Identity> identity_below_root() {
  if (geteuid() != 0) return std::nullopt;
  passwd account{};
  passwd* found = nullptr;
  std::array<char, 4096> text{};
  if (getpwnam_r("seedfault", &account, text.data(), text.size(), &found) == 0 && found != nullptr &&
      account.pw_uid != 0) {
    return Identity{account.pw_uid, account.pw_gid};
  }
  return Identity{65534, 65534};
}

tl::expected<Outcome, Failure> run_chain(const Policy& policy, Tier tier) {
  const auto parts = find_parts();
  if (!parts) return tl::unexpected(parts.error());
  const auto filters = read_filters(parts->filters, policy.profile, Weak::no);
  if (!filters) return tl::unexpected(filters.error());
  const HasProc has_proc = tier == Tier::no_proc ? HasProc::no : HasProc::yes;
  std::optional<Leaf> leaf;
  if (tier == Tier::full) {
    auto made = leaf_for(policy.limits);
    if (!made) return tl::unexpected(made.error());
    leaf.emplace(*std::move(made));
  }
  // A leaf holds memory better than the watchdog, which counts shared pages more than once.
  const auto order = write_order(policy, *filters, leaf ? HasProc::no : has_proc);
  if (!order) return tl::unexpected(order.error());
  Pair status = stream_socket();
  if (!status.open()) return no_descriptor("status");
  Descriptor input = input_of(policy);
  if (!input.open()) return no_descriptor("input");
  const auto handed = hand_over(*parts, *order, status.theirs);
  if (!handed) return tl::unexpected(handed.error());

  auto launched = launch({.program = parts->bubblewrap,
                          .arguments = bubblewrap_arguments(policy.profile, policy.limits.memory, has_proc,
                                                            handed->numbers, top_folders_of_host()),
                          .inherited = all_numbers(handed->numbers),
                          .input = std::move(input),
                          .status = std::move(status),
                          .group = leaf ? leaf->join() : -1,
                          .identity = identity_below_root(),
                          .limit = policy.limits.wall,
                          .output_limit = policy.limits.output});
  if (!launched) return tl::unexpected(launched.error());
  return interpret(std::move(*launched), policy, tier, leaf ? std::optional(leaf->use()) : std::nullopt);
}

}  // namespace sandbox
