// Start an attempt: choose the defects, make the candidate's folder, remember it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/stage.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct StartRequest {
  std::string exercise;
  std::optional<std::uint64_t> seed;  // none: drawn from the system, and kept with the attempt
  std::vector<std::string> plant;     // exactly these defects, instead of what the seed would choose
  std::string candidate;              // a pseudonym
  std::filesystem::path into;         // "" : ./<attempt id>
};

// Drawn from the system; short enough for a person to read out.
[[nodiscard]] std::uint64_t draw_seed();

// Makes <into>/{BRIEF.md, PULL-REQUEST.md, REVIEW.md, <exercise>/} where the last is the repository. The
// target must not exist; on any failure neither the folder nor the attempt is left.
[[nodiscard]] Checked<Attempt> start(const House& house, const StartRequest& request);

// An attempt that is reviewed in the browser: the same commits, and nothing left on disk but the store's row.
// In the caller's transaction.
[[nodiscard]] Checked<Attempt> start_without_folder(Store& store, const Stage& stage, std::uint64_t seed,
                                                    const std::string& candidate);

}  // namespace runner::session
