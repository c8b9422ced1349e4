#include "runner/web/connection.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "runner/session/kept.hpp"
#include "runner/web/answer.hpp"
#include "runner/web/socket.hpp"

namespace runner::web {

Plain& Connection::lowest() {
  return std::visit([](auto& each) -> Plain& { return boost::beast::get_lowest_layer(each); }, stream);
}

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
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

template <class Stream>
class Conversation {
 public:
  Conversation(const Exchange& exchange, Connection& connection, Stream& stream, std::string address)
      : exchange_(exchange), connection_(connection), stream_(stream), address_(std::move(address)) {}

  asio::awaitable<void> run() {
    bool more = true;  // g++ 12 goes astray where a condition waits behind another one
    while (more && !exchange_.site.draining) more = co_await one();
  }

 private:
  asio::awaitable<bool> one();  // a request and its answer; whether the connection may be used again
  asio::awaitable<error_code> read(Parser& parser);
  asio::awaitable<bool> reply(const Asked& asked);
  asio::awaitable<Answer> answer_on_pool(const Request& request);
  asio::awaitable<bool> live(const Asked& asked);
  asio::awaitable<bool> write(Message& message);
  asio::awaitable<bool> refuse(int status, std::string_view why);
  void expire_after(std::chrono::milliseconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

  const Exchange& exchange_;
  Connection& connection_;
  Stream& stream_;
  std::string address_;
  beast::flat_buffer buffer_;
};

template <class Stream>
asio::awaitable<bool> Conversation<Stream>::one() {
  const auto& limits = exchange_.options.limits;
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits.header));
  parser.body_limit(limits.body);
  const auto error = co_await read(parser);
  const bool idle = buffer_.size() == 0 && !parser.got_some();
  if (error == http::error::end_of_stream || (error == beast::error::timeout && idle)) co_return false;
  if (error == beast::error::timeout) {
    exchange_.site.metrics.refused("slow");
    exchange_.say({.event = "refused", .detail = "slow"});
    co_return false;
  }
  if (error == http::error::body_limit) co_return co_await refuse(413, "too large");
  if (error == http::error::header_limit) co_return co_await refuse(431, "header too large");
  if (error.category() == asio::error::get_ssl_category()) co_return false;  // cut off under TLS
  if (error) co_return co_await refuse(400, "malformed");
  connection_.answering = true;
  const bool again =
      beast::websocket::is_upgrade(parser.get()) ? co_await live(parser.get()) : co_await reply(parser.get());
  connection_.answering = false;
  co_return again;
}

template <class Stream>
asio::awaitable<error_code> Conversation<Stream>::read(Parser& parser) {
  error_code error;
  expire_after(exchange_.options.limits.header_time);
  co_await http::async_read_header(stream_, buffer_, parser,
                                   asio::redirect_error(asio::use_awaitable, error));
  if (error || parser.is_done()) co_return error;
  expire_after(exchange_.options.limits.body_time);
  co_await http::async_read(stream_, buffer_, parser, asio::redirect_error(asio::use_awaitable, error));
  co_return error;
}

template <class Stream>
asio::awaitable<bool> Conversation<Stream>::reply(const Asked& asked) {
  auto& site = exchange_.site;
  const auto began = site.seconds();
  const auto request = request_of(asked, address_, exchange_.options.behind_proxy);
  auto answered = co_await answer_on_pool(request);
  LogLine line{.event = "request",
               .detail = answered.route,
               .method = to_string(request.method),
               .status = answered.response.status,
               .bytes = answered.response.body.size()};
  auto message = message_of(std::move(answered.response), request.method == Method::head);
  message.keep_alive(asked.keep_alive() && !site.draining);
  const bool again = co_await write(message);
  line.seconds = site.seconds() - began;
  exchange_.say(line);
  co_return again;
}

// What was written for it is on disk before anybody is told so.
template <class Stream>
asio::awaitable<Answer> Conversation<Stream>::answer_on_pool(const Request& request) {
  auto& site = exchange_.site;
  bool wrote = false;
  auto answered = co_await asio::co_spawn(
      exchange_.pool,
      [&request, &site, &wrote]() -> asio::awaitable<Answer> {
        const auto before = session::writes_of_this_thread();
        auto made = answer(request, site);
        wrote = session::writes_of_this_thread() != before;
        co_return made;
      },
      asio::use_awaitable);
  if (wrote) co_await exchange_.settler.settle();
  co_return answered;
}

// A request to become a live connection: then it is one until it ends.
template <class Stream>
asio::awaitable<bool> Conversation<Stream>::live(const Asked& asked) {
  const auto request = request_of(asked, address_, exchange_.options.behind_proxy);
  auto& site = exchange_.site;
  auto called = co_await asio::co_spawn(
      exchange_.pool,
      [&request, &site]() -> asio::awaitable<std::variant<Response, LiveCaller>> {
        co_return call(request, site);
      },
      asio::use_awaitable);
  if (auto* refusal = std::get_if<Response>(&called)) {
    site.metrics.refused("live");
    exchange_.say({.event = "refused", .detail = "live", .status = refusal->status});
    auto message = message_of(std::move(*refusal), false);
    message.keep_alive(false);
    co_return co_await write(message);
  }
  connection_.answering = false;  // the end of the server need not wait for it
  exchange_.say({.event = "live", .detail = "opened"});
  co_await serve_live(exchange_, stream_, asked, std::get<LiveCaller>(std::move(called)));
  exchange_.say({.event = "live", .detail = "closed"});
  co_return false;
}

template <class Stream>
asio::awaitable<bool> Conversation<Stream>::write(Message& message) {
  error_code error;
  expire_after(exchange_.options.limits.write_time);
  co_await http::async_write(stream_, message, asio::redirect_error(asio::use_awaitable, error));
  co_return !error && message.keep_alive();
}

template <class Stream>
asio::awaitable<bool> Conversation<Stream>::refuse(int status, std::string_view why) {
  exchange_.site.metrics.refused(why);
  exchange_.say({.event = "refused", .detail = why, .status = status});
  auto message = message_of(
      {.status = status, .type = "text/plain; charset=utf-8", .body = fmt::format("{}\n", why)}, false);
  message.keep_alive(false);
  co_return co_await write(message);
}

asio::awaitable<void> under_tls(const Exchange& exchange, Connection& connection, Secure& stream,
                                std::string address) {
  error_code error;
  stream.next_layer().expires_after(exchange.options.limits.header_time);
  co_await stream.async_handshake(asio::ssl::stream_base::server,
                                  asio::redirect_error(asio::use_awaitable, error));
  if (error) {
    exchange.site.metrics.refused("tls");
    exchange.say({.event = "refused", .detail = "tls"});
    co_return;
  }
  Conversation<Secure> conversation(exchange, connection, stream, std::move(address));
  co_await conversation.run();
  stream.next_layer().expires_after(std::chrono::seconds(1));
  co_await stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
}

asio::awaitable<void> plainly(const Exchange& exchange, Connection& connection, Plain& stream,
                              std::string address) {
  Conversation<Plain> conversation(exchange, connection, stream, std::move(address));
  co_await conversation.run();
}

}  // namespace

asio::awaitable<void> serve_connection(const Exchange& exchange, Connection& connection,
                                       std::string address) {
  if (auto* secure = std::get_if<Secure>(&connection.stream))
    return under_tls(exchange, connection, *secure, std::move(address));
  return plainly(exchange, connection, std::get<Plain>(connection.stream), std::move(address));
}

}  // namespace runner::web
