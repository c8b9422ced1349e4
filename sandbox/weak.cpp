#include "sandbox/weak.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "sandbox/arguments.hpp"
#include "sandbox/interpret.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/order.hpp"
#include "sandbox/parts.hpp"

namespace sandbox {
namespace {

namespace fs = std::filesystem;

// A folder of the host in place of /work, with tmp/ in it in place of /tmp; gone with all that a run has left
// there.
class PlaceOnHost {
 public:
  PlaceOnHost() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "seedfault-weak-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) return;
    path_ = pattern;
    made_ = fs::create_directory(path_ / "tmp", error);
  }
  PlaceOnHost(const PlaceOnHost&) = delete;
  PlaceOnHost& operator=(const PlaceOnHost&) = delete;
  ~PlaceOnHost() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
  bool made_ = false;
};

std::uint64_t threads_in(const fs::path& process) {
  const auto text = read_file((process / "status").c_str()).value_or("");
  const auto at = text.find("\nThreads:\t");
  std::uint64_t count = 1;
  if (at != std::string::npos) std::from_chars(text.data() + at + 10, text.data() + text.size(), count);
  return count;
}

// RLIMIT_NPROC counts whatever the user runs on this host: a run's own number comes on top of that.
std::uint64_t threads_of_user() {
  std::uint64_t sum = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    struct stat about{};
    const bool ours = stat(entry.path().c_str(), &about) == 0 && about.st_uid == geteuid();
    if (ours && std::isdigit(entry.path().filename().string().front()) != 0) sum += threads_in(entry.path());
  }
  return sum;
}

std::vector<std::string> seen_by(const Profile& profile) {
  auto seen = profile.visible;
  for (const auto& [name, target] : top_folders_of_host())
    if (target.empty()) seen.push_back("/" + name);
  return seen;
}

Policy moved(Policy policy, const std::string& place) {
  for (auto& argument : policy.argv) argument = at_place(argument, place);
  for (auto& [name, value] : policy.profile.environment) value = at_place(value, place);
  policy.limits.processes += threads_of_user();
  return policy;
}

tl::unexpected<Failure> refuse(std::string problem, std::string remedy) {
  return tl::unexpected(Failure{"weak sandbox", std::move(problem), std::move(remedy)});
}

tl::expected<Launched, Failure> launch_weak(const Parts& parts, const std::string& order,
                                            const Policy& policy) {
  Pair status = stream_socket();
  Descriptor input = policy.input.empty() ? open_to_read("/dev/null") : memory_file(policy.input);
  const Descriptor order_file = memory_file(order);
  if (!status.open() || !input.open() || !order_file.open())
    return refuse(std::strerror(errno), "free descriptors or memory and try again");
  const int number = status.theirs.number();
  return launch({.program = parts.init,
                 .arguments = {fmt::format("{}", number), fmt::format("{}", order_file.number())},
                 .inherited = {number, order_file.number()},
                 .input = std::move(input),
                 .status = std::move(status),
                 .limit = policy.limits.wall,
                 .output_limit = policy.limits.output});
}

}  // namespace

std::string at_place(std::string_view text, std::string_view place) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || text[at - 1] == '=' || text[at - 1] == ':';
    const auto rest = text.substr(at);
    const std::size_t size = rest.starts_with("/work") ? 5 : rest.starts_with("/tmp") ? 4 : 0;
    const bool whole =
        rest.size() == size || (rest.size() > size && (rest[size] == '/' || rest[size] == ':'));
    if (begins && size > 0 && whole) {
      result.append(place).append(rest.starts_with("/tmp") ? "/tmp" : "");
      at += size;
    } else {
      result += text[at++];
    }
  }
  return result;
}

tl::expected<Outcome, Failure> run_weak(const Policy& policy) {
  if (geteuid() == 0)
    return refuse("it is never used for root, whose files it could not keep apart",
                  "run seedfault as an ordinary user");
  const auto parts = find_parts_without_bubblewrap();
  if (!parts) return tl::unexpected(parts.error());
  const auto filters = read_filters(parts->filters, policy.profile, Weak::yes);
  if (!filters) return tl::unexpected(filters.error());
  const PlaceOnHost place;
  if (!place.made())
    return refuse("no folder can be made for its files", "set TMPDIR to a folder that can be written");
  const Policy here = moved(policy, place.path());
  const auto order = write_order(here, *filters, HasProc::yes,
                                 {.work = place.path(), .seen = seen_by(policy.profile), .weak = true});
  if (!order) return tl::unexpected(order.error());
  auto launched = launch_weak(*parts, *order, here);
  if (!launched) return tl::unexpected(launched.error());
  return interpret(std::move(*launched), policy, Tier::weak);
}

}  // namespace sandbox
