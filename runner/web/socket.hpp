// A live connection's socket, for serve.cpp alone: it moves frames between a browser and Live, and closes
// when either side does.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "runner/web/live.hpp"
#include "runner/web/site.hpp"

namespace runner::web {

// Accepts `asked`, an upgrade by a caller who was let in, and serves it until it ends. What the log is asked
// runs on the pool; the stream's own executor has one thread.
[[nodiscard]] boost::asio::awaitable<void> serve_live(
    boost::beast::tcp_stream& stream,
    const boost::beast::http::request<boost::beast::http::string_body>& asked, Site& site,
    boost::asio::thread_pool& pool, LiveCaller caller);

}  // namespace runner::web
