#include "sandbox/launch.hpp"

#include <signal.h>
#include <sys/socket.h>

// Process v2 of Boost 1.81 uses these three without including them.
#include <boost/optional/optional.hpp>
#include <boost/type_traits/decay.hpp>
#include <boost/type_traits/is_convertible.hpp>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/process/v2/process.hpp>
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

  bool start(Pair& out, Pair& err);  // false with errno set
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

bool Watch::start(Pair& out, Pair& err) {
  auto started = spawn({.program = order_.program.string(),
                        .arguments = std::move(order_.arguments),
                        .input = order_.input.number(),
                        .out = out.theirs.number(),
                        .err = err.theirs.number(),
                        .inherited = order_.inherited,
                        .cgroup = order_.group,
                        .identity = order_.identity});
  if (!started) return errno = started.error(), false;
  group_ = started->pid;
  process_.emplace(context_, started->pid, started->process.release());
  out.theirs = Descriptor();
  err.theirs = Descriptor();
  order_.status.theirs = Descriptor();
  out_.assign(out.ours.release());
  err_.assign(err.ours.release());
  status_.assign(order_.status.ours.release());
  return true;
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
  const auto began = std::chrono::steady_clock::now();
  if (!out.open() || !err.open() || !start(out, err))
    throw boost::system::system_error(errno, boost::system::system_category());
  read(out_, out_buffer_, &Watch::take_out);
  read(err_, err_buffer_, &Watch::take_err);
  read(status_, status_buffer_, &Watch::take_status);
  kill_after(order_.start_limit, Launched::End::not_started_in_time);
  process_->async_wait([this](error_code, int) {
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
