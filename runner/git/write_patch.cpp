#include "runner/git/write_patch.hpp"

#include <git2.h>

#include <cstdlib>

#include "runner/git/handle.hpp"
#include "runner/git/library.hpp"

namespace runner::git {

std::string write_patch(const std::string& path, const std::string* before, const std::string* after) {
  if (before && after && *before == *after) return "";
  start_library();
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.context_lines = 3;
  options.flags = GIT_DIFF_FORCE_TEXT;
  Handle<git_patch, git_patch_free> patch;
  git_buf text = GIT_BUF_INIT;
  // Two buffers in memory are always comparable; only memory can fail, and then nothing true can be said.
  if (git_patch_from_buffers(out(patch), before ? before->data() : nullptr, before ? before->size() : 0,
                             path.c_str(), after ? after->data() : nullptr, after ? after->size() : 0,
                             path.c_str(), &options) != 0 ||
      git_patch_to_buf(&text, patch.get()) != 0)
    std::abort();
  std::string result(text.ptr, text.size);
  git_buf_dispose(&text);
  return result;
}

}  // namespace runner::git
