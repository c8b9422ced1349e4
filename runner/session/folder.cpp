#include "runner/session/folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "runner/comments/comments.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

std::string pull_request_text(const exercise::Exercise& exercise) {
  const auto& request = exercise.pull_request;
  return fmt::format("# {}\n\n{} wants to merge `{}` into `main`{}\n\n{}", request.title, request.author,
                     request.branch, request.ticket.empty() ? "" : fmt::format(" ({})", request.ticket),
                     request.body);
}

}  // namespace

Checked<git::RepositoryIds> fill_folder(const fs::path& folder, const Stage& stage) {
  const auto changes = change_of(stage);
  const auto plan = repository_of(stage);
  if (!plan) return tl::make_unexpected(plan.error());
  const std::string example = changes.empty() ? "path/to/file" : changes.front().path;
  const std::pair<const char*, std::string> texts[] = {
      {"BRIEF.md", stage.exercise.brief},
      {"PULL-REQUEST.md", pull_request_text(stage.exercise)},
      {"REVIEW.md", comments::review_file_template(stage.exercise.title, example)}};
  for (const auto& [name, text] : texts)
    if (auto written = write_file(folder / name, text); !written) return tl::make_unexpected(written.error());
  return git::make_repository(folder / stage.exercise.id, *plan);
}

FolderInTheMaking::FolderInTheMaking(fs::path target)
    : target_(std::move(target)),
      beside_(target_.parent_path() / fmt::format(".{}.{}.tmp", target_.filename().string(), ::getpid())) {}

FolderInTheMaking::~FolderInTheMaking() {
  std::error_code ignored;
  if (state_ != State::kept) fs::remove_all(state_ == State::renamed ? target_ : beside_, ignored);
}

Checked<std::monostate> FolderInTheMaking::make() {
  std::error_code error;
  if (fs::exists(fs::symlink_status(target_, error)))
    return faulty(
        {target_.string(), {}, "already exists", "choose another folder with --into, or move that one away"});
  sweep();
  fs::create_directory(beside_, error);
  if (error)
    return faulty({target_.string(), {}, "cannot make the folder: " + error.message(), remedy_for(error)});
  return std::monostate{};
}

void FolderInTheMaking::sweep() const {
  const auto prefix = "." + target_.filename().string() + ".";
  std::error_code error;
  for (auto entry = fs::directory_iterator(target_.parent_path(), error);
       !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const auto name = entry->path().filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(".tmp")) continue;
    const auto pid = std::atoi(name.c_str() + prefix.size());
    std::error_code ignored;
    if (pid > 0 && (pid == ::getpid() || ::kill(pid, 0) != 0)) fs::remove_all(entry->path(), ignored);
  }
}

Checked<std::monostate> FolderInTheMaking::rename() {
  std::error_code error;
  fs::rename(beside_, target_, error);
  if (error)
    return faulty(
        {target_.string(), {}, "cannot put the folder there: " + error.message(), remedy_for(error)});
  state_ = State::renamed;
  return std::monostate{};
}

TemporaryFolder::TemporaryFolder(const std::string& name) {
  std::error_code error;
  auto pattern = (fs::temp_directory_path(error) / (name + "-XXXXXX")).string();
  if (!error && ::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace runner::session
