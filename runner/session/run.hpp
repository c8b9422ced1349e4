// Exercises meet the sandbox: profiles by name, trees as the sandbox takes them.
#pragma once

#include <string>
#include <vector>

#include "runner/exercise/exercise.hpp"
#include "runner/session/house.hpp"
#include "sandbox/profile.hpp"
#include "sandbox/proof.hpp"

namespace runner::session {

[[nodiscard]] tl::expected<sandbox::Profile, sandbox::Failure> load_profile(const House& house,
                                                                            const std::string& toolchain);
[[nodiscard]] std::vector<sandbox::File> sandbox_files(const exercise::Tree& tree);
[[nodiscard]] tl::expected<sandbox::ProofResult, sandbox::Failure> run_proof(
    const sandbox::Profile& profile, const exercise::Tree& tree, const exercise::PlantedDefect& defect);

}  // namespace runner::session
