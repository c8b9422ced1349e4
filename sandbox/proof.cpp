#include "sandbox/proof.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>

#include "sandbox/command.hpp"
#include "sandbox/run.hpp"
#include "sandbox/seed.hpp"
#include "sandbox/verdict.hpp"

namespace sandbox {
namespace {

std::optional<std::string> make_nonce() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return std::nullopt;
  std::string text;
  for (const unsigned char byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

tl::expected<ProofResult, Failure> run_command(const Profile& profile,
                                               const std::vector<std::string>& command,
                                               std::vector<File> files, AllowWeak allow_weak) {
  if (const auto need = missing(profile)) {
    return ProofResult{NotRun{need->name + " not found", cure(*need)}, std::nullopt};
  }
  const auto nonce = make_nonce();
  if (!nonce) {
    return tl::unexpected(Failure{"make a nonce", "the kernel gave no random bytes", "try again"});
  }
  add(files, harness_folder, profile.harness);
  auto outcome = run({.profile = profile,
                      .limits = profile.limits,
                      .files = std::move(files),
                      .argv = filled(command, profile),
                      .folder = std::string(tree_folder),
                      .input_file = seed_of(profile).value_or("").string(),
                      .secret = *nonce,
                      .allow_weak = allow_weak});
  if (!outcome) return tl::unexpected(outcome.error());
  auto verdict = verdict_of(*outcome, *nonce);
  return ProofResult{std::move(verdict), std::move(*outcome)};
}

}  // namespace

tl::expected<ProofResult, Failure> run_proof(const Profile& profile, const std::vector<File>& tree,
                                             const File& proof, AllowWeak allow_weak) {
  std::vector<File> files;
  add(files, tree_folder, tree);
  add(files, proof_folder, {{profile.proof_file, proof.content}});
  return run_command(profile, profile.proof, std::move(files), allow_weak);
}

tl::expected<ProofResult, Failure> run_tests(const Profile& profile, const std::vector<File>& tree,
                                             AllowWeak allow_weak) {
  std::vector<File> files;
  add(files, tree_folder, tree);
  return run_command(profile, profile.tests, std::move(files), allow_weak);
}

}  // namespace sandbox
