// A file descriptor with one owner, always close-on-exec and never 0, 1 or 2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sandbox {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }
  [[nodiscard]] int release() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

// Each is not open() when it could not be made; errno says why.
[[nodiscard]] Descriptor open_to_read(const char* path);
[[nodiscard]] Descriptor memory_file(std::string_view content);  // sealed: its content stays what it is

// A whole file; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const char* path);

// Makes a file that is not there yet; false when it could not be written in full.
[[nodiscard]] bool write_new_file(const char* path, std::string_view content);

struct Pair {
  Descriptor ours;
  Descriptor theirs;
  [[nodiscard]] bool open() const { return ours.open() && theirs.open(); }
};
[[nodiscard]] Pair pipe_to_read();   // ours is the reading end
[[nodiscard]] Pair stream_socket();  // both ways

}  // namespace sandbox
