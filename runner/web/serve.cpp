#include "runner/web/serve.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <csignal>
#include <list>

#include "runner/session/kept.hpp"
#include "runner/web/answer.hpp"
#include "runner/web/socket.hpp"

namespace runner::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

using Asked = http::request<http::string_body>;
using Parser = http::request_parser<http::string_body>;
using Message = http::response<http::string_body>;

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::get;
    case http::verb::head:
      return Method::head;
    case http::verb::post:
      return Method::post;
    default:
      return Method::other;
  }
}

Request request_of(const Asked& message, std::string address, bool behind_proxy) {
  Request request{.method = method_of(message.method()), .target = std::string(message.target())};
  for (const auto& each : message) {
    std::string name(each.name_string());
    for (auto& letter : name)
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    request.headers.emplace_back(std::move(name), std::string(each.value()));
  }
  request.body = message.body();
  request.address = behind_proxy ? forwarded_for(request.headers, std::move(address)) : std::move(address);
  return request;
}

Message message_of(Response response, bool head) {
  Message message{static_cast<http::status>(response.status), 11};
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.set(http::field::content_type, response.type);
  message.content_length(response.body.size());
  if (!head) message.body() = std::move(response.body);
  return message;
}

// All connections on one thread that moves bytes; answers on a pool, so that a slow one holds up no other.
class Server {
 public:
  Server(Site& site, const ServeOptions& options)
      : site_(site), options_(options), pool_(static_cast<std::size_t>(std::max(1, options.threads))) {}

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
    say({.event = "listening", .detail = options_.address, .status = port});
    if (options_.listening) options_.listening(port);
    io_.run();
    pool_.join();
    say({.event = "stopped"});
  }

 private:
  struct Connection {
    beast::tcp_stream stream;
    bool answering = false;
  };
  using Place = std::list<Connection>::iterator;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(Place place, std::string address);
  asio::awaitable<bool> one(Connection& connection, beast::flat_buffer& buffer, const std::string& address);
  asio::awaitable<error_code> read(Connection& connection, beast::flat_buffer& buffer, Parser& parser);
  asio::awaitable<bool> reply(Connection& connection, const Asked& asked, const std::string& address);
  asio::awaitable<bool> live(Connection& connection, const Asked& asked, const std::string& address);
  asio::awaitable<bool> write(Connection& connection, Message& message);
  asio::awaitable<bool> refuse(Connection& connection, int status, std::string_view why);
  asio::awaitable<Answer> answer_on_pool(const Request& request);
  void drain();
  void say(const LogLine& line) {
    if (options_.log) options_.log(line);
  }

  Site& site_;
  const ServeOptions& options_;
  asio::io_context io_{1};
  asio::thread_pool pool_;
  tcp::acceptor acceptor_{io_};
  asio::signal_set signals_{io_, SIGINT, SIGTERM};
  asio::steady_timer deadline_{io_};
  std::list<Connection> connections_;
};

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
      say({.event = "refused", .detail = "full"});
      continue;  // the socket closes
    }
    const auto peer = socket.remote_endpoint(error);
    connections_.push_back({.stream = beast::tcp_stream(std::move(socket))});
    asio::co_spawn(io_, serve(std::prev(connections_.end()), error ? "" : peer.address().to_string()),
                   asio::detached);
  }
}

asio::awaitable<void> Server::serve(Place place, std::string address) {
  site_.metrics.connected(1);
  beast::flat_buffer buffer;
  bool more = true;
  while (more && !site_.draining) {
    try {
      more = co_await one(*place, buffer, address);
    } catch (const std::exception&) {
      more = false;
    }
  }
  error_code ignored;
  place->stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
  connections_.erase(place);
  site_.metrics.connected(-1);
  if (site_.draining && connections_.empty()) deadline_.cancel();
}

// One request and its answer; whether the connection may be used again.
asio::awaitable<bool> Server::one(Connection& connection, beast::flat_buffer& buffer,
                                  const std::string& address) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options_.limits.header));
  parser.body_limit(options_.limits.body);
  const auto error = co_await read(connection, buffer, parser);
  const bool idle = buffer.size() == 0 && !parser.got_some();
  if (error == http::error::end_of_stream || (error == beast::error::timeout && idle)) co_return false;
  if (error == beast::error::timeout) {
    site_.metrics.refused("slow");
    say({.event = "refused", .detail = "slow"});
    co_return false;
  }
  if (error == http::error::body_limit) co_return co_await refuse(connection, 413, "too large");
  if (error == http::error::header_limit) co_return co_await refuse(connection, 431, "header too large");
  if (error) co_return co_await refuse(connection, 400, "malformed");
  connection.answering = true;
  const bool again = beast::websocket::is_upgrade(parser.get())
                         ? co_await live(connection, parser.get(), address)
                         : co_await reply(connection, parser.get(), address);
  connection.answering = false;
  co_return again;
}

