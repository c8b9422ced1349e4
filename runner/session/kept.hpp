// What a program that runs for long keeps at hand between its requests: values that are composed from an
// exercise, and connections to the store. Off until keep_at_hand() is called: a command reads everything
// anew. Used by several threads at once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

// For this process, from now on.
void keep_at_hand();

// Connections that are let go of stay open, up to this many, and are used again: opening one costs more than
// what is asked of it.
void keep_connections(std::size_t most);

class Kept {
 public:
  struct Limits {
    std::size_t values = 256;  // then the one that was not asked for the longest goes
    double seconds = 1;        // how long an exercise's files are taken to be as they were
  };
  Kept() = default;
  explicit Kept(Limits limits) : limits_(limits) {}

  // The value of that name, while no file of the exercise has changed since it was made.
  [[nodiscard]] std::shared_ptr<const void> find(const House& house, const std::string& exercise,
                                                 const std::string& name);
  void put(const House& house, const std::string& exercise, const std::string& name,
           std::shared_ptr<const void> value);

 private:
  struct Value {
    std::shared_ptr<const void> value;
    std::uint64_t stamp = 0;  // of the exercise's files
    std::uint64_t asked = 0;  // counts up
  };
  struct Stamp {
    std::uint64_t stamp = 0;
    double at = 0;  // seconds
  };
  [[nodiscard]] std::uint64_t stamp_of(const House& house, const std::string& exercise);

  Limits limits_ = {};
  std::mutex mutex_;
  std::map<std::string, Value> values_;
  std::map<std::string, Stamp> stamps_;
  std::uint64_t asked_ = 0;
};
// This process's; nullptr while it is off.
[[nodiscard]] Kept* kept();

// What `make` gives, or what it gave before for the same exercise, kind and defects. Two threads that ask at
// once may both make it.
template <class T, class Make>
[[nodiscard]] Checked<std::shared_ptr<const T>> keep(const House& house, const std::string& exercise,
                                                     std::string_view kind,
                                                     const std::vector<std::string>& planted, Make make) {
  std::string name = bank_of(house).string() + "\n" + exercise + "\n" + std::string(kind);
  for (const auto& each : planted) name += "\n" + each;
  auto* const at_hand = kept();
  if (at_hand)
    if (auto found = at_hand->find(house, exercise, name)) return std::static_pointer_cast<const T>(found);
  Checked<T> made = make();
  if (!made) return tl::make_unexpected(std::move(made.error()));
  auto value = std::make_shared<const T>(*std::move(made));
  if (at_hand) at_hand->put(house, exercise, name, value);
  return value;
}

// As stage_of.
[[nodiscard]] Checked<std::shared_ptr<const Stage>> kept_stage(const House& house, const Attempt& attempt);

}  // namespace runner::session
