#include "sandbox/order.hpp"

#include <fmt/format.h>

#include <cstring>
#include <set>

#include "sandbox/init/protocol.hpp"

namespace sandbox {
namespace {

constexpr std::uint64_t order_limit = 256ULL << 20;

tl::unexpected<Failure> refuse(std::string problem, std::string remedy) {
  return tl::unexpected(Failure{"check policy", std::move(problem), std::move(remedy)});
}

void append(std::string& order, std::string_view item) {
  const auto size = static_cast<std::uint32_t>(item.size());
  order.append(reinterpret_cast<const char*>(&size), sizeof size);
  order.append(item);
}

bool has_null(std::string_view text) { return text.find('\0') != std::string_view::npos; }

tl::expected<std::uint64_t, Failure> check_files(const Policy& policy) {
  std::uint64_t size = 0;
  std::set<std::string_view> seen;
  for (const auto& file : policy.files) {
    if (const auto why = refusal_of_path(file.path); !why.empty()) {
      return refuse(fmt::format("the file path '{}' {}", file.path, why), "give a plain relative path");
    }
    if (!seen.insert(file.path).second) {
      return refuse(fmt::format("the file '{}' is given twice", file.path), "give it once");
    }
    size += file.path.size() + file.content.size();
  }
  // The files lie in memory, and the program needs some as well.
  if (size > policy.limits.memory / 2 || size > order_limit) {
    return refuse(
        fmt::format("{} files of together {} bytes do not fit into half of the memory limit, {} bytes",
                    policy.files.size(), size, policy.limits.memory),
        "give fewer files or more memory");
  }
  return size;
}

tl::expected<void, Failure> check_texts(const Policy& policy) {
  if (policy.argv.empty() || policy.argv.front().empty() || policy.argv.front().front() != '/') {
    return refuse("there is no program with an absolute path", "name it in argv[0], as it is called inside");
  }
  for (const auto& argument : policy.argv) {
    if (has_null(argument)) return refuse("an argument has a null byte", "remove it");
  }
  for (const auto& [name, value] : policy.profile.environment) {
    if (name.empty() || name.find('=') != std::string::npos || has_null(name) || has_null(value)) {
      return refuse(fmt::format("'{}' cannot be an environment variable", name), "correct the profile");
    }
  }
  if (!policy.folder.empty() && !refusal_of_path(policy.folder).empty()) {
    return refuse(fmt::format("the working folder '{}' {}", policy.folder, refusal_of_path(policy.folder)),
                  "give a plain relative path");
  }
  if (policy.secret.size() > 4096) return refuse("the secret has more than 4096 bytes", "give a shorter one");
  return {};
}

tl::expected<void, Failure> check_limits(const Limits& limits) {
  using namespace std::chrono_literals;
  const bool possible = limits.wall > 0ms && limits.wall <= 24h && limits.cpu > 0ms && limits.cpu <= 24h &&
                        limits.memory >= (8U << 20) && limits.memory <= (1ULL << 40) &&
                        limits.processes >= 1 && limits.processes <= 100'000 && limits.output >= 1 &&
                        limits.output <= (1ULL << 30) && limits.file_size >= 1 && limits.open_files >= 8 &&
                        limits.open_files <= 100'000;
  if (possible) return {};
  return refuse("a limit is out of range",
                "clocks: up to a day; memory: at least 8 MiB; processes: 1 to 100000; output: up to 1 GiB; "
                "open files: 8 to 100000");
}

init::OrderHead head_of(const Policy& policy, HasProc has_proc, const Place& place) {
  const auto& limits = policy.limits;
  const auto cpu = std::chrono::ceil<std::chrono::seconds>(limits.cpu);
  return {.has_proc = has_proc == HasProc::yes ? 1U : 0U,
          .wall_ms = static_cast<std::uint64_t>(limits.wall.count()),
          .cpu_s = static_cast<std::uint64_t>(cpu.count()),
          .memory = limits.memory,
          .processes = limits.processes,
          .file_size = limits.file_size,
          .open_files = limits.open_files,
          .arguments = static_cast<std::uint32_t>(policy.argv.size()),
          .variables = static_cast<std::uint32_t>(policy.profile.environment.size()),
          .files = static_cast<std::uint32_t>(policy.files.size()),
          .weak = place.weak ? 1U : 0U,
          .seen = static_cast<std::uint32_t>(place.seen.size())};
}

}  // namespace

std::string_view refusal_of_path(std::string_view path) {
  if (path.empty()) return "is empty";
  if (path.front() == '/') return "is absolute";
  if (path.size() > 1024) return "is longer than 1024 bytes";
  if (has_null(path)) return "has a null byte";
  for (std::size_t from = 0; from <= path.size();) {
    const auto slash = std::min(path.find('/', from), path.size());
    const auto part = path.substr(from, slash - from);
    if (part.empty()) return "has an empty part";
    if (part == "." || part == "..") return "has a part '.' or '..'";
    if (part.size() > 255) return "has a part of more than 255 bytes";
    from = slash + 1;
  }
  return {};
}

tl::expected<std::string, Failure> write_order(const Policy& policy, const Filters& filters, HasProc has_proc,
                                               const Place& place) {
  if (auto checked = check_texts(policy); !checked) return tl::unexpected(checked.error());
  if (auto checked = check_limits(policy.limits); !checked) return tl::unexpected(checked.error());
  const auto size = check_files(policy);
  if (!size) return tl::unexpected(size.error());

  const init::OrderHead head = head_of(policy, has_proc, place);
  std::string order;
  order.reserve(sizeof head + *size + 16'384);
  order.append(reinterpret_cast<const char*>(&head), sizeof head);
  append(order, place.work);
  append(order, policy.folder);
  append(order, policy.secret);
  append(order, filters.known_calls);
  append(order, filters.refused_calls);
  append(order, filters.weak_calls);
  for (const auto& argument : policy.argv) append(order, argument);
  for (const auto& [name, value] : policy.profile.environment)
    append(order, fmt::format("{}={}", name, value));
  for (const auto& path : place.seen) append(order, path);
  for (const auto& file : policy.files) {
    append(order, file.path);
    append(order, file.content);
  }
  return order;
}

}  // namespace sandbox
