// A change that a team made becomes the beginning of an exercise.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "detectors/outline.hpp"
#include "runner/exercise/folder.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/exercise/utf8.hpp"
#include "runner/git/history.hpp"
#include "runner/git/patch.hpp"
#include "runner/session/author.hpp"
#include "runner/session/author_patches.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

bool wanted(const std::string& path, const std::vector<std::string>& only) {
  const auto covers = [&](const std::string& each) {
    return path == each || (path.starts_with(each) && (each.ends_with('/') || path[each.size()] == '/'));
  };
  return only.empty() || std::any_of(only.begin(), only.end(), covers);
}

bool is_text(const std::string& text) {
  return text.find('\0') == std::string::npos && exercise::first_non_utf8(text) == std::string_view::npos;
}

// What can stand in an exercise; what cannot is added to `left_out`.
exercise::Tree texts(const git::Snapshot& snapshot, const std::vector<std::string>& only,
                     std::vector<std::string>& left_out) {
  exercise::Tree tree;
  for (const auto& file : snapshot.files) {
    if (!wanted(file.path, only)) continue;
    if (const auto reason = exercise::unsafe_path(file.path))
      left_out.push_back(fmt::format("{}: {}", file.path, *reason));
    else if (!is_text(file.text))
      left_out.push_back(file.path + ": is no text in UTF-8");
    else
      tree.push_back({file.path, file.text});
  }
  for (const auto& [path, why] : snapshot.left_out)
    if (wanted(path, only)) left_out.push_back(fmt::format("{}: {}", path, why));
  return tree;
}

// The language of most changed lines that exercises are written in; "" when there is none.
std::string language_of(const exercise::Tree& before, const exercise::Tree& after, int& changed_lines) {
  const auto known = skeleton_languages();
  std::map<std::string, int> lines;
  for (const auto& file : after) {
    const auto* old = exercise::text_of(before, file.path);
    const auto diff = git::diff(file.path, old ? *old : "", file.text);
    changed_lines += diff.added + diff.removed;
    std::string language(detectors::language_of(file.path));
    if (language == "tsx") language = "typescript";
    if (std::find(known.begin(), known.end(), language) != known.end())
      lines[language] += diff.added + diff.removed;
  }
  for (const auto& file : before)
    if (!exercise::text_of(after, file.path)) changed_lines += git::diff(file.path, file.text, "").removed;
  const auto most = std::max_element(lines.begin(), lines.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == lines.end() || most->second == 0 ? "" : most->first;
}

// A message's body becomes the description; trailers such as Signed-off-by name people and stay behind.
std::string description(const std::string& message) {
  std::string text;
  for (std::size_t at = std::min(message.find('\n'), message.size()); at < message.size();) {
    const auto end = std::min(message.find('\n', at), message.size());
    const auto line = message.substr(at, end - at);
    const auto colon = line.find(": ");
    const bool trailer = colon != std::string::npos && line.find('@', colon) != std::string::npos;
    if (!trailer) text += line + '\n';
    at = end + 1;
  }
  const auto first = text.find_first_not_of('\n');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of('\n') - first + 1) + "\n";
}

}  // namespace

Checked<MadeExercise> exercise_from_git(const House& house, const fs::path& exercises,
                                        const FromGit& request) {
  const auto head = git::snapshot(request.repository, request.head, "");
  if (!head) return tl::make_unexpected(head.error());
  const auto base = git::snapshot(request.repository, request.base, "");
  if (!base) return tl::make_unexpected(base.error());
  MadeExercise made;
  const auto after = texts(*head, request.only, made.left_out);
  std::vector<std::string> left_out_before;
  const auto before = texts(*base, request.only, left_out_before);
  const auto patch = patch_between(after, before);
  if (patch.empty())
    return faulty({request.repository.string(),
                   {},
                   fmt::format("{} and {} are the same there", request.base, request.head),
                   "name two revisions that differ, and with --only a part that does"});
  made.language = language_of(before, after, made.changed_lines);
  if (made.language.empty())
    return faulty({request.repository.string(),
                   {},
                   "changes no file of a language that exercises are written in",
                   fmt::format("those are {}", fmt::join(skeleton_languages(), ", "))});
  auto files = new_exercise(house, exercises, request.id, made.language);
  if (!files) return tl::make_unexpected(files.error());
  const auto folder = exercises / request.id;
  std::vector<std::pair<fs::path, std::string>> more{
      {folder / "before.patch", patch}, {folder / "pull-request.md", description(head->message)}};
  for (const auto& file : after) more.emplace_back(folder / "tree" / file.path, file.text);
  made.files = *std::move(files);
  for (const auto& [path, text] : more) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const auto done =
        error ? Checked<std::monostate>(faulty({path.string(), {}, error.message(), remedy_for(error)}))
              : write_file(path, text);
    if (!done) {
      fs::remove_all(folder, error);  // nothing half-written: it was made a moment ago, by us
      return tl::make_unexpected(done.error());
    }
    if (std::find(made.files.begin(), made.files.end(), path) == made.files.end()) made.files.push_back(path);
  }
  return made;
}

}  // namespace runner::session
