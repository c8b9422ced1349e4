// Reviews that nobody thought about: they must not be worth anything.
#pragma once

#include <string>
#include <vector>

#include "runner/review/language_data.hpp"
#include "runner/session/stage.hpp"

namespace bench {

struct Spray {
  std::string name;
  double most = 0;  // of the defects' weight that it may cover, 0..1
  runner::review::Review review;
};

// The vocabularies of all classes and of the planted defects as words on every line, as sentences in every
// function and as one summary; the brief and the pull request copied; the code copied.
[[nodiscard]] std::vector<Spray> sprays(const runner::session::Stage& stage, const runner::review::Key& key,
                                        const runner::review::LanguageData& language);

}  // namespace bench
