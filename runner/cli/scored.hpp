// The score of an attempt as it stands: one that was given and kept, or a new one.
#pragma once

#include <optional>
#include <string>

#include "runner/cli/command.hpp"

namespace runner::cli {

struct ScoreChoice {
  bool again = false;         // score with this program although a score stands
  std::optional<int> record;  // this one of those that were kept
  bool keep = false;          // what is new: only a score that is shown as one is given
};

struct Reported {
  session::Scored scored;
  std::string document;  // what --format json prints, byte for byte as it was kept
};

[[nodiscard]] session::Checked<Reported> reported(const Context& context, const std::string& name,
                                                  const ScoreChoice& choice);

}  // namespace runner::cli
