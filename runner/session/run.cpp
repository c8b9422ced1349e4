#include "runner/session/run.hpp"

#include <algorithm>

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
                                                               const exercise::PlantedDefect& defect,
                                                               AllowWeak allow_weak) {
  return sandbox::run_proof(profile, sandbox_files(tree),
                            {.path = defect.proof_name, .content = defect.proof}, allow_weak);
}

bool weak_run(const sandbox::ProofResult& result) {
  return result.outcome && result.outcome->tier == sandbox::Tier::weak;
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

}  // namespace runner::session
