#include "detectors/lock_copies.hpp"

#include <doctest/doctest.h>

#include "read.hpp"

namespace {

const std::string types = R"(package p
import "sync"
type Till struct { mu sync.Mutex }
type Shop struct { till Till }
type Book struct { mu *sync.Mutex }
type Chain struct { next *Chain; tills []Till }
type Idle struct { idle sync.Mutex }
func (t *Till) open() { t.mu.Lock() }
)";

std::string copied_in(const std::string& function) {
  const auto seen = facts_of("a.go", types + function);
  std::string names;
  for (detectors::facts::NodeId i = 0; i < seen->facts.tree.size(); ++i)
    if (seen->facts.tree.kind(i) == "parameter_declaration" && detectors::copies_a_lock(seen->facts, i))
      names += std::string(seen->facts.text(i)) + ";";
  return names;
}

}  // namespace

TEST_CASE("a lock goes along with what holds it by value") {
  const std::pair<std::string, std::string> rows[] = {
      {"func f(mu sync.Mutex) {}", "mu sync.Mutex;"},
      {"func f(mu *sync.Mutex) {}", ""},
      {"func (t Till) F() {}", "t Till;"},
      {"func (t *Till) F() {}", ""},
      {"func (i Idle) F() {}", ""},  // a lock that nobody takes
      {"func f(s Shop, b Book) {}", "s Shop;"},
      {"func f(c Chain, all []Till, by map[string]Till) {}", ""},
      {"func (e Elsewhere) F(o Other) {}", ""},  // declared in another file
      {"func f(pool sync.Pool) {}", ""},
  };
  for (const auto& [function, expected] : rows) {
    CAPTURE(function);
    CHECK(copied_in(function) == expected);
  }
}
