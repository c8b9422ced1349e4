#include "runner/git/library.hpp"

#include <git2.h>

#include <cstdlib>

namespace runner::git {
namespace {

bool started() {
  if (git_libgit2_init() < 0) return false;
  bool good = true;
  for (const int level :
       {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
    good = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "") == 0 && good;
  return good;
}

}  // namespace

void start_library() {
  static const bool ready = started();
  if (!ready) std::abort();  // it starts unless memory is gone
}

std::string last_complaint() {
  const auto* error = git_error_last();
  return error && error->message ? error->message : "no reason given";
}

}  // namespace runner::git
