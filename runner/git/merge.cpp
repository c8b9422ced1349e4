#include "runner/git/merge.hpp"

#include <git2.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "runner/git/library.hpp"

namespace runner::git {
namespace {

git_merge_file_input input(const std::string& text) {
  git_merge_file_input given = GIT_MERGE_FILE_INPUT_INIT;
  given.ptr = text.data();
  given.size = text.size();
  return given;
}

// Up to the first mark of a conflict the merged text is `ours` with clean edits in it: near enough to find
// the place.
detectors::source::Line first_conflict(std::string_view merged) {
  const auto at = merged.starts_with("<<<<<<<") ? 0 : merged.find("\n<<<<<<<") + 1;
  return detectors::source::Line{
      static_cast<int>(std::count(merged.begin(), merged.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
      1};
}

}  // namespace

tl::expected<std::string, MergeConflict> merge(const std::string& ancestor, const std::string& ours,
                                               const std::string& theirs) {
  start_library();
  const auto base = input(ancestor);
  const auto mine = input(ours);
  const auto other = input(theirs);
  git_merge_file_result result{};
  if (git_merge_file(&result, &base, &mine, &other, nullptr) != 0) std::abort();  // out of memory
  std::string text(result.ptr ? result.ptr : "", result.len);
  const bool clean = result.automergeable != 0;
  git_merge_file_result_free(&result);
  if (!clean) return tl::make_unexpected(MergeConflict{first_conflict(text)});
  return text;
}

}  // namespace runner::git
