#include "sandbox/refusal.hpp"

#include <doctest/doctest.h>

using namespace sandbox;

TEST_CASE("a refusal names its cause and its cure") {
  struct Row {
    std::string_view said;
    HostFacts facts;
    std::string_view cure;  // a part of the remedy
  };
  const Row rows[] = {
      {"bwrap: setting up uid map: Permission denied", {.apparmor_restricts = true}, "AppArmor profile"},
      {"bwrap: No permissions to create new namespace",
       {.clone_forbidden = true},
       "unprivileged_userns_clone=1"},
      {"bwrap: Creating new namespace failed: No space left on device",
       {.no_namespaces = true},
       "max_user_namespaces=15000"},
      {"bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
       {.in_container = true},
       "systempaths=unconfined"},
      {"bwrap: No permissions to create new namespace", {.in_container = true}, "seccomp=unconfined"},
      {"bwrap: Unknown option --disable-userns", {}, "bubblewrap 0.8"},
      {"bwrap: Creating new namespace failed: Resource temporarily unavailable", {}, "ulimit -u"},
      {"bwrap: something else", {}, "seedfault doctor"},
  };
  for (const auto& [said, facts, cure] : rows) {
    const Failure failure = refusal(said, facts);
    CAPTURE(failure.remedy);
    CHECK(failure.step == "bubblewrap");
    CHECK(failure.problem == said);
    CHECK(failure.remedy.find(cure) != std::string::npos);
  }
}
