// Runs a proof, or a tree's own tests, and says what that showed.
// "Passed" needs the harness's own completion record; exit status 0 alone is never enough.
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "sandbox/failure.hpp"
#include "sandbox/file.hpp"
#include "sandbox/outcome.hpp"
#include "sandbox/policy.hpp"
#include "sandbox/profile.hpp"

namespace sandbox {

struct Passed {
  bool operator==(const Passed&) const = default;
};
struct Failed {
  std::string detail;
  bool operator==(const Failed&) const = default;
};  // an assertion's message
struct Inconclusive {
  std::string why;
  bool operator==(const Inconclusive&) const = default;
};
struct NotRun {
  std::string missing;  // "flask not found"
  std::string cure;     // "apt-get install python3-flask"
  bool operator==(const NotRun&) const = default;
};

using ProofVerdict = std::variant<Passed, Failed, Inconclusive, NotRun>;

struct ProofResult {
  ProofVerdict verdict;
  std::optional<Outcome> outcome;  // absent when it was not run
};

// Detail and why are at most this many bytes, and valid UTF-8.
inline constexpr std::size_t detail_limit = 2000;

// Runs proof against tree. The tree's paths are relative to its root, which is the working folder and import
// root; the proof lies outside of it. The proof's path is not used: inside it has the profile's proof_file
// name.
[[nodiscard]] tl::expected<ProofResult, Failure> run_proof(const Profile& profile,
                                                           const std::vector<File>& tree, const File& proof,
                                                           AllowWeak allow_weak = AllowWeak::no);

// Runs the tests that the tree brings along, in its folder tests/.
[[nodiscard]] tl::expected<ProofResult, Failure> run_tests(const Profile& profile,
                                                           const std::vector<File>& tree,
                                                           AllowWeak allow_weak = AllowWeak::no);

}  // namespace sandbox
