// Point 6: makes the candidate's folder for real and reads everything in it, looking for the key.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "runner/session/check_points.hpp"
#include "runner/session/files.hpp"
#include "runner/session/folder.hpp"

namespace runner::session {
namespace fs = std::filesystem;
namespace {

// A text of the key that must not be found, and what it is.
struct Secret {
  std::string what;
  std::string text;
};

constexpr std::size_t least_telling = 12;  // shorter texts may stand in honest code by chance

void add(std::vector<Secret>& secrets, const std::string& what, const std::string& text) {
  if (text.size() >= least_telling) secrets.push_back({what, text});
}

void add_lines(std::vector<Secret>& secrets, const std::string& what, const std::string& text,
               const std::string& honest) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.size() >= 30 && honest.find(line) == std::string::npos) add(secrets, what, line);
    at = end + 1;
  }
}

std::vector<Secret> secrets_of(const Stage& stage) {
  const auto& exercise = stage.exercise;
  std::string honest = exercise.brief + exercise.pull_request.body;
  for (const auto* tree : {&stage.before, &stage.planted.tree})
    for (const auto& file : *tree) honest += file.text;
  std::vector<Secret> secrets{{"the exercise's digest", exercise.digest}};
  for (const auto& defect : exercise.defects) {
    add(secrets, "a defect's id", defect.id);
    add(secrets, "a defect's title", defect.title);
    add_lines(secrets, "a defect's explanation", defect.why, honest);
    add_lines(secrets, "a defect's fix", defect.fix, honest);
    add_lines(secrets, "a proof", defect.proof, honest);
    for (const auto& question : defect.follow_ups) add(secrets, "a follow-up question", question);
  }
  for (const auto& decoy : exercise.decoys) {
    add(secrets, "a decoy's id", decoy.id);
    add(secrets, "a decoy's title", decoy.title);
    add_lines(secrets, "a decoy's reason", decoy.reason, honest);
  }
  // The sound code of every planted place: who can read it can subtract.
  for (const auto& file : exercise.tree)
    add_lines(secrets, "sound code that the candidate must not have", file.text, honest);
  return secrets;
}

std::set<std::string> allowed_blobs(const Stage& stage) {
  std::set<std::string> texts;
  for (const auto* tree : {&stage.before, &stage.planted.tree})
    for (const auto& file : *tree) texts.insert(file.text);
  return texts;
}

void look_for(const std::vector<Secret>& secrets, const std::string& where, const std::string& content,
              CheckPoint& point) {
  for (const auto& secret : secrets)
    if (content.find(secret.text) != std::string::npos)
      point.faults.push_back(
          {where,
           {},
           fmt::format("the candidate can read {}: \"{}\"", secret.what, secret.text.substr(0, 80)),
           "take it out of the brief, the pull request or the tree; if the repository adds it by itself, "
           "that is a fault of this program"});
  ++point.proven;
}

// Every file's time is the commit's: when the candidate's folder was made says nothing, nor which files were
// touched.
void check_times(const fs::path& folder, std::int64_t expected, CheckPoint& point) {
  std::error_code error;
  for (auto entry = fs::recursive_directory_iterator(folder, error);
       !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    struct stat status{};
    if (::lstat(entry->path().c_str(), &status) != 0 || status.st_mtim.tv_sec == expected) continue;
    point.faults.push_back({entry->path().lexically_relative(folder).string(),
                            {},
                            "its time is not the commit's",
                            "this is a fault of this program: report it"});
  }
  ++point.proven;
}

void check_repository(const Stage& stage, const fs::path& folder, const std::vector<Secret>& secrets,
                      CheckPoint& point) {
  const auto pieces = git::everything_stored(folder);
  if (!pieces) return add_faults(point, pieces.error());
  const auto allowed = allowed_blobs(stage);
  std::size_t commits = 0;
  for (const auto& piece : *pieces) {
    if (piece.name.starts_with("commit ")) ++commits;
    if (piece.name.starts_with("blob ") && !allowed.contains(piece.content))
      point.faults.push_back({piece.name,
                              {},
                              "is an object that neither side of the pull request holds",
                              "this is a fault of this program: report it"});
    look_for(secrets, piece.name, piece.content, point);
    look_for(secrets, "the name " + piece.name, piece.name, point);
  }
  if (commits != 2)
    point.faults.push_back({"the repository",
                            {},
                            fmt::format("holds {} commits, not two", commits),
                            "this is a fault of this program: report it"});
}

}  // namespace

CheckPoint check_leaks(const Checking& checking) {
  CheckPoint point;
  const auto stage = set_stage(checking.exercise, checking.patches, all_defects(checking.exercise));
  if (!stage) return point;  // point 1 says why
  const TemporaryFolder temporary("seedfault-leak");
  const auto folder = temporary.path() / "review";
  std::error_code error;
  fs::create_directory(folder, error);
  const auto made = fill_folder(folder, *stage);
  if (!made) {
    add_faults(point, made.error());
    return point;
  }
  const auto secrets = secrets_of(*stage);
  auto in_repository =
      secrets;  // the folder around it may say by which tool it was made, the repository may not
  in_repository.push_back({"the program's name", "seedfault"});
  check_repository(*stage, folder / checking.exercise.id, in_repository, point);
  for (const auto* name : {"BRIEF.md", "PULL-REQUEST.md", "REVIEW.md"})
    if (const auto text = read_file(folder / name)) look_for(secrets, name, *text, point);
  if (const auto plan = repository_of(*stage))
    check_times(folder / checking.exercise.id, plan->change.seconds, point);
  return point;
}

}  // namespace runner::session
