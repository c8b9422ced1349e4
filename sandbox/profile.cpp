#include "sandbox/profile.hpp"

#include <fmt/format.h>
// See detectors/source/manifest.cpp: its own checks stand behind these assertions.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "sandbox/descriptor.hpp"
#include "sandbox/order.hpp"

namespace sandbox {
namespace {

namespace fs = std::filesystem;

// Reads one table: every key is asked for once, and what was never asked for is an error. The first problem
// stays.
class Table {
 public:
  Table(const toml::table& table, std::string& problem) : table_(table), problem_(problem) {}

  std::string text(std::string_view key) {
    const auto* node = take(key);
    if (node != nullptr && node->is_string()) return node->as_string()->get();
    complain(fmt::format("'{}' must be a text", key));
    return {};
  }

  std::vector<std::string> texts(std::string_view key) {
    const auto* node = take(key);
    std::vector<std::string> all;
    const auto* list = node == nullptr ? nullptr : node->as_array();
    if (list == nullptr) return complain(fmt::format("'{}' must be a list of texts", key)), all;
    for (const auto& item : *list) {
      if (!item.is_string()) return complain(fmt::format("'{}' must hold texts only", key)), all;
      all.push_back(item.as_string()->get());
    }
    return all;
  }

  std::uint64_t number(std::string_view key, std::uint64_t otherwise) {
    const auto* node = take(key);
    if (node == nullptr) return otherwise;
    const auto* value = node->as_integer();
    if (value != nullptr && value->get() > 0) return static_cast<std::uint64_t>(value->get());
    complain(fmt::format("'{}' must be a whole number above 0", key));
    return otherwise;
  }

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }

  bool flag(std::string_view key) {
    const auto* node = take(key);
    if (node == nullptr) return false;
    if (!node->is_boolean()) complain(fmt::format("'{}' must be true or false", key));
    return node->value_or(false);
  }

  // Null when the key is absent.
  const toml::table* table(std::string_view key) {
    const auto* node = take(key);
    if (node != nullptr && !node->is_table()) complain(fmt::format("'{}' must be a table", key));
    return node == nullptr ? nullptr : node->as_table();
  }

  const toml::array* tables(std::string_view key) {
    const auto* node = take(key);
    if (node != nullptr && node->is_array_of_tables()) return node->as_array();
    complain(fmt::format("there must be at least one [[{}]]", key));
    return nullptr;
  }

  void finish() {
    for (const auto& [key, node] : table_) {
      if (std::find(known_.begin(), known_.end(), key.str()) == known_.end()) {
        complain(fmt::format("unknown key '{}' in line {}", key.str(), key.source().begin.line));
      }
    }
  }

 private:
  const toml::node* take(std::string_view key) {
    known_.emplace_back(key);
    return table_.get(key);
  }
  void complain(std::string what) {
    if (problem_.empty()) problem_ = std::move(what);
  }

  const toml::table& table_;
  std::string& problem_;
  std::vector<std::string> known_;
};

std::vector<Need> read_needs(const toml::array* list, std::string& problem) {
  std::vector<Need> needs;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    Table table(*list->get(i)->as_table(), problem);
    needs.push_back({table.text("name"), table.texts("paths"), table.text("package")});
    table.finish();
  }
  return needs;
}

std::vector<std::pair<std::string, std::string>> read_environment(const toml::table* table,
                                                                  std::string& problem) {
  std::vector<std::pair<std::string, std::string>> variables;
  if (table == nullptr) return variables;
  Table reader(*table, problem);
  for (const auto& [key, node] : *table) variables.emplace_back(key.str(), reader.text(key.str()));
  return variables;
}

