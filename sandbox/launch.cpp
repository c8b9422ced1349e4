#include "sandbox/launch.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Process v2 of Boost 1.81 uses these three without including them.
#include <boost/optional/optional.hpp>
#include <boost/type_traits/decay.hpp>
#include <boost/type_traits/is_convertible.hpp>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/process/v2/stdio.hpp>
#include <boost/system/system_error.hpp>
#include <cerrno>

#include "sandbox/init/protocol.hpp"

namespace sandbox {
namespace {

namespace asio = boost::asio;
namespace process = boost::process::v2;
using boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto time_to_report = 500ms;  // after it was told to end, or is late, until it is killed
constexpr auto time_to_drain = 200ms;   // after it has ended, for what is still in the pipes
constexpr std::size_t status_limit = 128U << 10;

const char* const no_environment[] = {nullptr};

// Everything between fork and exec. Only system calls here: another thread may hold any lock.
struct Setup {
  const std::vector<int>& inherited;
  int group;
  const std::optional<Identity>& identity;

  template <typename Launcher>
  error_code on_setup(Launcher& launcher, const std::filesystem::path&, const char* const*&) const {
    launcher.env = no_environment;
    launcher.fd_whitelist.insert(launcher.fd_whitelist.end(), inherited.begin(), inherited.end());
    if (group >= 0) launcher.fd_whitelist.push_back(group);  // until exec
    return {};
  }

  template <typename Launcher>
  error_code on_exec_setup(Launcher&, const std::filesystem::path&, const char* const*&) const {
    const bool done = own_group() && in_cgroup() && plain_signals() && only_inherited() && less_rights();
    return done ? error_code{} : error_code{errno, boost::system::system_category()};
  }

