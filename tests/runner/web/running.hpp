// A server on a real socket of this machine, and a plain client.
#pragma once

#include "runner/web/serve.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <future>
#include <mutex>
#include <thread>

#include "site.hpp"

namespace runner::web {

using namespace std::chrono_literals;

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  void send(std::string_view text) const {
    static_cast<void>(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL));
  }
  // All that comes until the server closes, or nothing came for so long.
  [[nodiscard]] std::string read(std::chrono::milliseconds patience = 5000ms) const {
    std::string all;
    char bytes[4096];
    for (pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
         ::poll(&wait, 1, static_cast<int>(patience.count())) > 0;) {
      const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
      if (count <= 0) break;
      all.append(bytes, static_cast<std::size_t>(count));
    }
    return all;
  }

 private:
  int socket_;
};

// A WebSocket client, as much of RFC 6455 as is needed here.
class Browser {
 public:
  Browser(std::uint16_t port, const std::string& path, const std::string& token, const std::string& origin)
      : client_(port) {
    client_.send(
        "GET " + path +
        " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: " +
        origin + "\r\nCookie: seedfault=" + token + "\r\n\r\n");
  }
  void send(const std::string& text) const {
    std::string frame = "\x81";
    frame += static_cast<char>(0x80U | (text.size() < 126 ? text.size() : 126U));
    if (text.size() >= 126)
      frame += {static_cast<char>(text.size() >> 8U), static_cast<char>(text.size() & 0xffU)};
    client_.send(frame + std::string(4, '\0') + text);  // a mask of zeros leaves the text as it is
  }
  // Reads until `text` has come, or for so long; all that came.
  const std::string& until(std::string_view text, std::chrono::milliseconds patience = 5000ms) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (came.find(text) == std::string::npos && std::chrono::steady_clock::now() < end)
      came += client_.read(50ms);
    return came;
  }
  std::string came;

 private:
  Client client_;
};

inline std::string act_frame(const std::string& ref, const std::string& form) {
  return R"({"type":"act","ref":")" + ref + R"(","form":")" + form + "\"}";
}

// A server in a thread, ended by the signal that ends it in real life.
class Running {
 public:
  explicit Running(Limits limits = {}, const std::filesystem::path& certificate = {},
                   const std::filesystem::path& key = {}) {
    options_ = {.port = 0,
                .tls_certificate = certificate,
                .tls_key = key,
                .limits = limits,
                .log =
                    [this](const LogLine& line) {
                      const std::lock_guard lock(mutex_);
                      log_.emplace_back(std::string(line.event) + " " + std::string(line.detail));
                    },
                .listening = [this](std::uint16_t chosen) { port_.set_value(chosen); }};
    thread_ = std::thread([this] { served_ = serve(at.site, options_).has_value(); });
    port = port_.get_future().get();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { stop(); }

  void stop() {
    if (!thread_.joinable()) return;
    ::kill(::getpid(), SIGTERM);
    thread_.join();
    CHECK(served_);
  }
  std::string ask(std::string_view text) const {
    const Client client(port);
    client.send(text);
    return client.read();
  }
  bool logged(const std::string& line) {
    const std::lock_guard lock(mutex_);
    return std::find(log_.begin(), log_.end(), line) != log_.end();
  }

  TestSite at;
  std::uint16_t port = 0;

 private:
  ServeOptions options_;
  std::promise<std::uint16_t> port_;
  std::mutex mutex_;
  std::vector<std::string> log_;
  bool served_ = false;
  std::thread thread_;
};

}  // namespace runner::web
