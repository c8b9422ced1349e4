// What a candidate may see of a stage, and no more: the key cannot leave by a page that is made from this.
#pragma once

#include <string>
#include <vector>

#include "runner/exercise/exercise.hpp"
#include "runner/git/patch.hpp"
#include "runner/session/house.hpp"
#include "runner/session/invitation_values.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {

struct Introduction {
  std::string title;
  std::string brief;  // Markdown
  std::string ai_policy;
  int minutes = 0;  // suggested, before anybody's time factor
};
struct Showing {
  Introduction introduction;
  exercise::PullRequest pull_request;
  exercise::Tree before;
  exercise::Tree after;
  std::vector<git::FileDiff> changes;  // changed files, by path
};

[[nodiscard]] Introduction introduction_of(const exercise::Exercise& exercise);
[[nodiscard]] Showing showing_of(const Stage& stage);

// By what an invitation and an attempt name.
[[nodiscard]] Checked<Introduction> introduction(const House& house, const std::string& exercise);
[[nodiscard]] Checked<Showing> showing(const House& house, const Attempt& attempt);

}  // namespace runner::session
