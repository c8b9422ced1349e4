// Which files git would not look at: .gitignore and its kin, asked of the repository that a folder lies in.
#pragma once

#include <filesystem>
#include <memory>

namespace runner::git {

// Not for several threads at once.
class IgnoreRules {
 public:
  // A folder in no repository ignores nothing.
  explicit IgnoreRules(const std::filesystem::path& folder);
  ~IgnoreRules();
  IgnoreRules(const IgnoreRules&) = delete;
  IgnoreRules& operator=(const IgnoreRules&) = delete;
  [[nodiscard]] bool ignores(const std::filesystem::path& path) const;

 private:
  struct Repository;
  std::unique_ptr<Repository> repository_;
};

}  // namespace runner::git
