// Work that is started for each element of a loop.
#include "read.hpp"

TEST_CASE("work started beside the function, once for each element") {
  check_found(
      detectors::find_spawns,
      {
          {"a.go", "package a\nfunc f(xs []string) {\n\tfor _, x := range xs {\n\t\tgo g(x)\n\t}\n}\n",
           "g:4"},
          {"a.go", "package a\nfunc f(xs []string) {\n\tgo g(xs)\n}\n", ""},
          {"a.go", "package a\nfunc f() {\n\tfor i := 0; i < 4; i++ {\n\t\tgo g(i)\n\t}\n}\n", ""},
          {"a.go",
           "package a\nfunc f(xs []string) {\n\tsem := make(chan struct{}, 4)\n\tfor _, x := range xs "
           "{\n\t\tsem <- struct{}{}\n\t\tgo g(x)\n\t}\n}\n",
           "g:6"},
      });
}
