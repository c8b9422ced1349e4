// A folder in the making: written beside its place under a name of its own, moved there when complete, gone
// otherwise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "detectors/source/fault.hpp"

namespace runner::git {

// Owns ".<name>.tmp-XXXXXX" in the target's parent until it is moved.
class Staging {
 public:
  // The parent must exist, the target must not.
  [[nodiscard]] static detectors::source::Checked<Staging> beside(const std::filesystem::path& target);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  // Each gives the fault, or none when it worked. Parent folders of a file are made.
  [[nodiscard]] std::optional<detectors::source::Fault> make_folder(const std::string& relative) const;
  [[nodiscard]] std::optional<detectors::source::Fault> write(const std::string& relative,
                                                              std::string_view text) const;
  // Of every file and folder in it, and of itself.
  [[nodiscard]] std::optional<detectors::source::Fault> set_times(std::int64_t seconds) const;
  [[nodiscard]] std::optional<detectors::source::Fault> move_into_place();

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging();

 private:
  Staging(std::filesystem::path path, std::filesystem::path target)
      : path_(std::move(path)), target_(std::move(target)) {}
  [[nodiscard]] detectors::source::Fault failed(std::string_view doing, int error) const;

  std::filesystem::path path_;  // empty once moved
  std::filesystem::path target_;
};

}  // namespace runner::git
