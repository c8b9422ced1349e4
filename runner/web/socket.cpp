#include "runner/web/socket.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <chrono>
#include <memory>

#include "runner/session/kept.hpp"

namespace runner::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using boost::system::error_code;
using namespace std::chrono_literals;

// What another process wrote to the log is seen at the latest then.
constexpr auto longest_silence = 10s;

// Rung from any thread; waited for on the connection's own.
struct Bell {
  explicit Bell(const asio::any_io_executor& executor) : timer(executor) {}
  void ring() {
    rung = true;
    timer.cancel();
  }
  asio::awaitable<void> wait() {
    error_code ignored;
    timer.expires_after(longest_silence);
    if (!rung) co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    rung = false;
  }
  asio::steady_timer timer;
  bool rung = false;
};

Hub::Wake wake_by(const asio::any_io_executor& executor, const std::shared_ptr<Bell>& bell) {
  return [executor, bell = std::weak_ptr(bell)] {
    asio::post(executor, [bell] {
      if (const auto there = bell.lock()) there->ring();
    });
  };
}

template <class Stream>
class Talk {
 public:
  Talk(const Exchange& exchange, Stream& stream, LiveCaller caller)
      : executor_(stream.get_executor()),
        bell_(std::make_shared<Bell>(executor_)),
        end_(executor_, asio::steady_timer::time_point::max()),
        socket_(stream),
        exchange_(exchange),
        live_(exchange.site, std::move(caller), wake_by(executor_, bell_)) {}

  // On the heap: what the pool still does for it must find it where it was.
  static asio::awaitable<void> to_end(std::unique_ptr<Talk> talk,
                                      const beast::http::request<beast::http::string_body>& asked) {
    co_await talk->run(asked);
  }

 private:
  asio::awaitable<void> run(const beast::http::request<beast::http::string_body>& asked);
  asio::awaitable<void> listen();
  asio::awaitable<void> listen_safely();
  asio::awaitable<void> speak();
  asio::awaitable<void> close(websocket::close_code code);

  // What was written there is on disk before anybody is told so.
  template <class Work>
  asio::awaitable<std::vector<std::string>> on_pool(Work work) {
    bool wrote = false;
    auto frames = co_await asio::co_spawn(
        exchange_.pool,
        [&work, &wrote]() -> asio::awaitable<std::vector<std::string>> {
          const auto before = session::writes_of_this_thread();
          auto made = work();
          wrote = session::writes_of_this_thread() != before;
          co_return made;
        },
        asio::use_awaitable);
    if (wrote) co_await exchange_.settler.settle();
    co_return frames;
  }

  asio::any_io_executor executor_;
  std::shared_ptr<Bell> bell_;
  asio::steady_timer end_;  // cancelled when the listener has ended
  websocket::stream<Stream&> socket_;
  const Exchange& exchange_;
  Live live_;
  std::vector<std::string> replies_;
  bool listening_ = true;
};

template <class Stream>
asio::awaitable<void> Talk<Stream>::run(const beast::http::request<beast::http::string_body>& asked) {
  beast::get_lowest_layer(socket_).expires_never();
  socket_.set_option(websocket::stream_base::timeout{10s, 30s, true});
  socket_.read_message_max(longest_frame);
  co_await socket_.async_accept(asked, asio::use_awaitable);
  if (!live_.seated()) co_return co_await close(websocket::close_code::try_again_later);
  asio::co_spawn(executor_, listen_safely(), asio::detached);
  try {
    co_await speak();
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the peer is gone; the page comes again
  }
  error_code ignored;
  beast::get_lowest_layer(socket_).close();
  while (listening_) co_await end_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
}

template <class Stream>
asio::awaitable<void> Talk<Stream>::speak() {
  while (listening_) {
    auto frames = co_await on_pool([this] { return live_.news(); });
    frames.insert(frames.end(), std::make_move_iterator(replies_.begin()),
                  std::make_move_iterator(replies_.end()));
    replies_.clear();
    for (const auto& frame : frames) {
      socket_.text(true);
      co_await socket_.async_write(asio::buffer(frame), asio::use_awaitable);
    }
    if (replies_.empty() && listening_) co_await bell_->wait();
  }
}

template <class Stream>
asio::awaitable<void> Talk<Stream>::listen() {
  beast::flat_buffer buffer;
  while (!live_.tired()) {
    buffer.clear();
    co_await socket_.async_read(buffer, asio::use_awaitable);
    const auto frame = beast::buffers_to_string(buffer.data());
    auto answers = co_await on_pool([&] { return live_.hear(frame); });
    if (answers.empty()) continue;
    replies_.insert(replies_.end(), std::make_move_iterator(answers.begin()),
                    std::make_move_iterator(answers.end()));
    bell_->ring();
  }
}

template <class Stream>
asio::awaitable<void> Talk<Stream>::listen_safely() {
  try {
    co_await listen();
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): closed, too large, silent for too long
  }
  listening_ = false;
  bell_->ring();
  end_.cancel();
}

template <class Stream>
asio::awaitable<void> Talk<Stream>::close(websocket::close_code code) {
  error_code ignored;
  co_await socket_.async_close(code, asio::redirect_error(asio::use_awaitable, ignored));
}

}  // namespace

template <class Stream>
asio::awaitable<void> serve_live(const Exchange& exchange, Stream& stream,
                                 const beast::http::request<beast::http::string_body>& asked,
                                 LiveCaller caller) {
  return Talk<Stream>::to_end(std::make_unique<Talk<Stream>>(exchange, stream, std::move(caller)), asked);
}

template asio::awaitable<void> serve_live(const Exchange&, Plain&,
                                          const beast::http::request<beast::http::string_body>&, LiveCaller);
template asio::awaitable<void> serve_live(const Exchange&, Secure&,
                                          const beast::http::request<beast::http::string_body>&, LiveCaller);

}  // namespace runner::web
