#include "runner/web/serve.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <list>

#include "runner/session/kept.hpp"
#include "runner/web/connection.hpp"
#include "runner/web/tls.hpp"

namespace runner::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Tls = std::shared_ptr<asio::ssl::context>;

// All connections on one thread that moves bytes; answers on a pool.
class Server {
 public:
  Server(Site& site, const ServeOptions& options, Tls tls)
      : site_(site),
        options_(options),
        tls_(std::move(tls)),
        pool_(static_cast<std::size_t>(std::max(1, options.threads))),
        settler_(io_, site.house.store / "attempts.sqlite") {}

  void run() {
    const asio::ip::tcp::endpoint endpoint{asio::ip::make_address(options_.address), options_.port};
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen();
    signals_.async_wait([this](error_code error, int) {
      if (!error) drain();
    });
    asio::co_spawn(io_, accept(), asio::detached);
    const auto port = acceptor_.local_endpoint().port();
    exchange_.say({.event = "listening", .detail = options_.address, .status = port});
    if (options_.listening) options_.listening(port);
    io_.run();
    pool_.join();
    settler_.join();
    exchange_.say({.event = "stopped"});
  }

 private:
  using Place = std::list<Connection>::iterator;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(Place place, std::string address);
  Place add(tcp::socket socket);
  void drain();

  Site& site_;
  const ServeOptions& options_;
  Tls tls_;  // none: plain
  asio::io_context io_{1};
  asio::thread_pool pool_;
  Settler settler_;
  Exchange exchange_{.site = site_, .options = options_, .pool = pool_, .settler = settler_};
  tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_, SIGINT, SIGTERM};
  asio::steady_timer deadline_{io_};
  std::list<Connection> connections_;
};

Server::Place Server::add(tcp::socket socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);  // frames are small, and waited for
  if (tls_)
    connections_.push_back({.stream = Secure(Plain(std::move(socket)), *tls_)});
  else
    connections_.push_back({.stream = Plain(std::move(socket))});
  return std::prev(connections_.end());
}

asio::awaitable<void> Server::accept() {
  for (;;) {
    error_code error;
    auto socket = co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (site_.draining) co_return;
    if (error) {  // out of descriptors, say: a moment later there may be one
      site_.metrics.refused("accept");
      asio::steady_timer pause(io_, std::chrono::milliseconds(50));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    if (connections_.size() >= options_.limits.connections) {
      site_.metrics.refused("full");
      exchange_.say({.event = "refused", .detail = "full"});
      continue;  // the socket closes
    }
    const auto peer = socket.remote_endpoint(error);
    asio::co_spawn(io_, serve(add(std::move(socket)), error ? "" : peer.address().to_string()),
                   asio::detached);
  }
}

asio::awaitable<void> Server::serve(Place place, std::string address) {
  site_.metrics.connected(1);
  try {
    co_await serve_connection(exchange_, *place, std::move(address));
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): this connection ends, and no other
  }
  error_code ignored;
  place->lowest().socket().shutdown(tcp::socket::shutdown_both, ignored);
  connections_.erase(place);
  site_.metrics.connected(-1);
  if (site_.draining && connections_.empty()) deadline_.cancel();
}

// No more connections; the idle ones end now, the others with their answer or when the time is over.
void Server::drain() {
  exchange_.say({.event = "draining"});
  site_.draining = true;
  error_code ignored;
  acceptor_.close(ignored);
  for (auto& connection : connections_)
    if (!connection.answering) connection.lowest().close();
  if (connections_.empty()) return;
  deadline_.expires_after(options_.limits.drain_time);
  deadline_.async_wait([this](error_code error) {
    if (error) return;
    for (auto& connection : connections_) connection.lowest().close();
  });
}

// A connection is a descriptor, and many systems begin with a thousand of them.
void take_descriptors(std::size_t connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const auto wanted = static_cast<rlim_t>(connections + 200);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));  // without it, the ones too many wait to be taken
}

}  // namespace

session::Checked<std::monostate> serve(Site& site, const ServeOptions& options) {
  Tls tls;
  if (!options.tls_certificate.empty()) {
    auto made = tls_context(options.tls_certificate, options.tls_key);
    if (!made) return tl::make_unexpected(std::move(made.error()));
    tls = *std::move(made);
  }
  session::keep_at_hand();
  take_descriptors(options.limits.connections);
  try {
    Server(site, options, std::move(tls)).run();
  } catch (const boost::system::system_error& error) {
    return session::faulty({fmt::format("{}:{}", options.address, options.port),
                            {},
                            "cannot listen there: " + error.code().message(),
                            "choose another --address or --port, or stop what listens there"});
  }
  return std::monostate{};
}

}  // namespace runner::web
