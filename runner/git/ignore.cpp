#include "runner/git/ignore.hpp"

#include <git2.h>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"

namespace runner::git {

namespace fs = std::filesystem;

struct IgnoreRules::Repository {
  Handle<git_repository, git_repository_free> handle;
  fs::path root;
};

IgnoreRules::IgnoreRules(const fs::path& folder) {
  start_library();
  auto repository = std::make_unique<Repository>();
  if (git_repository_open_ext(out(repository->handle), folder.c_str(), 0, nullptr) != 0) return;
  const auto* root = git_repository_workdir(repository->handle.get());
  if (root == nullptr) return;
  std::error_code error;
  repository->root = fs::weakly_canonical(root, error);
  repository_ = std::move(repository);
}

IgnoreRules::~IgnoreRules() = default;

bool IgnoreRules::ignores(const fs::path& path) const {
  if (!repository_) return false;
  std::error_code error;
  auto inside = fs::weakly_canonical(path, error).lexically_relative(repository_->root).generic_string();
  if (inside.empty() || inside == "." || inside.starts_with("..")) return false;
  if (fs::is_directory(path, error)) inside += '/';
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_->handle.get(), inside.c_str()) == 0 && ignored != 0;
}

}  // namespace runner::git
