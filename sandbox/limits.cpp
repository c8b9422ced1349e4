#include "sandbox/limits.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <optional>
#include <span>

namespace sandbox {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t size;
};
constexpr Unit times[] = {{"ms", 1}, {"s", 1000}, {"min", 60'000}};
constexpr Unit sizes[] = {{"B", 1}, {"KiB", 1U << 10}, {"MiB", 1U << 20}, {"GiB", 1U << 30}};
constexpr Unit counts[] = {{"", 1}};

// The number in the smallest unit; a number needs one of the units behind it.
std::optional<std::uint64_t> amount(std::string_view text, std::span<const Unit> units) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  for (const auto& [name, size] : units) {
    if (rest == name && number <= std::numeric_limits<std::int64_t>::max() / size) return number * size;
  }
  return std::nullopt;
}

// In the largest unit that gives a whole number.
std::string text_of(std::uint64_t number, std::span<const Unit> units) {
  const Unit* chosen = units.data();
  for (const auto& unit : units) {
    if (number % unit.size == 0) chosen = &unit;
  }
  return fmt::format("{}{}", number / chosen->size, chosen->name);
}

constexpr std::string_view names = "wall, cpu, memory, output, file-size, processes, open-files";

struct Row {
  std::string_view name;
  std::span<const Unit> units;
  std::string_view example;
  std::uint64_t (*get)(const Limits&);
  void (*set)(Limits&, std::uint64_t);
};

std::uint64_t count_of(std::chrono::milliseconds time) { return static_cast<std::uint64_t>(time.count()); }

constexpr Row rows[] = {
    {"wall", times, "5s", [](const Limits& limits) { return count_of(limits.wall); },
     [](Limits& limits, std::uint64_t value) { limits.wall = std::chrono::milliseconds(value); }},
    {"cpu", times, "5s", [](const Limits& limits) { return count_of(limits.cpu); },
     [](Limits& limits, std::uint64_t value) { limits.cpu = std::chrono::milliseconds(value); }},
    {"memory", sizes, "256MiB", [](const Limits& limits) { return limits.memory; },
     [](Limits& limits, std::uint64_t value) { limits.memory = value; }},
    {"output", sizes, "64KiB", [](const Limits& limits) { return limits.output; },
     [](Limits& limits, std::uint64_t value) { limits.output = value; }},
    {"file-size", sizes, "16MiB", [](const Limits& limits) { return limits.file_size; },
     [](Limits& limits, std::uint64_t value) { limits.file_size = value; }},
    {"processes", counts, "32", [](const Limits& limits) { return limits.processes; },
     [](Limits& limits, std::uint64_t value) { limits.processes = value; }},
    {"open-files", counts, "128", [](const Limits& limits) { return limits.open_files; },
     [](Limits& limits, std::uint64_t value) { limits.open_files = value; }},
};

}  // namespace

tl::expected<Limits, std::string> with_limit(Limits limits, std::string_view text) {
  const auto equals = text.find('=');
  const auto name = text.substr(0, equals);
  for (const auto& row : rows) {
    if (row.name != name) continue;
    const auto value = amount(equals == std::string_view::npos ? "" : text.substr(equals + 1), row.units);
    if (!value) {
      return tl::unexpected(fmt::format("'{}' is no limit as in '{}={}'", text, row.name, row.example));
    }
    row.set(limits, *value);
    return limits;
  }
  return tl::unexpected(fmt::format("there is no limit '{}', only {}", name, names));
}

std::vector<std::pair<std::string_view, std::string>> written(const Limits& limits) {
  std::vector<std::pair<std::string_view, std::string>> all;
  for (const auto& row : rows) all.emplace_back(row.name, text_of(row.get(limits), row.units));
  return all;
}

}  // namespace sandbox
