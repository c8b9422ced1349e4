#include <git2.h>

#include <cstdlib>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"
#include "runner/git/patch.hpp"

namespace runner::git {
namespace {

using detectors::source::Line;

std::string without_ending(const git_diff_line& line) {
  std::string_view text(line.content, line.content_len);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return std::string(text);
}

// False for the marker of a missing newline, which is no line of either text.
bool read_line(const git_diff_line& line, DiffLine& result) {
  switch (line.origin) {
    case GIT_DIFF_LINE_CONTEXT:
      result.kind = DiffLineKind::context;
      break;
    case GIT_DIFF_LINE_ADDITION:
      result.kind = DiffLineKind::added;
      break;
    case GIT_DIFF_LINE_DELETION:
      result.kind = DiffLineKind::removed;
      break;
    default:
      return false;
  }
  result.before = Line{line.old_lineno > 0 ? line.old_lineno : 0};
  result.after = Line{line.new_lineno > 0 ? line.new_lineno : 0};
  result.text = without_ending(line);
  return true;
}

DiffHunk hunk_at(git_patch* patch, std::size_t index) {
  const git_diff_hunk* header = nullptr;
  std::size_t count = 0;
  DiffHunk hunk;
  if (git_patch_get_hunk(&header, &count, patch, index) != 0) return hunk;
  for (std::size_t i = 0; i < count; ++i) {
    const git_diff_line* line = nullptr;
    DiffLine read;
    if (git_patch_get_line_in_hunk(&line, patch, index, i) == 0 && read_line(*line, read))
      hunk.lines.push_back(std::move(read));
  }
  return hunk;
}

}  // namespace

FileDiff diff(const std::string& path, std::string_view before, std::string_view after) {
  start_library();
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.context_lines = 3;
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
  Handle<git_patch, git_patch_free> patch;
  // Two buffers in memory are always comparable; only memory can fail, and then nothing true can be said.
  if (git_patch_from_buffers(out(patch), before.data(), before.size(), path.c_str(), after.data(),
                             after.size(), path.c_str(), &options) != 0)
    std::abort();
  FileDiff result{.path = path, .hunks = {}, .added = 0, .removed = 0};
  for (std::size_t i = 0; i < git_patch_num_hunks(patch.get()); ++i)
    result.hunks.push_back(hunk_at(patch.get(), i));
  for (const auto& hunk : result.hunks)
    for (const auto& line : hunk.lines) {
      result.added += line.kind == DiffLineKind::added ? 1 : 0;
      result.removed += line.kind == DiffLineKind::removed ? 1 : 0;
    }
  return result;
}

}  // namespace runner::git
