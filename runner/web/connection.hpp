// One connection, from its first byte to its end, plain or under TLS. For serve.cpp and socket.cpp alone.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <string>
#include <variant>

#include "runner/web/serve.hpp"
#include "runner/web/settle.hpp"

namespace runner::web {

using Plain = boost::beast::tcp_stream;
using Secure = boost::beast::ssl_stream<Plain>;

struct Connection {
  std::variant<Plain, Secure> stream;
  bool answering = false;  // the end of the server waits for it
  [[nodiscard]] Plain& lowest();
};

// What all connections of a server share.
struct Exchange {
  Site& site;
  const ServeOptions& options;
  boost::asio::thread_pool& pool;  // where answers are made, so that a slow one holds up no other
  Settler& settler;
  void say(const LogLine& line) const {
    if (options.log) options.log(line);
  }
};

// Until the peer goes, is too slow, or the server is told to end.
[[nodiscard]] boost::asio::awaitable<void> serve_connection(const Exchange& exchange, Connection& connection,
                                                            std::string address);

}  // namespace runner::web
