#include "detectors/one_shot.hpp"

#include <doctest/doctest.h>

#include "read.hpp"

TEST_CASE("which Go code no service runs") {
  struct Row {
    std::string path, code;
    bool once;
  };
  const std::string main = "package main\n";
  for (const auto& row : {
           Row{"a.go", "package a\nfunc f() {}\n", false},
           Row{"a.go", "//go:build ignore\n\npackage a\nfunc f() {}\n", true},
           Row{"a.go", "// +build ignore\n\npackage a\nfunc f() {}\n", true},
           Row{"a.go", "//go:build !ignore\n\npackage a\nfunc f() {}\n", false},
           Row{"a.go", "//go:build linux\n\npackage a\nfunc f() {}\n", false},
           Row{"cmd/generateCodes/a.go", "package a\nfunc f() {}\n", true},
           Row{"generic/latest.go", "package a\nfunc f() {}\n", false},
           Row{"a.go", "package a\nimport \"testing\"\nfunc f(t *testing.T) {}\n", true},
           Row{"a.go", main + "func main() {\n\tf()\n}\n", true},
           Row{"a.go", main + "func main() {\n\tfor {\n\t\tf()\n\t}\n}\n", false},
           Row{"a.go", main + "func main() {\n\tfor {\n\t\tif f() {\n\t\t\tbreak\n\t\t}\n\t}\n}\n", true},
           Row{"a.go", main + "import \"net/http\"\nfunc main() {\n\thttp.ListenAndServe(\":80\", nil)\n}\n",
               false},
           Row{"a.go", main + "func f() {}\n", true},
           Row{"a.go", main + "import \"context\"\nfunc f(ctx context.Context) {}\n", false},
       }) {
    CAPTURE(row.path);
    CAPTURE(row.code);
    CHECK(detectors::runs_once(facts_of(row.path, row.code)->facts) == row.once);
  }
}
