// What a program that runs for long keeps at hand between its requests: values that are composed from an
// exercise, and connections to the store. Off until keep_at_hand() is called: a command reads everything
// anew. Used by several threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

// For this process, from now on. What it commits is safe from this program's end, however sudden; from the
// machine's own when settle() has returned.
void keep_at_hand();

// One wait for the disk serves all that was committed before it: who answers many at once calls it before it
// tells any of them that their words are kept. Faults: the disk.
void settle_later();
[[nodiscard]] Checked<std::monostate> settle(const std::filesystem::path& file);
[[nodiscard]] std::uint64_t writes_of_this_thread();  // counts up: whether there is anything to settle

// Connections that are let go of stay open, up to this many, and are used again: opening one costs more than
// what is asked of it.
void keep_connections(std::size_t most);

using Folders = std::vector<std::filesystem::path>;

class Kept {
 public:
  struct Limits {
    std::size_t values = 256;  // then the one that was not asked for the longest goes
    double seconds = 1;        // how long a folder's files are taken to be as they were
  };
  Kept() = default;
  explicit Kept(Limits limits) : limits_(limits) {}

  // The value of that name, while no file of these folders has changed since it was made.
  [[nodiscard]] std::shared_ptr<const void> find(const Folders& made_of, const std::string& name);
  void put(const Folders& made_of, const std::string& name, std::shared_ptr<const void> value);

 private:
  struct Value {
    std::shared_ptr<const void> value;
    std::uint64_t stamp = 0;  // of the folders' files
    std::uint64_t asked = 0;  // counts up
  };
  struct Stamp {
    std::uint64_t stamp = 0;
    double at = 0;  // seconds
  };
  [[nodiscard]] std::uint64_t stamp_of(const std::filesystem::path& folder);
  [[nodiscard]] std::uint64_t stamp_of(const Folders& folders);

  Limits limits_ = {};
  std::mutex mutex_;
  std::map<std::string, Value> values_;
  std::map<std::string, Stamp> stamps_;
  std::uint64_t asked_ = 0;
};
// This process's; nullptr while it is off.
[[nodiscard]] Kept* kept();

// What `make` gives, or what it gave before under the same name. Two threads that ask at once may both make
// it.
template <class T, class Make>
[[nodiscard]] Checked<std::shared_ptr<const T>> keep_made(const Folders& made_of, const std::string& name,
                                                          Make make) {
  auto* const at_hand = kept();
  if (at_hand)
    if (auto found = at_hand->find(made_of, name)) return std::static_pointer_cast<const T>(found);
  Checked<T> made = make();
  if (!made) return tl::make_unexpected(std::move(made.error()));
  auto value = std::make_shared<const T>(*std::move(made));
  if (at_hand) at_hand->put(made_of, name, value);
  return value;
}

// Of an exercise with these defects planted.
template <class T, class Make>
[[nodiscard]] Checked<std::shared_ptr<const T>> keep(const House& house, const std::string& exercise,
                                                     std::string_view kind,
                                                     const std::vector<std::string>& planted, Make make) {
  const auto folder = bank_of(house) / exercise;
  auto name = folder.string() + "\n" + std::string(kind);
  for (const auto& each : planted) name += "\n" + each;
  return keep_made<T>({folder}, name, std::move(make));
}

// As stage_of and load_exercise.
[[nodiscard]] Checked<std::shared_ptr<const Stage>> kept_stage(const House& house, const Attempt& attempt);
[[nodiscard]] Checked<std::shared_ptr<const exercise::Exercise>> kept_exercise(const House& house,
                                                                               const std::string& id);

}  // namespace runner::session
