#include "runner/session/showing.hpp"

namespace runner::session {

Introduction introduction_of(const exercise::Exercise& exercise) {
  return {.title = exercise.title,
          .brief = exercise.brief,
          .ai_policy = exercise.ai_policy,
          .minutes = exercise.minutes};
}

Showing showing_of(const Stage& stage) {
  return {.introduction = introduction_of(stage.exercise),
          .pull_request = stage.exercise.pull_request,
          .before = stage.before,
          .after = stage.planted.tree,
          .changes = change_of(stage)};
}

Checked<Introduction> introduction(const House& house, const std::string& exercise) {
  const auto loaded = load_exercise(house, exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  return introduction_of(*loaded);
}

Checked<Showing> showing(const House& house, const Attempt& attempt) {
  const auto stage = stage_of(house, attempt);
  if (!stage) return tl::make_unexpected(stage.error());
  return showing_of(*stage);
}

}  // namespace runner::session
