// Runs every case of tests/sandbox/proofs/<profile>.toml: a tree, a proof or the tree's own tests, and the
// verdict that must come of it. SEEDFAULT_PROOFS=go runs one toolchain alone.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "sandbox/proof.hpp"
#include "tests/sandbox/host.hpp"
#include "tests/source_tree.hpp"

namespace fs = std::filesystem;
using namespace sandbox;

namespace {

using Texts = std::map<std::string, std::string>;

Texts texts(const toml::table* table) {
  Texts found;
  if (table == nullptr) return found;
  for (const auto& [key, node] : *table) found[std::string(key.str())] = node.value_or(std::string());
  return found;
}

struct Toolchain {
  Profile profile;
  Texts tree;
  Texts proofs;
};

std::string shown(const tl::expected<ProofResult, Failure>& result) {
  struct Show {
    std::string operator()(const Passed&) const { return "passed"; }
    std::string operator()(const Failed& failed) const { return "failed: " + failed.detail; }
    std::string operator()(const Inconclusive& unclear) const { return "inconclusive: " + unclear.why; }
    std::string operator()(const NotRun& missing) const { return "not run: " + missing.missing; }
  };
  if (!result) return fmt::format("{}: {}", result.error().step, result.error().problem);
  return std::visit(Show{}, result->verdict);
}

void check_case(const Toolchain& toolchain, const toml::table& row) {
  static const std::set<std::string_view> known{"what", "verdict", "proof", "source", "run", "files"};
  for (const auto& [key, node] : row) REQUIRE_MESSAGE(known.contains(key.str()), key.str());
  Texts tree = toolchain.tree;
  for (auto& [path, text] : texts(row["files"].as_table())) tree[path] = text;
  std::vector<File> files;
  for (const auto& [path, text] : tree) files.push_back({path, text});
  const auto own_tests = row["run"].value_or(std::string("proof")) == "tests";
  const auto named = row["proof"].value_or(std::string());
  const auto source = row["source"].value_or(named.empty() ? std::string() : toolchain.proofs.at(named));
  const auto result = own_tests ? run_tests(toolchain.profile, files)
                                : run_proof(toolchain.profile, files, {"proof", source});
  const auto verdict = row["verdict"].value_or(std::string());
  REQUIRE_FALSE(verdict.empty());
  const auto said = shown(result);
  CHECK_MESSAGE((verdict == "passed" ? said == verdict : said.starts_with(verdict)),
                fmt::format("{}: {}\n{}", row["what"].value_or(std::string()), said,
                            result && result->outcome ? result->outcome->err : ""));
}

void check_toolchain(const fs::path& file) {
  const auto document = toml::parse_file(file.string());
  const Toolchain toolchain{testing::profile(file.stem().string()), texts(document["tree"].as_table()),
                            texts(document["proofs"].as_table())};
  const auto* cases = document["case"].as_array();
  REQUIRE(cases != nullptr);
  // Without its first need the same case is not run, and says what to install.
  Profile without = toolchain.profile;
  without.needs.front().paths = {"/nowhere/" + without.needs.front().name};
  CHECK(shown(run_tests(without, {})) == "not run: " + without.needs.front().name + " not found");
  if (!testing::toolchain_there(toolchain.profile, "proofs/" + file.stem().string())) return;
  for (const auto& row : *cases) check_case(toolchain, *row.as_table());
}

}  // namespace

TEST_CASE("every toolchain's proofs come to their verdicts") {
  if (!testing::host_can("toolchains")) return;
  const char* only = std::getenv("SEEDFAULT_PROOFS");
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(source_tree()) / "tests" / "sandbox" / "proofs"))
    files.insert(entry.path());
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    CAPTURE(file.stem().string());
    if (only == nullptr || file.stem() == only) check_toolchain(file);
  }
}
