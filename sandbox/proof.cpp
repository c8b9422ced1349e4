#include "sandbox/proof.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>

#include "sandbox/run.hpp"
#include "sandbox/verdict.hpp"

namespace sandbox {
namespace {

// The layout below /work.
constexpr std::string_view tree_folder = "tree";
constexpr std::string_view proof_folder = "proof";
constexpr std::string_view harness_folder = "harness";

std::optional<std::string> make_nonce() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return std::nullopt;
  std::string text;
  for (const unsigned char byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::vector<std::string> fill(std::vector<std::string> command, const Profile& profile) {
  for (auto& argument : command) {
    for (const auto& need : profile.needs) {
      replace(argument, "{need:" + need.name + "}", found(need).value_or(""));
    }
    replace(argument, "{tree}", fmt::format("/work/{}", tree_folder));
    replace(argument, "{proof}", fmt::format("/work/{}/{}", proof_folder, profile.proof_file));
    replace(argument, "{harness}", fmt::format("/work/{}", harness_folder));
  }
  return command;
}

void add(std::vector<File>& files, std::string_view folder, const std::vector<File>& more) {
  for (const auto& file : more) files.push_back({fmt::format("{}/{}", folder, file.path), file.content});
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
                      .argv = fill(command, profile),
                      .folder = std::string(tree_folder),
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
