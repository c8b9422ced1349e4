#include "bench/serve/client.hpp"

namespace bench {

asio::awaitable<Reply> Pages::exchange(http::request<http::string_body> request) {
  if (!connected_) co_await stream_.async_connect(server_.endpoint(), asio::use_awaitable);
  connected_ = true;
  request.set(http::field::host, "127.0.0.1");
  request.set(http::field::cookie, cookie_);
  request.prepare_payload();
  co_await http::async_write(stream_, request, asio::use_awaitable);
  Reply reply;
  co_await http::async_read(stream_, buffer_, reply, asio::use_awaitable);
  if (!reply.keep_alive()) {
    stream_.close();
    connected_ = false;
  }
  co_return reply;
}

asio::awaitable<Reply> Pages::get(std::string target) {
  http::request<http::string_body> request(http::verb::get, target, 11);
  co_return co_await exchange(std::move(request));
}

asio::awaitable<Reply> Pages::post(std::string target, std::string form) {
  http::request<http::string_body> request(http::verb::post, target, 11);
  request.set(http::field::content_type, "application/x-www-form-urlencoded");
  request.body() = std::move(form);
  co_return co_await exchange(std::move(request));
}

asio::awaitable<void> open_live(Socket& socket, Server server, const std::string& target,
                                const std::string& token) {
  co_await beast::get_lowest_layer(socket).async_connect(server.endpoint(), asio::use_awaitable);
  const auto url = server.url();
  const auto cookie = "seedfault=" + token;
  socket.set_option(
      beast::websocket::stream_base::decorator([url, cookie](beast::websocket::request_type& request) {
        request.set(http::field::origin, url);
        request.set(http::field::cookie, cookie);
      }));
  co_await socket.async_handshake("127.0.0.1", target, asio::use_awaitable);
}

}  // namespace bench
