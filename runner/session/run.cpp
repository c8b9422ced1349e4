#include "runner/session/run.hpp"

namespace runner::session {

tl::expected<sandbox::Profile, sandbox::Failure> load_profile(const House& house,
                                                              const std::string& toolchain) {
  return sandbox::load_profile(house.data / "sandbox" / "profiles" / (toolchain + ".toml"));
}

std::vector<sandbox::File> sandbox_files(const exercise::Tree& tree) {
  std::vector<sandbox::File> files;
  files.reserve(tree.size());
  for (const auto& file : tree) files.push_back({.path = file.path, .content = file.text});
  return files;
}

tl::expected<sandbox::ProofResult, sandbox::Failure> run_proof(const sandbox::Profile& profile,
                                                               const exercise::Tree& tree,
                                                               const exercise::PlantedDefect& defect) {
  return sandbox::run_proof(profile, sandbox_files(tree),
                            {.path = defect.proof_name, .content = defect.proof});
}

}  // namespace runner::session
