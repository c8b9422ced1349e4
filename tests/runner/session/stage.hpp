// The real exercise on stage with all of its defects, loaded once.
#pragma once

#include "runner/session/stage.hpp"
#include "temporary.hpp"

namespace runner::session {

inline const exercise::Exercise& real_exercise() {
  static const auto exercise = [] {
    const TestHouse at;
    auto loaded = load_exercise(at.house, "payments-webhook");
    REQUIRE(loaded);
    return *std::move(loaded);
  }();
  return exercise;
}

inline const Stage& full_stage() {
  static const auto stage = [] {
    auto set = set_stage(real_exercise(), all_defects(real_exercise()));
    REQUIRE(set);
    return *std::move(set);
  }();
  return stage;
}

}  // namespace runner::session
