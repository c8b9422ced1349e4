#include "runner/session/kept.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

namespace runner::session {
namespace fs = std::filesystem;
namespace {

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Paths, sizes and times of all files below, in no order: what changes, is added or goes shows in the sum.
std::uint64_t stamp_of_files(const fs::path& folder) {
  std::uint64_t stamp = 0;
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code gone;
    if (!entry->is_regular_file(gone)) continue;
    const auto when = entry->last_write_time(gone).time_since_epoch().count();
    const auto one = fmt::format("{}\n{}\n{}", entry->path().native(), entry->file_size(gone), when);
    stamp += std::hash<std::string>{}(one);
  }
  return stamp;
}

}  // namespace

std::uint64_t Kept::stamp_of(const fs::path& folder) {
  const auto now = seconds_now();
  {
    const std::scoped_lock lock(mutex_);
    const auto found = stamps_.find(folder.native());
    if (found != stamps_.end() && now - found->second.at < limits_.seconds) return found->second.stamp;
  }
  const auto stamp = stamp_of_files(folder);
  const std::scoped_lock lock(mutex_);
  stamps_[folder.native()] = {.stamp = stamp, .at = now};
  return stamp;
}

std::uint64_t Kept::stamp_of(const Folders& folders) {
  std::uint64_t stamp = 0;
  for (const auto& folder : folders) stamp = stamp * 31 + stamp_of(folder);
  return stamp;
}

std::shared_ptr<const void> Kept::find(const Folders& made_of, const std::string& name) {
  const auto stamp = stamp_of(made_of);
  const std::scoped_lock lock(mutex_);
  const auto found = values_.find(name);
  if (found == values_.end() || found->second.stamp != stamp) return nullptr;
  found->second.asked = ++asked_;
  return found->second.value;
}

void Kept::put(const Folders& made_of, const std::string& name, std::shared_ptr<const void> value) {
  const auto stamp = stamp_of(made_of);
  const std::scoped_lock lock(mutex_);
  if (values_.size() >= limits_.values && !values_.contains(name))
    values_.erase(std::ranges::min_element(values_, {}, [](const auto& each) { return each.second.asked; }));
  values_[name] = {.value = std::move(value), .stamp = stamp, .asked = ++asked_};
}

namespace {

std::atomic<Kept*> at_hand = nullptr;

}  // namespace

Kept* kept() { return at_hand; }

void keep_at_hand() {
  static Kept values;
  at_hand = &values;
  keep_connections(16);
  settle_later();
}

Checked<std::shared_ptr<const Stage>> kept_stage(const House& house, const Attempt& attempt) {
  return keep<Stage>(house, attempt.exercise, "stage", attempt.planted,
                     [&] { return stage_of(house, attempt); });
}

Checked<std::shared_ptr<const exercise::Exercise>> kept_exercise(const House& house, const std::string& id) {
  return keep<exercise::Exercise>(house, id, "exercise", {}, [&] { return load_exercise(house, id); });
}

}  // namespace runner::session
