#include "runner/session/anchor.hpp"
#include "runner/exercise/stand.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/file.hpp"
#include "detectors/source/nearest.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

using detectors::source::Line;
using detectors::source::LineSpan;
using detectors::source::SourceFile;

bool in_change(const Stage& stage, std::string_view path) {
  return exercise::text_of(stage.planted.tree, path) || exercise::text_of(stage.before, path);
}

std::string_view without(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

// The file's name is often all that a person remembers.
std::string suggestion_for(const Stage& stage, std::string_view path) {
  std::vector<std::string> paths;
  for (const auto& file : stage.planted.tree) paths.push_back(file.path);
  const auto name = path.substr(path.rfind('/') + 1);
  for (const auto& candidate : paths)
    if (std::string_view(candidate).substr(candidate.rfind('/') + 1) == name)
      return fmt::format("did you mean '{}'?", candidate);
  if (auto meant = detectors::source::did_you_mean(path, paths)) return *std::move(meant);
  std::vector<std::string> changed;
  for (const auto& diff : change_of(stage)) changed.push_back(diff.path);
  return fmt::format("the change touches: {}", fmt::join(changed, ", "));
}

Fault missing_file(const Stage& stage, const std::string& typed, const std::filesystem::path& folder) {
  const auto path = plain_path(stage, typed);
  // Only what lies in the candidate's own folder may be looked at: whether another file is there is no
  // answer.
  const bool own = !folder.empty() && !exercise::unsafe_path(path);
  const auto on_disk =
      own ? read_file(folder / stage.exercise.id / path) : Checked<std::string>(tl::unexpect, Faults{});
  if (on_disk && !detectors::source::looks_like_text(*on_disk))
    return {typed,
            {},
            "is a binary file, which has no lines to comment on",
            "comment on the review as a whole with --review"};
  return {typed, {}, "no such file in the pull request", suggestion_for(stage, typed)};
}

std::string around(const SourceFile& file, Line wanted) {
  const int last = file.line_count();
  const int near = std::clamp(wanted.number, 1, std::max(last, 1));
  std::string shown;
  for (int number = std::max(1, near - 2); number <= std::min(last, near + 1); ++number)
    shown += fmt::format("\n{:>5} | {}", number, file.line(Line{number}));
  return shown;
}

Fault missing_line(const SourceFile& file, LineSpan lines) {
  const auto wrong = file.has(lines.first) ? lines.last : lines.first;
  if (file.line_count() == 0)
    return {file.path(), wrong, "the file is empty", "comment on the file with --file"};
  return {file.path(), wrong,
          fmt::format("there is no line {}: the file has {}", wrong.number, file.line_count()),
          fmt::format("the nearest lines are{}", around(file, wrong))};
}

}  // namespace

std::string plain_path(const Stage& stage, std::string_view typed) {
  std::string slashes(typed);  // as Windows writes it, unless a file is really called so
  if (!in_change(stage, typed)) std::replace(slashes.begin(), slashes.end(), '\\', '/');
  const auto short_path = without(slashes, "./");
  const auto folder = stage.exercise.id + "/";
  for (const auto candidate :
       {short_path, without(short_path, folder), without(short_path, "a/"), without(short_path, "b/")})
    if (in_change(stage, candidate)) return std::string(candidate);
  return std::string(short_path);
}

Checked<review::Comment> anchored(const Stage& stage, review::Comment comment,
                                  const std::string& described_in, const std::filesystem::path& folder) {
  if (comment.body.find_first_not_of(" \t\r\n") == std::string::npos && comment.suggestions.empty())
    return faulty(
        {described_in, {}, "the comment has no text", "say what is wrong there, and why it matters"});
  if (comment.scope == review::CommentScope::review) return comment;
  const auto typed = comment.path;
  comment.path = plain_path(stage, typed);
  const auto& tree = comment.side == review::Side::after ? stage.planted.tree : stage.before;
  const auto* text = exercise::text_of(tree, comment.path);
  if (!text && !in_change(stage, comment.path)) return faulty(missing_file(stage, typed, folder));
  if (!text)  // deleted by the change: its lines are those of the old side
    comment.side = review::Side::before, text = exercise::text_of(stage.before, comment.path);
  if (comment.scope == review::CommentScope::file) return comment;
  const SourceFile file(comment.path, text ? *text : "");
  if (comment.lines.last < comment.lines.first) std::swap(comment.lines.first, comment.lines.last);
  if (!file.has(comment.lines.first) || !file.has(comment.lines.last))
    return faulty(missing_line(file, comment.lines));
  return comment;
}

}  // namespace runner::session
