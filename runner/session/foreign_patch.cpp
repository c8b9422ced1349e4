#include "runner/session/foreign_patch.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/plant.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/git/patch.hpp"

namespace runner::session {
namespace {

using detectors::source::faulty;
using exercise::Checked;
using exercise::Faults;

constexpr std::size_t longest_path = 512;  // bytes
constexpr std::size_t longest_part = 128;
constexpr std::string_view from_the_root =
    "name files by their paths from the root of the tree, as `git diff` does";

const std::string* text_in(const void* tree, std::string_view path) {
  return exercise::text_of(*static_cast<const exercise::Tree*>(tree), path);
}

bool too_long(std::string_view path) {
  if (path.size() > longest_path) return true;
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    if (end - at > longest_part) return true;
    at = end + 1;
  }
  return false;
}

// A path may hold anything: what a message shows of it is short and has no control characters.
std::string shown(std::string_view path) {
  std::string text(path.substr(0, 80));
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = '?';
  return path.size() > 80 ? text + "…" : text;
}

Faults bad_paths(const std::vector<git::PatchedFile>& files, const std::string& name) {
  Faults faults;
  if (files.size() > most_patched_files)
    faults.push_back({name,
                      {},
                      fmt::format("changes {} files", files.size()),
                      fmt::format("change {} at most", most_patched_files)});
  for (const auto& file : files) {
    if (const auto unsafe = exercise::unsafe_path(file.path))
      faults.push_back(
          {name, {}, fmt::format("the path '{}' {}", shown(file.path), *unsafe), std::string(from_the_root)});
    else if (too_long(file.path))
      faults.push_back(
          {name,
           {},
           fmt::format("the path '{}' is too long", shown(file.path)),
           fmt::format("at most {} bytes, and {} between two slashes", longest_path, longest_part)});
  }
  return faults;
}

// libgit2 drops leading slashes; the patch that names an absolute path is refused all the same. Only the
// lines from a file's header to its first hunk are looked at.
Faults absolute_paths(std::string_view patch, const std::string& name) {
  Faults faults;
  bool in_header = false;
  int number = 0;
  for (std::size_t at = 0; at < patch.size(); ++number) {
    const auto end = std::min(patch.find('\n', at), patch.size());
    auto line = patch.substr(at, end - at);
    at = end + 1;
    in_header = line.starts_with("diff --git ") || (in_header && !line.starts_with("@@"));
    if (!in_header || !(line.starts_with("--- ") || line.starts_with("+++ "))) continue;
    line.remove_prefix(4);
    if (line.starts_with('"')) line.remove_prefix(1);
    if (line.starts_with("a/") || line.starts_with("b/")) line.remove_prefix(2);
    if (line.starts_with('/') && line != "/dev/null")
      faults.push_back({name, detectors::source::Line{number + 1},
                        fmt::format("the path '{}' is absolute", shown(line)), std::string(from_the_root)});
  }
  return faults;
}

// The exercise's own tests stay as they are: a patch that changes them would judge itself.
void set_tests_aside(PatchedTree& patched, std::vector<git::PatchedFile>& files,
                     const sandbox::Profile& profile) {
  std::erase_if(files, [&](const git::PatchedFile& file) {
    const bool test = sandbox::is_test(profile, file.path);
    (test ? patched.set_aside : patched.files).push_back(file.path);
    return test;
  });
  std::sort(patched.files.begin(), patched.files.end());
  std::sort(patched.set_aside.begin(), patched.set_aside.end());
}

exercise::TreeEdits edits_of(std::vector<git::PatchedFile> files) {
  exercise::TreeEdits edits;
  for (auto& file : files)
    edits.push_back({.path = std::move(file.path),
                     .created = file.created,
                     .deleted = file.deleted,
                     .edits = std::move(file.edits)});
  std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return edits;
}

std::string problem_of(const std::string& text) {
  if (text.size() > largest_patched_text)
    return fmt::format("has more than {} KiB after the patch", largest_patched_text >> 10U);
  if (text.find('\0') != std::string::npos) return "is a binary file after the patch";
  return {};
}

Faults bad_tree(const PatchedTree& patched, const std::string& name) {
  Faults faults;
  for (const auto& path : patched.files)
    if (const auto* text = exercise::text_of(patched.tree, path))
      if (const auto problem = problem_of(*text); !problem.empty())
        faults.push_back(
            {name, {}, fmt::format("{} {}", path, problem), "a patch may make small text files only"});
  for (const auto& file : patched.tree) {
    const auto folder = file.path + "/";
    const auto below = std::ranges::lower_bound(patched.tree, folder, {}, &exercise::TextFile::path);
    if (below != patched.tree.end() && below->path.starts_with(folder))
      faults.push_back({name,
                        {},
                        fmt::format("{} would be a file and a folder", file.path),
                        "give the new file another name"});
  }
  return faults;
}

}  // namespace

Checked<PatchedTree> apply_foreign(const exercise::Tree& tree, const sandbox::Profile& profile,
                                   const std::string& patch, const std::string& name) {
  if (patch.size() > largest_patch)
    return faulty({name,
                   {},
                   fmt::format("has more than {} KiB", largest_patch >> 10U),
                   "a fix is small: leave out what it does not need"});
  if (auto faults = absolute_paths(patch, name); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  auto files = git::read_patch(patch, name, text_in, &tree);
  if (!files) return tl::make_unexpected(files.error());
  if (auto faults = bad_paths(*files, name); !faults.empty()) return tl::make_unexpected(std::move(faults));
  PatchedTree patched;
  set_tests_aside(patched, *files, profile);
  if (patched.files.empty())
    return faulty({name,
                   {},
                   "changes nothing but the exercise's own tests, which judge it",
                   "change the code that has the defect"});
  auto applied = exercise::apply(tree, edits_of(*std::move(files)));
  if (!applied) return tl::make_unexpected(applied.error());
  patched.tree = *std::move(applied);
  if (auto faults = bad_tree(patched, name); !faults.empty()) return tl::make_unexpected(std::move(faults));
  return patched;
}

}  // namespace runner::session