asio::awaitable<error_code> Server::read(Connection& connection, beast::flat_buffer& buffer, Parser& parser) {
  auto& stream = connection.stream;
  error_code error;
  stream.expires_after(options_.limits.header_time);
  co_await http::async_read_header(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
  if (error || parser.is_done()) co_return error;
  stream.expires_after(options_.limits.body_time);
  co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

asio::awaitable<bool> Server::reply(Connection& connection, const Asked& asked, const std::string& address) {
  const auto began = site_.seconds();
  const auto request = request_of(asked, address, options_.behind_proxy);
  auto answered = co_await answer_on_pool(request);
  LogLine line{.event = "request",
               .detail = answered.route,
               .method = to_string(request.method),
               .status = answered.response.status,
               .bytes = answered.response.body.size()};
  auto message = message_of(std::move(answered.response), request.method == Method::head);
  message.keep_alive(asked.keep_alive() && !site_.draining);
  const bool again = co_await write(connection, message);
  line.seconds = site_.seconds() - began;
  say(line);
  co_return again;
}

// A request to become a live connection: then it is one until it ends.
asio::awaitable<bool> Server::live(Connection& connection, const Asked& asked, const std::string& address) {
  const auto request = request_of(asked, address, options_.behind_proxy);
  auto& site = site_;
  auto called = co_await asio::co_spawn(
      pool_,
      [&request, &site]() -> asio::awaitable<std::variant<Response, LiveCaller>> {
        co_return call(request, site);
      },
      asio::use_awaitable);
  if (auto* refusal = std::get_if<Response>(&called)) {
    site_.metrics.refused("live");
    say({.event = "refused", .detail = "live", .status = refusal->status});
    auto message = message_of(std::move(*refusal), false);
    message.keep_alive(false);
    co_return co_await write(connection, message);
  }
  connection.answering = false;  // the end of the server need not wait for it
  say({.event = "live", .detail = "opened"});
  co_await serve_live(connection.stream, asked, site_, pool_, std::get<LiveCaller>(std::move(called)));
  say({.event = "live", .detail = "closed"});
  co_return false;
}

asio::awaitable<bool> Server::write(Connection& connection, Message& message) {
  error_code error;
  connection.stream.expires_after(options_.limits.write_time);
  co_await http::async_write(connection.stream, message, asio::redirect_error(asio::use_awaitable, error));
  co_return !error && message.keep_alive();
}

asio::awaitable<bool> Server::refuse(Connection& connection, int status, std::string_view why) {
  site_.metrics.refused(why);
  say({.event = "refused", .detail = why, .status = status});
  auto message = message_of(
      {.status = status, .type = "text/plain; charset=utf-8", .body = fmt::format("{}\n", why)}, false);
  message.keep_alive(false);
  co_return co_await write(connection, message);
}

asio::awaitable<Answer> Server::answer_on_pool(const Request& request) {
  auto& site = site_;
  co_return co_await asio::co_spawn(
      pool_, [&request, &site]() -> asio::awaitable<Answer> { co_return answer(request, site); },
      asio::use_awaitable);
}

// No more connections; the idle ones end now, the others with their answer or when the time is over.
void Server::drain() {
  say({.event = "draining"});
  site_.draining = true;
  error_code ignored;
  acceptor_.close(ignored);
  for (auto& connection : connections_)
    if (!connection.answering) connection.stream.close();
  if (connections_.empty()) return;
  deadline_.expires_after(options_.limits.drain_time);
  deadline_.async_wait([this](error_code error) {
    if (error) return;
    for (auto& connection : connections_) connection.stream.close();
  });
}

}  // namespace

session::Checked<std::monostate> serve(Site& site, const ServeOptions& options) {
  session::keep_at_hand();
  try {
    Server(site, options).run();
  } catch (const boost::system::system_error& error) {
    return session::faulty({fmt::format("{}:{}", options.address, options.port),
                            {},
                            "cannot listen there: " + error.code().message(),
                            "choose another --address or --port, or stop what listens there"});
  }
  return std::monostate{};
}

}  // namespace runner::web
