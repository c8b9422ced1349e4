// The candidate's folder, and folders that are gone when they are done with.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "runner/git/repository.hpp"
#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

// Puts BRIEF.md, PULL-REQUEST.md, REVIEW.md and the repository <exercise>/ into an existing, empty folder.
[[nodiscard]] Checked<git::RepositoryIds> fill_folder(const std::filesystem::path& folder,
                                                      const Stage& stage);

// Made beside its target, then renamed to it; removed with all that is in it unless keep() was reached. What
// runs that were killed left beside the same target is swept away.
class FolderInTheMaking {
 public:
  explicit FolderInTheMaking(std::filesystem::path target);
  FolderInTheMaking(const FolderInTheMaking&) = delete;
  FolderInTheMaking& operator=(const FolderInTheMaking&) = delete;
  ~FolderInTheMaking();

  [[nodiscard]] const std::filesystem::path& path() const { return beside_; }
  [[nodiscard]] Checked<std::monostate> make();  // an existing target is a fault
  [[nodiscard]] Checked<std::monostate>
  rename();  // from here on destroying it removes the target, until keep()
  void keep() { state_ = State::kept; }

 private:
  void sweep() const;

  enum class State { beside, renamed, kept };
  std::filesystem::path target_;
  std::filesystem::path beside_;
  State state_ = State::beside;
};

// Under the system's folder for temporary files; removed with all that is in it.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::string& name);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  // "" when it could not be made

 private:
  std::filesystem::path path_;
};

}  // namespace runner::session
