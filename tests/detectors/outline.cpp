#include "detectors/outline.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace detectors;
using source::ScopeKind;

namespace {

// "function Gateway.charge 5-12" a scope, statements and the file left out.
std::vector<std::string> wide_scopes(const std::string& path, const std::string& text) {
  std::vector<std::string> result;
  for (const auto& scope : outline({path, text})) {
    std::string kind;
    switch (scope.kind) {
      case ScopeKind::type:
        kind = "type ";
        break;
      case ScopeKind::function:
        kind = "function ";
        break;
      case ScopeKind::loop:
        kind = "loop ";
        break;
      case ScopeKind::block:
        kind = "block ";
        break;
      case ScopeKind::file:
      case ScopeKind::statement:
        continue;
    }
    result.push_back(kind + scope.name + (scope.name.empty() ? "" : " ") + source::to_string(scope.lines));
  }
  return result;
}
using List = std::vector<std::string>;

void check_invariants(const source::Outline& outline) {
  REQUIRE(!outline.empty());
  CHECK(outline[0].kind == ScopeKind::file);
  for (std::size_t i = 1; i < outline.size(); ++i) {
    REQUIRE(outline[i].parent.has_value());
    const auto& parent = outline[*outline[i].parent];
    CHECK(*outline[i].parent < i);
    CHECK(source::contains(parent.bytes, outline[i].bytes));
    CHECK(source::contains(outline[i].lines, outline[i].header));
    for (std::size_t j = 1; j < i; ++j)
      if (outline[j].parent == outline[i].parent)
        CHECK_FALSE(source::overlap(outline[j].bytes, outline[i].bytes));
  }
}

constexpr auto python = R"(import os

class Gateway:
    @retry
    def charge(self, orders):
        for order in orders:
            if order:
                send(
                    order,
                )
            else:
                pass
        return 1

def plain():
    with open(a) as b:
        pass
)";

}  // namespace

TEST_CASE("python") {
  CHECK(wide_scopes("a.py", python) == List{"type Gateway 3-13", "function Gateway.charge 4-13", "loop 6-12",
                                            "block 7-12", "block 11-12", "function plain 15-17",
                                            "block 16-17"});
  const auto outline = detectors::outline({"a.py", python});
  check_invariants(outline);
  const auto charge = source::named(outline, "charge");
  REQUIRE(charge.has_value());
  CHECK(source::to_string(outline[*charge].header) == "5");
  const auto call = source::innermost(outline, {source::Line{9}, source::Line{9}});
  CHECK(outline[call].kind == ScopeKind::statement);
  CHECK(source::to_string(outline[call].lines) == "8-10");
  const auto head = source::innermost(outline, {source::Line{6}, source::Line{6}});
  CHECK(outline[head].kind == ScopeKind::statement);
  CHECK(outline[*outline[head].parent].kind == ScopeKind::loop);
}

TEST_CASE("go") {
  const std::string text = R"(package pay

// Gateway calls the gateway.
type Gateway struct {
	url string
}

// Charge charges.
func (g *Gateway) Charge(ids []string) error {
	for _, id := range ids {
		if err := g.send(id); err != nil {
			return err
		}
	}
	go func() { work() }()
	return nil
}
)";
  CHECK(wide_scopes("a.go", text) ==
        List{"type Gateway 3-6", "function Gateway.Charge 8-17", "loop 10-14", "block 11-13", "function 15"});
  check_invariants(outline({"a.go", text}));
}

TEST_CASE("javascript and typescript") {
  const std::string text = R"(// charges
export async function charge(orders) {
  for (const order of orders) {
    await send(order)
  }
}

class Client {
  fetch(id) {
    try { return get(id) } catch (e) { return null }
  }
}
const pay = async (order) => {
  return order
}
)";
  const List expected{"function charge 1-6",        "loop 3-5", "type Client 8-12",
                      "function Client.fetch 9-11", "block 10", "block 10",
                      "function pay 13-15"};
  for (const auto* path : {"a.js", "a.ts", "a.tsx"}) {
    CHECK(wide_scopes(path, text) == expected);
    check_invariants(outline({path, text}));
  }
}

TEST_CASE("java") {
  const std::string text = R"(class Gateway {
  /** Charges. */
  @Transactional
  public void charge(List<Order> orders) {
    for (Order order : orders) {
      send(order);
    }
    while (true) { break; }
  }
}
)";
  CHECK(wide_scopes("A.java", text) ==
        List{"type Gateway 1-10", "function Gateway.charge 2-9", "loop 5-7", "loop 8"});
  check_invariants(outline({"A.java", text}));
}

TEST_CASE("sql") {
  const std::string text = "CREATE TABLE orders (id int);\nALTER TABLE orders ADD COLUMN a int;\n";
  const auto scopes = outline({"a.sql", text});
  check_invariants(scopes);
  CHECK(source::named(scopes, "orders").has_value());
  const auto second = source::innermost(scopes, {source::Line{2}, source::Line{2}});
  CHECK(scopes[second].kind == ScopeKind::statement);
}

TEST_CASE("a text in no known language has the file alone") {
  const auto scopes = outline({"notes.txt", "a\nb\n"});
  REQUIRE(scopes.size() == 1);
  CHECK(source::to_string(scopes[0].lines) == "1-2");
  CHECK(outline({"a.py", ""}).size() == 1);
}

TEST_CASE("the first place that does not parse") {
  CHECK_FALSE(syntax_error({"a.py", python}).has_value());
  CHECK_FALSE(syntax_error({"notes.txt", "def ("}).has_value());
  const auto error = syntax_error({"a.py", "x = 1\ny = = 2\n"});
  REQUIRE(error.has_value());
  CHECK(error->line == source::Line{2});
}

TEST_CASE("languages by path") {
  struct Row {
    std::string_view path, language;
  };
  for (const auto& row :
       {Row{"a/b.py", "python"}, Row{"b.pyi", "python"}, Row{"m.go", "go"}, Row{"m.mjs", "javascript"},
        Row{"m.jsx", "javascript"}, Row{"m.ts", "typescript"}, Row{"m.TSX", "tsx"}, Row{"A.java", "java"},
        Row{"up.sql", "sql"}, Row{"README.md", ""}, Row{"Makefile", ""}, Row{".py", ""}, Row{"a.py/b", ""},
        Row{"", ""}})
    CHECK(language_of(row.path) == row.language);
}
