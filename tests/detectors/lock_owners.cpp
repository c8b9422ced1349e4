#include "detectors/lock_owners.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "read.hpp"

TEST_CASE("which function gives back the lock that it takes") {
  const std::string types =
      "package p\nimport \"sync\"\ntype T struct { mu sync.Mutex }\ntype U struct { mu sync.Mutex }\n";
  const std::string takes = "func (t *T) F(n int) {\n\tt.mu.Lock()\n\tif n == 0 {\n\t\treturn\n\t}\n";
  const std::string gives = takes + "\tt.mu.Unlock()\n}\n";
  const std::pair<std::string, bool> rows[] = {
      {gives, true},
      {takes + "}\n", false},
      {gives + "func (own *T) g() {\n\town.mu.Unlock()\n}\n", false},
      {gives + "func (u *U) g() {\n\tu.mu.Unlock()\n}\n", true},
      {gives + "func (own *T) g() {\n\town.mu.Lock()\n\town.mu.Unlock()\n}\n", true},
      {takes + "\tt.finish()\n\tt.mu.Unlock()\n}\n", false},  // of another file
      {"func (t *T) F(n int) {\n\tswitch n {\n\tcase 0:\n\t\tt.mu.Lock()\n\tcase "
       "1:\n\t\tt.mu.Unlock()\n\t}\n}\n",
       false},
  };
  for (const auto& [code, itself] : rows) {
    CAPTURE(code);
    const auto seen = facts_of("a.go", types + code);
    const auto first = std::find_if(seen->facts.calls.begin(), seen->facts.calls.end(),
                                    [](const auto& call) { return call.method == "Lock"; });
    REQUIRE(first != seen->facts.calls.end());
    CHECK(detectors::gives_lock_back_itself(seen->facts, first->node) == itself);
  }
}
