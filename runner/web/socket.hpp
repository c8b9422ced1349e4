// A live connection's socket, for connection.cpp alone: it moves frames between a browser and Live, and
// closes when either side does.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "runner/web/connection.hpp"
#include "runner/web/live.hpp"

namespace runner::web {

// Accepts `asked`, an upgrade by a caller who was let in, and serves it until it ends. What the log is asked
// runs on the pool; the stream's own executor has one thread. Of Plain and of Secure.
template <class Stream>
[[nodiscard]] boost::asio::awaitable<void> serve_live(
    const Exchange& exchange, Stream& stream,
    const boost::beast::http::request<boost::beast::http::string_body>& asked, LiveCaller caller);

}  // namespace runner::web
