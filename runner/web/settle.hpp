// Waits until what was written is on disk; one wait of the disk's serves all who came before it began.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <filesystem>

namespace runner::web {

// Of the one thread that moves bytes; the disk is waited for on another.
class Settler {
 public:
  Settler(boost::asio::io_context& io, std::filesystem::path store)
      : bell_(io, boost::asio::steady_timer::time_point::max()), store_(std::move(store)) {}
  // Throws where the disk cannot take it.
  [[nodiscard]] boost::asio::awaitable<void> settle();
  void join() { disk_.join(); }

 private:
  boost::asio::awaitable<void> sync();
  boost::asio::thread_pool disk_{1};
  boost::asio::steady_timer bell_;  // cancelled when a wait of the disk's has ended
  std::filesystem::path store_;
  std::uint64_t asked_ = 0;
  std::uint64_t settled_ = 0;
  bool syncing_ = false;
};

}  // namespace runner::web
