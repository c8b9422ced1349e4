// What a browser does on its connections, in coroutines: requests one after another, and a live connection.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <string>

namespace bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

using Reply = http::response<http::string_body>;
using Socket = beast::websocket::stream<beast::tcp_stream>;

struct Server {
  std::uint16_t port = 0;
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port); }
  [[nodiscard]] asio::ip::tcp::endpoint endpoint() const { return {asio::ip::address_v4::loopback(), port}; }
};

// One kept-alive connection of one visitor. Throws where the server is gone.
class Pages {
 public:
  Pages(const asio::any_io_executor& executor, Server server, std::string cookie)
      : stream_(executor), server_(server), cookie_("seedfault=" + std::move(cookie)) {}
  asio::awaitable<Reply> get(std::string target);
  asio::awaitable<Reply> post(std::string target, std::string form);

 private:
  asio::awaitable<Reply> exchange(http::request<http::string_body> request);
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  Server server_;
  std::string cookie_;
  bool connected_ = false;
};

asio::awaitable<void> open_live(Socket& socket, Server server, const std::string& target,
                                const std::string& token);

}  // namespace bench
