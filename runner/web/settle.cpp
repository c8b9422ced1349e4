#include "runner/web/settle.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <stdexcept>

#include "runner/session/kept.hpp"

namespace runner::web {
namespace asio = boost::asio;
namespace {

asio::awaitable<bool> on_disk(asio::thread_pool& disk, const std::filesystem::path& store) {
  co_return co_await asio::co_spawn(
      disk, [&store]() -> asio::awaitable<bool> { co_return session::settle(store).has_value(); },
      asio::use_awaitable);
}

}  // namespace

asio::awaitable<void> Settler::settle() {
  const auto mine = ++asked_;
  while (settled_ < mine) {
    if (!syncing_) {
      co_await sync();
      continue;
    }
    boost::system::error_code ignored;
    co_await bell_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

asio::awaitable<void> Settler::sync() {
  syncing_ = true;
  const auto all = asked_;
  const bool done = co_await on_disk(disk_, store_);
  syncing_ = false;
  if (done) settled_ = all;
  bell_.cancel();  // on failure the next one tries, and throws for itself
  if (!done) throw std::runtime_error("the store cannot be written to disk");
}

}  // namespace runner::web
