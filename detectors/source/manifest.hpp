// A TOML file read strictly: every key is asked for, and a key that nobody asked for is a fault that suggests
// the nearest known one. Faults are collected, so that a reader sees all of them at once.
//
//     auto manifest = Manifest::read("exercise.toml", text);
//     if (!manifest) return tl::make_unexpected(manifest.error());
//     exercise.title = manifest->required_text("title");
//     ...
//     if (auto faults = manifest->finish(); !faults.empty()) return tl::make_unexpected(faults);
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"

namespace detectors::source {

class Manifest {
 public:
  [[nodiscard]] static Checked<Manifest> read(std::string path, std::string_view text);

  // Each marks the key as known. A value of the wrong type is a fault and reads as absent.
  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key);
  [[nodiscard]] std::optional<double> real(std::string_view key);  // an integer will do
  [[nodiscard]] std::optional<bool> boolean(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);  // absent: empty
  [[nodiscard]] std::optional<Manifest> table(std::string_view key);   // shares this manifest's faults
  [[nodiscard]] std::vector<Manifest> tables(std::string_view key);    // [[key]], in order; absent: empty
  // Every key of this table, in the order of the file: for tables whose keys are names, not fields.
  [[nodiscard]] std::vector<std::string> keys() const;

  // The same, but absence is a fault, and the value is then "" or 0.
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] std::int64_t required_integer(std::string_view key);
  // A required text that must be one of `allowed`.
  [[nodiscard]] std::string required_choice(std::string_view key, std::span<const std::string_view> allowed);

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] Line line(
      std::string_view key) const;  // of the key's value; the table's own line when absent
  void fault(std::string_view key, std::string problem, std::string remedy);

  // Unknown keys of this table and of every table read through it become faults; all faults, in file order.
  [[nodiscard]] Faults finish();

  Manifest(Manifest&&) noexcept;
  Manifest& operator=(Manifest&&) noexcept;
  ~Manifest();

 private:
  struct Table;
  explicit Manifest(std::shared_ptr<Table> table);
  std::shared_ptr<Table> table_;
};

}  // namespace detectors::source
