#include "runner/git/history.hpp"

#include <fmt/format.h>
#include <git2.h>

#include <algorithm>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"

namespace runner::git {
namespace {

namespace fs = std::filesystem;
using detectors::source::Checked;
using detectors::source::faulty;

using Repository = Handle<git_repository, git_repository_free>;
using Tree = Handle<git_tree, git_tree_free>;
using Commit = Handle<git_commit, git_commit_free>;

Checked<Repository> open(const fs::path& within) {
  start_library();
  Repository repository;
  if (git_repository_open_ext(out(repository), within.c_str(), 0, nullptr) == 0) return repository;
  return faulty(
      {within.string(), {}, "is not in a git repository", "name the folder of one, or a folder below it"});
}

Checked<Commit> commit_at(const Repository& repository, const fs::path& within, const std::string& revision) {
  Handle<git_object, git_object_free> object;
  Commit commit;
  if (git_revparse_single(out(object), repository.get(), revision.c_str()) == 0) {
    git_object* peeled = nullptr;
    if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) == 0) {
      *out(commit) = reinterpret_cast<git_commit*>(peeled);  // what libgit2 says a peeled commit is
      return commit;
    }
  }
  return faulty(
      {within.string(), {}, fmt::format("has no commit '{}'", revision), "`git log` lists the commits"});
}

Checked<Tree> tree_of(const Repository& repository, const Commit& commit, const std::string& folder) {
  Tree root;
  if (git_commit_tree(out(root), commit.get()) != 0)
    return faulty({folder, {}, last_complaint(), "run `git fsck`"});
  if (folder.empty()) return root;
  Handle<git_tree_entry, git_tree_entry_free> entry;
  Tree tree;
  if (git_tree_entry_bypath(out(entry), root.get(), folder.c_str()) == 0 &&
      git_tree_lookup(out(tree), repository.get(), git_tree_entry_id(entry.get())) == 0)
    return tree;
  return faulty({folder, {}, "is no folder at that revision", "name a folder that was there"});
}

struct Walk {
  git_repository* repository;
  Snapshot* found;
};

int take(const char* root, const git_tree_entry* entry, void* payload) {
  const auto& walk = *static_cast<Walk*>(payload);
  auto path = std::string(root) + git_tree_entry_name(entry);
  const auto mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_TREE) return 0;
  if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE) {
    walk.found->left_out.push_back(
        {std::move(path), mode == GIT_FILEMODE_LINK ? "is a symbolic link" : "is another repository"});
    return 0;
  }
  Handle<git_blob, git_blob_free> blob;
  if (git_blob_lookup(out(blob), walk.repository, git_tree_entry_id(entry)) != 0) return -1;
  const auto* bytes = static_cast<const char*>(git_blob_rawcontent(blob.get()));
  const auto size = static_cast<std::size_t>(git_blob_rawsize(blob.get()));
  if (size > largest_blob)
    walk.found->left_out.push_back({std::move(path), "is larger than 1 MB"});
  else
    walk.found->files.push_back({.path = std::move(path), .text = std::string(bytes, size)});
  return 0;
}

}  // namespace

Checked<Snapshot> snapshot(const fs::path& within, const std::string& revision, const std::string& folder) {
  const auto repository = open(within);
  if (!repository) return tl::make_unexpected(repository.error());
  const auto commit = commit_at(*repository, within, revision);
  if (!commit) return tl::make_unexpected(commit.error());
  const auto tree = tree_of(*repository, *commit, folder);
  if (!tree) return tl::make_unexpected(tree.error());
  Snapshot found;
  Walk walk{.repository = repository->get(), .found = &found};
  if (git_tree_walk(tree->get(), GIT_TREEWALK_PRE, take, &walk) != 0)
    return faulty(
        {within.string(), {}, fmt::format("cannot be read: {}", last_complaint()), "run `git fsck` there"});
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(found.files.begin(), found.files.end(), by_path);
  std::sort(found.left_out.begin(), found.left_out.end(), by_path);
  found.message = git_commit_message(commit->get());
  return found;
}

Checked<std::string> path_in_repository(const fs::path& folder) {
  const auto repository = open(folder);
  if (!repository) return tl::make_unexpected(repository.error());
  std::error_code error;
  const auto* root = git_repository_workdir(repository->get());
  const auto inside =
      fs::relative(fs::canonical(folder, error), root ? fs::canonical(root, error) : fs::path(), error);
  if (!root || error || inside.empty() || *inside.begin() == "..")
    return faulty(
        {folder.string(), {}, "is not in the repository's own files", "name a folder of a checkout"});
  return inside == "." ? "" : inside.generic_string();
}

}  // namespace runner::git
