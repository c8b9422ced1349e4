// Exercises meet the sandbox: profiles by name, trees as the sandbox takes them.
#pragma once

#include <string>
#include <vector>

#include "runner/exercise/exercise.hpp"
#include "runner/session/allow_weak.hpp"
#include "runner/session/house.hpp"
#include "sandbox/profile.hpp"
#include "sandbox/proof.hpp"

namespace runner::session {

[[nodiscard]] tl::expected<sandbox::Profile, sandbox::Failure> load_profile(const House& house,
                                                                            const std::string& toolchain);
[[nodiscard]] std::vector<sandbox::File> sandbox_files(const exercise::Tree& tree);
[[nodiscard]] tl::expected<sandbox::ProofResult, sandbox::Failure> run_proof(
    const sandbox::Profile& profile, const exercise::Tree& tree, const exercise::PlantedDefect& defect,
    AllowWeak allow_weak);

// Whether it ran where only Landlock, seccomp and limits stand; every result then says so.
[[nodiscard]] bool weak_run(const sandbox::ProofResult& result);
inline constexpr const char* weak_note =
    "ran in the weak sandbox, as --allow-weak-sandbox permits: without namespaces, on this machine's own "
    "files";

void add_once(std::vector<std::string>& texts, const std::string& text);

}  // namespace runner::session
