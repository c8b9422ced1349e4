// Everything that a repository's folder .git holds, however it got there.
#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"
#include "runner/git/repository.hpp"

namespace runner::git {
namespace {

namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::Fault;
using detectors::source::faulty;

int collect(const git_oid* id, void* ids) {
  static_cast<std::vector<git_oid>*>(ids)->push_back(*id);
  return 0;
}

std::string name_of(const git_oid& id, git_object_t type) {
  std::string hex(GIT_OID_HEXSZ, '0');
  git_oid_fmt(hex.data(), &id);
  return fmt::format("{} {}", git_object_type2string(type), hex);
}

Fault unreadable(const fs::path& path) {
  return {
      path.string(), {}, fmt::format("cannot be read: {}", last_complaint()), "make the repository again"};
}

Checked<std::vector<StoredPiece>> objects_in(const fs::path& folder) {
  Handle<git_odb, git_odb_free> objects;
  std::vector<git_oid> ids;
  if (git_odb_open(out(objects), folder.c_str()) != 0 || git_odb_foreach(objects.get(), collect, &ids) != 0)
    return faulty(unreadable(folder));
  std::vector<StoredPiece> pieces;
  for (const auto& id : ids) {
    Handle<git_odb_object, git_odb_object_free> object;
    if (git_odb_read(out(object), objects.get(), &id) != 0) return faulty(unreadable(folder));
    const auto* data = static_cast<const char*>(git_odb_object_data(object.get()));
    pieces.push_back(
        {name_of(id, git_odb_object_type(object.get())), {data, git_odb_object_size(object.get())}});
  }
  return pieces;
}

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// A file that the object database has been read from already: objects/ab/<38 hex>,
// objects/pack/pack-….{pack,idx}.
bool is_database_file(std::string_view path) {
  constexpr std::string_view root = "objects/";
  if (!path.starts_with(root)) return false;
  path.remove_prefix(root.size());
  if (path.size() == GIT_OID_HEXSZ + 1 && path[2] == '/')
    return is_hex(path.substr(0, 2)) && is_hex(path.substr(3));
  return path.starts_with("pack/pack-") && (path.ends_with(".pack") || path.ends_with(".idx"));
}

std::optional<std::string> read_file(const fs::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return std::nullopt;
  std::string text;
  char part[4096];
  while (const auto count = std::fread(part, 1, sizeof part, file.get())) text.append(part, count);
  if (std::ferror(file.get())) return std::nullopt;
  return text;
}

// Links are not followed: their target is what they store.
Checked<StoredPiece> piece_at(const fs::directory_entry& entry, const std::string& name) {
  std::error_code error;
  if (entry.is_symlink(error)) return StoredPiece{name, fs::read_symlink(entry.path(), error).string()};
  if (entry.is_directory(error)) return StoredPiece{name + "/", ""};
  auto text = read_file(entry.path());
  if (!text) return faulty({entry.path().string(), {}, "cannot be read", "check its permissions"});
  return StoredPiece{name, *std::move(text)};
}

}  // namespace

Checked<std::vector<StoredPiece>> everything_stored(const fs::path& folder) {
  start_library();
  const auto root = folder / ".git";
  auto pieces = objects_in(root / "objects");
  if (!pieces) return pieces;
  std::error_code error;
  fs::recursive_directory_iterator at(root, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const auto name = at->path().lexically_relative(root).generic_string();
    if (is_database_file(name)) continue;
    auto piece = piece_at(*at, name);
    if (!piece) return tl::make_unexpected(piece.error());
    pieces->push_back(*std::move(piece));
  }
  if (error)
    return faulty(
        {root.string(), {}, fmt::format("cannot be read: {}", error.message()), "check its permissions"});
  std::sort(pieces->begin(), pieces->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return pieces;
}

}  // namespace runner::git
