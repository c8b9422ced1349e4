// What a candidate may see of a stage, and no more: the key cannot leave by a page that is made from this.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "detectors/source/paint.hpp"
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
  std::string language;
  std::string level;
};
// Of each file that can be coloured, by path, each line's paints: bytes from the line's own begin.
using Colouring = std::map<std::string, std::vector<std::vector<detectors::source::Paint>>>;

struct Showing {
  Introduction introduction;
  exercise::PullRequest pull_request;
  exercise::Tree before;
  exercise::Tree after;
  std::vector<git::FileDiff> changes;  // changed files, by path
  Colouring before_colours;
  Colouring after_colours;
};

[[nodiscard]] Introduction introduction_of(const exercise::Exercise& exercise);
[[nodiscard]] Showing showing_of(const Stage& stage);

// By what an invitation and an attempt name.
[[nodiscard]] Checked<Introduction> introduction(const House& house, const std::string& exercise);
[[nodiscard]] Checked<std::shared_ptr<const Showing>> showing(const House& house, const Attempt& attempt);

}  // namespace runner::session
