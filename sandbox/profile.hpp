// A toolchain as data: what of the machine a program of that kind may see, and how a proof of that kind is
// run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "sandbox/failure.hpp"
#include "sandbox/file.hpp"
#include "sandbox/limits.hpp"

namespace sandbox {

// A file of the machine without which the toolchain does not work.
struct Need {
  std::string name;                // what a person calls it: "python3", "flask"
  std::vector<std::string> paths;  // absolute; the first that exists serves
  std::string package;             // the Debian package that cures its absence
  bool operator==(const Need&) const = default;
};

struct Profile {
  std::string id;     // the file's name without .toml
  std::string title;  // "Python 3 with unittest"
  std::vector<Need> needs;
  std::vector<std::string> visible;  // absolute paths, read-only inside, skipped when absent
  std::vector<std::pair<std::string, std::string>> environment;  // the whole environment inside
  Limits limits;
  std::string proof_file;  // what a proof is called inside: "proof.py"
  std::vector<std::string>
      proof;  // argv; {need:NAME} is that need's path, {tree}, {proof} and {harness} are places
  std::vector<std::string> tests;  // argv for the tree's own tests
  // Which files of a tree are its own tests: "tests/" what lies below that folder, "_test.go" what ends so.
  std::vector<std::string> test_files;
  std::vector<std::string> seed;  // argv; writes a tar that every later run has on its standard input
  bool shared_memory = false;     // whether it needs memory of System V; the watchdog counts it then
  std::vector<File> harness;      // what lies beside the profile and runs proofs: content already read
  bool operator==(const Profile&) const = default;
};

// Reads sandbox/profiles/<id>.toml and the harness files that it names, in the folder beside it.
[[nodiscard]] tl::expected<Profile, Failure> load_profile(const std::filesystem::path& file);

// Whether a file of a tree is one of its own tests.
[[nodiscard]] bool is_test(const Profile& profile, std::string_view path);

// The path that meets a need on this machine.
[[nodiscard]] std::optional<std::string> found(const Need& need);

// The first need that this machine does not meet.
[[nodiscard]] std::optional<Need> missing(const Profile& profile);

// "apt-get install python3-flask"
[[nodiscard]] std::string cure(const Need& need);

}  // namespace sandbox
