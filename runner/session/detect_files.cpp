#include "runner/session/detect_files.hpp"

#include <algorithm>
#include <cstdint>

#include "detectors/outline.hpp"
#include "runner/git/history.hpp"
#include "runner/git/ignore.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

bool matches_glob(std::string_view glob, std::string_view path) {
  if (glob.empty()) return path.empty();
  if (glob.starts_with("**")) {
    const auto rest = glob.substr(glob.starts_with("**/") ? 3 : 2);
    for (std::size_t i = 0; i <= path.size(); ++i)
      if (matches_glob(rest, path.substr(i))) return true;
    return false;
  }
  if (glob.front() == '*') {
    for (std::size_t i = 0; i <= path.size() && (i == 0 || path[i - 1] != '/'); ++i)
      if (matches_glob(glob.substr(1), path.substr(i))) return true;
    return false;
  }
  return !path.empty() && (glob.front() == '?' || glob.front() == path.front()) &&
         matches_glob(glob.substr(1), path.substr(1));
}

// A glob without "/" speaks of any part of the path, as in .gitignore.
bool excluded(const std::vector<std::string>& globs, const fs::path& path) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    if (glob.find('/') != std::string::npos) return matches_glob(glob, path.generic_string());
    return std::any_of(path.begin(), path.end(),
                       [&](const auto& part) { return matches_glob(glob, part.string()); });
  });
}

// Folders that hold what others wrote; a symbolic link is not followed, so a loop of them ends.
bool skipped_folder(const fs::path& path) {
  const auto name = path.filename().string();
  return name == ".git" || name == "node_modules" || name == "__pycache__" || name == ".venv";
}

void add_folder(const fs::path& folder, const DetectRequest& request, std::vector<fs::path>& files) {
  const git::IgnoreRules ignore(folder);
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const auto& path = at->path();
    const bool away = excluded(request.excludes, path) || ignore.ignores(path);
    std::error_code unknown;
    if (at->is_directory(unknown) && (away || skipped_folder(path))) at.disable_recursion_pending();
    if (!away && at->is_regular_file(unknown) && !at->is_symlink(unknown) &&
        !detectors::language_of(path.string()).empty())
      files.push_back(path);
  }
}

bool is_document(const fs::path& path) {
  const auto ending = path.extension();
  return ending == ".yaml" || ending == ".yml" || ending == ".json";
}

std::string normal(const fs::path& path) { return path.lexically_normal().generic_string(); }

// Where symbolic links lead counts, too.
bool lies_below(const fs::path& path, const std::vector<fs::path>& roots) {
  std::error_code error;
  const auto real = fs::weakly_canonical(path, error);
  return std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
    const auto inside = real.lexically_relative(fs::weakly_canonical(root, error));
    return !error && !inside.empty() && *inside.begin() != "..";
  });
}

tl::expected<std::string, std::string> document_now(const fs::path& path,
                                                    const std::vector<fs::path>& roots) {
  constexpr std::uintmax_t largest = std::uintmax_t{4} << 20U;
  std::error_code error;
  if (!lies_below(path, roots)) return tl::make_unexpected("lies outside of what is looked at");
  if (!fs::exists(path, error)) return tl::make_unexpected("is not there");
  if (!is_document(path) || !fs::is_regular_file(path, error))
    return tl::make_unexpected("is no YAML or JSON file");
  if (fs::file_size(path, error) > largest || error) return tl::make_unexpected("is larger than 4 MiB");
  auto text = read_file(path);
  if (!text) return tl::make_unexpected(text.error().front().problem);
  return *std::move(text);
}

void add_base(const git::Snapshot& old, const fs::path& folder, Base& base) {
  bool refers = false;
  for (const auto& file : old.files) {
    const bool document = detectors::is_openapi(file.path, file.text);
    if (!document && detectors::language_of(file.path).empty()) continue;
    base.texts[(folder / file.path).generic_string()] = file.text;
    refers = refers || (document && detectors::refers_to_others(file.text));
  }
  if (!refers) return;
  for (const auto& file : old.files)
    if (is_document(file.path)) base.documents[normal(folder / file.path)] = file.text;
}

}  // namespace

Checked<std::vector<fs::path>> files_of(const DetectRequest& request) {
  std::vector<fs::path> files;
  Faults faults;
  for (const auto& path : request.paths) {
    std::error_code error;
    if (fs::is_directory(path, error))
      add_folder(path, request, files);
    else if (fs::exists(path, error))
      files.push_back(path);
    else
      faults.push_back({path.string(), {}, "is not there", "name a file or a folder"});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

Checked<Base> base_of(const DetectRequest& request) {
  Base base;
  Faults faults;
  for (const auto& path : request.paths) {
    std::error_code error;
    const auto folder = fs::is_directory(path, error) ? path : path.parent_path();
    const auto here = folder.empty() ? fs::path(".") : folder;
    const auto inside = git::path_in_repository(here);
    const auto old =
        inside ? git::snapshot(here, *request.base, *inside) : tl::make_unexpected(inside.error());
    if (!old) {
      faults.insert(faults.end(), old.error().begin(), old.error().end());
      continue;
    }
    base.roots.push_back(here);
    add_base(*old, folder, base);
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return base;
}

void add_documents(const Base& base, const DetectRequest& request, std::vector<fs::path>& files) {
  const auto asked_for = [&](const fs::path& path) {
    return std::any_of(request.paths.begin(), request.paths.end(), [&](const fs::path& each) {
      const auto inside = path.lexically_relative(each);
      return path == each || (!inside.empty() && *inside.begin() != "..");
    });
  };
  for (const auto& [name, text] : base.texts) {
    const fs::path path(name);
    std::error_code error;
    if (detectors::language_of(name).empty() && asked_for(path) && fs::is_regular_file(path, error) &&
        !excluded(request.excludes, path))
      files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
}

detectors::OtherFiles other_files(const Base& base) {
  return {.before = [&base](const std::string& path) -> tl::expected<std::string, std::string> {
            const auto found = base.documents.find(normal(path));
            if (found == base.documents.end()) return tl::make_unexpected("was not there");
            return found->second;
          },
          .now = [&base](const std::string& path) { return document_now(path, base.roots); }};
}

}  // namespace runner::session
