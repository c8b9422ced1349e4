// What the tests of free-text keys share: the model as it is shipped.
#pragma once

#include "runner/review/freetext.hpp"
#include "tests/runner/review/small_key.hpp"

inline const runner::review::FreeTextModel& free_text_model() {
  static const auto model = [] {
    const std::string folder = "runner/review/english/";
    auto read = runner::review::read_free_text_model(
        "freetext.toml", small::file_text(folder + "freetext.toml"), "freetext-background.toml",
        small::file_text(folder + "freetext-background.toml"));
    REQUIRE(read.has_value());
    return *std::move(read);
  }();
  return model;
}