  // In the caller, when exec or anything before it failed: the child has ended, and Boost 1.81 leaves it
  // unburied. Boost asks for this with one list of arguments and calls it with another, so any will do.
  template <typename Launcher, typename... Rest>
  void on_error(Launcher& launcher, Rest&&...) const {
    while (launcher.pid > 0 && waitpid(launcher.pid, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  static bool own_group() { return setpgid(0, 0) == 0; }

  // While it still has the caller's rights.
  bool in_cgroup() const { return group < 0 || ::write(group, "0", 1) == 1; }

  static bool plain_signals() {
    for (int signal_number = 1; signal_number < NSIG; ++signal_number) {
      static_cast<void>(signal(signal_number, SIG_DFL));  // SIGKILL and SIGSTOP cannot be set, and need not
    }
    sigset_t none;
    sigemptyset(&none);
    return sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
  }

  // Marked, not closed: the launcher's own pipe must live until exec.
  bool only_inherited() const {
    if (syscall(SYS_close_range, 3U, ~0U, 4U /* CLOSE_RANGE_CLOEXEC */) != 0) return false;
    for (const int descriptor : inherited) {
      if (fcntl(descriptor, F_SETFD, 0) != 0) return false;
    }
    return true;
  }

  // Raw calls: the library's would try to change the other threads as well.
  bool less_rights() const {
    if (!identity) return true;
    const auto [user, own] = *identity;
    return syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, own, own, own) == 0 &&
           syscall(SYS_setresuid, user, user, user) == 0;
  }
};

// One run: three streams, one clock, and the first reason to end it.
class Watch {
 public:
  explicit Watch(LaunchOrder& order)
      : order_(order),
        out_(context_),
        err_(context_),
        status_(context_),
        clock_(context_),
        drain_(context_) {}

  tl::expected<Launched, Failure> run();

 private:
  using Stream = asio::posix::stream_descriptor;
  using Buffer = std::array<char, 16'384>;

  process::process& start(Pair& out, Pair& err);
  void read(Stream& stream, Buffer& buffer, void (Watch::*take)(std::string_view));
  void take_out(std::string_view bytes) { take_output(result_.out, bytes); }
  void take_err(std::string_view bytes) { take_output(result_.err, bytes); }
  void take_output(std::string& text, std::string_view bytes);
  void take_status(std::string_view bytes);
  void end(Launched::End why);
  void tell_to_end();
  void kill_after(std::chrono::milliseconds time, Launched::End why);
  void kill_group() const { ::kill(-group_, SIGKILL); }
  void drain();
  [[nodiscard]] bool reading() const { return out_.is_open() || err_.is_open() || status_.is_open(); }

  LaunchOrder& order_;
  Launched result_;
  asio::io_context context_{1};
  Stream out_, err_, status_;
  Buffer out_buffer_{}, err_buffer_{}, status_buffer_{};
  asio::steady_timer clock_, drain_;
  std::optional<process::process> process_;
  pid_t group_ = 0;
};

process::process& Watch::start(Pair& out, Pair& err) {
  std::vector<std::string> arguments = std::move(order_.arguments);
  auto& started = process_.emplace(
      context_, order_.program.string(), arguments,
      process::process_stdio{order_.input.number(), out.theirs.number(), err.theirs.number()},
      Setup{order_.inherited, order_.group, order_.identity});
  out.theirs = Descriptor();
  err.theirs = Descriptor();
  order_.status.theirs = Descriptor();
  out_.assign(out.ours.release());
  err_.assign(err.ours.release());
  status_.assign(order_.status.ours.release());
  group_ = started.id();
  return started;
}

void Watch::read(Stream& stream, Buffer& buffer, void (Watch::*take)(std::string_view)) {
  stream.async_read_some(asio::buffer(buffer),
                         [this, &stream, &buffer, take](error_code error, std::size_t size) {
                           (this->*take)({buffer.data(), size});
                           if (error == asio::error::operation_aborted) return;
                           if (!error) return read(stream, buffer, take);
                           error_code ignored;
                           stream.close(ignored);
                           if (!out_.is_open() && !err_.is_open() && !status_.is_open())
                             clock_.cancel(), drain_.cancel();
                         });
}

void Watch::take_output(std::string& text, std::string_view bytes) {
  const auto room = order_.output_limit - (result_.out.size() + result_.err.size());
  text.append(bytes.substr(0, room));
  if (bytes.size() <= room) return;
  result_.output_cut = true;
  end(Launched::End::too_much_output);
}

void Watch::take_status(std::string_view bytes) {
  const bool first = result_.status.empty() && !bytes.empty();
  result_.status.append(bytes.substr(0, status_limit - result_.status.size()));
  if (first && result_.end == Launched::End::by_itself) {
    kill_after(order_.limit + time_to_report, Launched::End::out_of_time);
  }
}

void Watch::end(Launched::End why) {
  if (result_.end != Launched::End::by_itself) return;
  result_.end = why;
  tell_to_end();
  kill_after(time_to_report, why);
}

void Watch::tell_to_end() {
  if (!status_.is_open()) return;
  ::send(status_.native_handle(), "", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Watch::kill_after(std::chrono::milliseconds time, Launched::End why) {
  clock_.expires_after(time);
  clock_.async_wait([this, why](error_code error) {
    if (error) return;
    if (result_.end == Launched::End::by_itself) result_.end = why;
    kill_group();
  });
}

// Nothing inside outlives bubblewrap; this bounds the wait should a kernel need long to take it all down.
void Watch::drain() {
  drain_.expires_after(time_to_drain);
  drain_.async_wait([this](error_code error) {
    if (error) return;
    error_code ignored;
    for (Stream* stream : {&out_, &err_, &status_}) stream->close(ignored);
  });
}

tl::expected<Launched, Failure> Watch::run() {
  Pair out = pipe_to_read();
  Pair err = pipe_to_read();
  if (!out.open() || !err.open())
    throw boost::system::system_error(errno, boost::system::system_category(), "pipe");
  const auto began = std::chrono::steady_clock::now();
  process::process& started = start(out, err);
  read(out_, out_buffer_, &Watch::take_out);
  read(err_, err_buffer_, &Watch::take_err);
  read(status_, status_buffer_, &Watch::take_status);
  kill_after(order_.start_limit, Launched::End::not_started_in_time);
  started.async_wait([this](error_code, int) {
    clock_.cancel();
    if (reading()) drain();
  });
  context_.run();
  result_.elapsed =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  return std::move(result_);
}

}  // namespace

tl::expected<Launched, Failure> launch(LaunchOrder order) {
  const std::string program = order.program.string();
  try {
    return Watch(order).run();
  } catch (const boost::system::system_error& error) {
    return tl::unexpected(
        Failure{"start bubblewrap", program + ": " + error.code().message(),
                "free descriptors, memory or processes, and see what `seedfault doctor` says"});
  }
}

}  // namespace sandbox
