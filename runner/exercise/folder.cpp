#include "runner/exercise/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "detectors/source/file.hpp"
#include "runner/exercise/utf8.hpp"

namespace runner::exercise {
namespace {

namespace fs = std::filesystem;
using detectors::source::Line;

constexpr std::array<std::string_view, 8> leftover_endings{"~",    ".swp", ".swo", ".orig",
                                                           ".rej", ".bak", ".tmp", ".pyc"};
constexpr std::array<std::string_view, 8> leftover_names{".DS_Store",     "Thumbs.db",   "__pycache__",
                                                         ".pytest_cache", ".mypy_cache", ".idea",
                                                         "node_modules",  ".vscode"};

bool left_behind(std::string_view name) {
  const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
  return std::any_of(leftover_endings.begin(), leftover_endings.end(), ends) || name.starts_with(".#") ||
         (name.starts_with('#') && name.ends_with('#')) ||
         std::find(leftover_names.begin(), leftover_names.end(), name) != leftover_names.end();
}

// The bytes, at most one more than the largest file may have; none when it cannot be read.
std::optional<std::string> read_bytes(const fs::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return std::nullopt;
  std::string bytes;
  std::array<char, 16384> part{};
  std::size_t count = 0;
  while (bytes.size() <= largest_file && (count = std::fread(part.data(), 1, part.size(), file.get())) > 0)
    bytes.append(part.data(), std::min(count, largest_file + 1 - bytes.size()));
  if (std::ferror(file.get())) return std::nullopt;
  return bytes;
}

Line line_at(std::string_view text, std::size_t offset) {
  return Line{
      static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) +
      1};
}

struct Walk {
  fs::path root;
  Folder folder;
  Faults& faults;

  void fault(const std::string& relative, Line line, std::string problem, std::string remedy) {
    faults.push_back({relative.empty() ? folder.name : folder.name + "/" + relative, line, std::move(problem),
                      std::move(remedy)});
  }

  void read_file(const std::string& relative) {
    auto text = read_bytes(root / relative);
    if (!text) return fault(relative, {}, "cannot be read", "check its permissions");
    if (text->size() > largest_file)
      return fault(relative, {}, "is over 1 MB", "make it smaller: it is for people to read");
    if (!detectors::source::looks_like_text(*text))
      return fault(relative, {}, "is binary", "keep text files only");
    if (const auto bad = first_non_utf8(*text); bad != std::string::npos)
      return fault(relative, line_at(*text, bad), "is not UTF-8", "save it as UTF-8");
    folder.files.push_back({relative, *std::move(text)});
  }

  // True for a directory that is to be entered.
  bool visit(const fs::directory_entry& entry) {
    const auto relative = entry.path().lexically_relative(root).generic_string();
    std::error_code error;
    const auto type = entry.symlink_status(error).type();
    if (left_behind(entry.path().filename().string())) {
      fault(relative, {}, "was left behind by an editor or a tool", "remove it");
    } else if (const auto unsafe = unsafe_path(relative)) {
      fault(relative, {}, fmt::format("the path {}", *unsafe), "rename or remove it");
    } else if (type == fs::file_type::symlink) {
      fault(relative, {}, "is a symbolic link", "put the file itself there");
    } else if (type == fs::file_type::directory) {
      folder.directories.push_back(relative);
      return true;
    } else if (type == fs::file_type::regular) {
      read_file(relative);
    } else {
      fault(relative, {}, "is not a regular file", "remove it");
    }
    return false;
  }

  void run() {
    std::error_code error;
    fs::recursive_directory_iterator at(root, error);
    while (!error && at != fs::recursive_directory_iterator()) {
      if (!visit(*at)) at.disable_recursion_pending();
      at.increment(error);
    }
    if (error) fault("", {}, fmt::format("cannot be read: {}", error.message()), "check its permissions");
  }
};

}  // namespace

Folder read_folder(const fs::path& path, Faults& faults) {
  auto root = fs::absolute(path).lexically_normal();
  if (!root.has_filename()) root = root.parent_path();
  const auto id = root.filename().string();
  Walk walk{.root = root,
            .folder = {.name = root.parent_path().filename().string() + "/" + id,
                       .id = id,
                       .files = {},
                       .directories = {}},
            .faults = faults};
  const auto already = faults.size();
  walk.run();
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(walk.folder.files.begin(), walk.folder.files.end(), by_path);
  std::sort(walk.folder.directories.begin(), walk.folder.directories.end());
  std::sort(faults.begin() + static_cast<std::ptrdiff_t>(already), faults.end(), by_path);
  return std::move(walk.folder);
}

}  // namespace runner::exercise
