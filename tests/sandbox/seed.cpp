#include "sandbox/seed.hpp"

#include <doctest/doctest.h>

#include "sandbox/proof.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"

using namespace sandbox;
namespace fs = std::filesystem;

namespace {

// Its seed is what its harness file says; its proof shows what stands on standard input.
Profile small(const std::string& script) {
  Profile profile;
  profile.id = "small";
  profile.visible = {"/usr", "/etc/ld.so.cache"};
  profile.needs = {{"sh", {"/bin/sh"}, "dash"}};
  profile.proof_file = "proof";
  profile.proof = {"{need:sh}", "-c", "read -r nonce <&3; echo \"$nonce failed\" >&4; cat >&4"};
  profile.seed = {"{need:sh}", "{harness}/seed.sh"};
  profile.harness = {{"seed.sh", script}};
  return profile;
}

std::size_t kept(const fs::path& cache) {
  std::error_code error;
  const fs::directory_iterator all(cache / "seedfault" / "seeds", error);
  return error ? 0 : static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("a seed is made once, kept, and read by every run") {
  if (!testing::host_can("seed")) return;
  const testing::Folder cache;
  const testing::Variable place("XDG_CACHE_HOME", cache.path().string());
  const Profile profile = small("head -c 16 /dev/urandom | od -An -tx1");
  const auto first = run_proof(profile, {}, {"proof", ""});
  const auto second = run_proof(profile, {}, {"proof", ""});
  REQUIRE((first && second));
  REQUIRE(std::holds_alternative<Failed>(first->verdict));
  CHECK(std::get<Failed>(first->verdict).detail.size() > 40);
  CHECK(first->verdict == second->verdict);
  CHECK(kept(cache.path()) == 1);
}

TEST_CASE("another harness has another seed, and the old one goes") {
  if (!testing::host_can("seed")) return;
  const testing::Folder cache;
  const testing::Variable place("XDG_CACHE_HOME", cache.path().string());
  const auto one = seed_of(small("echo one"));
  const auto two = seed_of(small("echo two"));
  REQUIRE((one && two));
  CHECK(*one != *two);
  CHECK(read_file(two->c_str()) == "two\n");
  CHECK(kept(cache.path()) == 1);
}

TEST_CASE("without a seed a run has nothing on its standard input") {
  if (!testing::host_can("seed")) return;
  const testing::Folder cache;
  const testing::Variable place("XDG_CACHE_HOME", cache.path().string());
  CHECK_FALSE(seed_of(small("exit 3")).has_value());
  CHECK_FALSE(seed_of(Profile{}).has_value());
  CHECK(run_proof(small("exit 3"), {}, {"proof", ""})->verdict == ProofVerdict{Failed{""}});
  const auto file = cache.write("file", "");
  const testing::Variable nowhere("XDG_CACHE_HOME", file.string());
  CHECK_FALSE(seed_of(small("echo one")).has_value());
}