Limits read_limits(const toml::table* table, std::string& problem) {
  Limits limits;
  if (table == nullptr) return limits;
  Table reader(*table, problem);
  const auto ms = [&reader](std::string_view key, std::chrono::milliseconds otherwise) {
    return std::chrono::milliseconds(reader.number(key, static_cast<std::uint64_t>(otherwise.count())));
  };
  limits.wall = ms("wall_ms", limits.wall);
  limits.cpu = ms("cpu_ms", limits.cpu);
  limits.memory = reader.number("memory_mib", limits.memory >> 20) << 20;
  limits.processes = reader.number("processes", limits.processes);
  limits.output = reader.number("output_kib", limits.output >> 10) << 10;
  limits.file_size = reader.number("file_size_mib", limits.file_size >> 20) << 20;
  limits.open_files = reader.number("open_files", limits.open_files);
  reader.finish();
  return limits;
}

Profile read_document(const toml::table& document, std::string& problem) {
  Table table(document, problem);
  Profile profile{.id = table.text("id"),
                  .title = table.text("title"),
                  .needs = read_needs(table.tables("need"), problem),
                  .visible = table.texts("visible"),
                  .environment = read_environment(table.table("environment"), problem),
                  .limits = read_limits(table.table("limits"), problem),
                  .proof_file = table.text("proof_file"),
                  .proof = table.texts("proof"),
                  .tests = table.texts("tests"),
                  .test_files = table.texts("test_files"),
                  .seed = table.has("seed") ? table.texts("seed") : std::vector<std::string>{},
                  .shared_memory = table.flag("shared_memory")};
  for (auto& path : table.texts("harness")) profile.harness.push_back({std::move(path), {}});
  table.finish();
  return profile;
}

std::string problem_of(const Profile& profile, const fs::path& file) {
  if (profile.id != file.stem().string())
    return fmt::format("id is '{}' but the file is '{}'", profile.id, file.filename().string());
  if (profile.proof.empty() || profile.tests.empty()) return "'proof' and 'tests' must name a program";
  for (const auto& path : profile.visible) {
    if (path.empty() || path.front() != '/')
      return fmt::format("'visible' has '{}', which is not absolute", path);
  }
  for (const auto& part : profile.harness) {
    if (!refusal_of_path(part.path).empty())
      return fmt::format("the harness file '{}' {}", part.path, refusal_of_path(part.path));
  }
  if (!refusal_of_path(profile.proof_file).empty()) return "'proof_file' must be a plain file name";
  return {};
}

tl::unexpected<Failure> broken(const fs::path& file, std::string_view problem) {
  return tl::unexpected(Failure{"read profile", fmt::format("{}: {}", file.string(), problem),
                                "correct it as docs/security.md describes"});
}

}  // namespace

tl::expected<Profile, Failure> load_profile(const fs::path& file) {
  const auto text = read_file(file.c_str());
  if (!text) return broken(file, "it cannot be read");
  std::string problem;
  Profile profile;
  try {
    profile = read_document(toml::parse(*text), problem);
  } catch (const toml::parse_error& error) {
    problem = fmt::format("line {}: {}", error.source().begin.line, error.description());
  }
  if (problem.empty()) problem = problem_of(profile, file);
  if (!problem.empty()) return broken(file, problem);
  for (auto& part : profile.harness) {
    auto content = read_file((file.parent_path() / part.path).c_str());
    if (!content) return broken(file, fmt::format("its harness file '{}' cannot be read", part.path));
    part.content = std::move(*content);
  }
  return profile;
}

bool is_test(const Profile& profile, std::string_view path) {
  return std::any_of(profile.test_files.begin(), profile.test_files.end(), [&](std::string_view pattern) {
    return pattern.ends_with('/') ? path.starts_with(pattern) : path.ends_with(pattern);
  });
}

std::optional<std::string> found(const Need& need) {
  std::error_code ignored;
  for (const auto& path : need.paths) {
    if (fs::exists(path, ignored)) return path;
  }
  return std::nullopt;
}

std::optional<Need> missing(const Profile& profile) {
  for (const auto& need : profile.needs) {
    if (!found(need)) return need;
  }
  return std::nullopt;
}

std::string cure(const Need& need) { return "apt-get install " + need.package; }

}  // namespace sandbox
