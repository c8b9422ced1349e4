#include "detectors/facts/traits.hpp"

namespace detectors::facts {
namespace {

Traits script() {
  return {.self = "this",
          .test_files = {".test.js", ".spec.js", ".test.ts", ".spec.ts", ".test.tsx", ".spec.tsx",
                         ".test.mjs", ".test.jsx", ".spec.jsx", ".e2e-spec.ts"},
          .test_folders = {"/tests/", "/test/", "/__tests__/", "/__mocks__/", "/specs/", "/spec/", "/e2e/",
                           "/examples/", "/tutorials/"}};
}

Traits make(syntax::Language language) {
  switch (language) {
    case syntax::Language::python:
      return {.first_is_self = true,
              .test_files = {"_test.py", "conftest.py", "/test.py", "/tests.py"},
              .test_folders = {"/tests/", "/test/", "/testing/", "/unittests/", "/test_", "/testtools/",
                               "/examples/", "/demos/"}};
    case syntax::Language::go:
      return {.errors_are_values = true,
              .test_files = {"_test.go", "_tests.go", "/testing.go", "/testserver.go", "/testservice.go",
                             "/testutil.go", "/testutils.go", "/testhelpers.go"},
              .test_folders = {"/testdata/",  "/testutil/",   "/testutils/",   "testing/", "/tester/",
                               "test/",       "/testserver/", "/integration/", "/tests/",  "/testsuite/",
                               "/fake/",      "/fakes/",      "/mock",         "/hack/",   "/bench/",
                               "/simulator/", "/fuzz/",       "/examples/",    "example/", "/_examples/"}};
    case syntax::Language::java:
      return {.self = "this",
              .bare_fields = true,
              .test_files = {"Test.java", "Tests.java", "IT.java"},
              .test_folders = {"/src/test/",      "/test/",       "/test-framework/", "/testcases/",
                               "/testing/",       "-testing/",    "/fixtures/",       "/testFixtures/",
                               "/src/benchmark/", "/src/jmh/",    "/src/demo/",       "/examples/",
                               "/example/src/",   "-examples/",   "/samples/",        "-samples/",
                               "/src/sample/",    "/sample/",     "/demos/",          "/demo/src/",
                               "/java/demo/",     "/benchmarks/", "/performance/",    "/antsrc/",
                               "/src/tools/",     "-integ/src/",  "/qa-functional/",  "/regression/",
                               "tests/",          "/tests.",      "/tested/"}};
    case syntax::Language::sql:
      return {.test_folders = {"/test/", "/tests/", "/testdata/", "/testing/", "/examples/", "/samples/",
                               "/sample/"}};
    case syntax::Language::javascript:
    case syntax::Language::typescript:
    case syntax::Language::tsx:
      break;
  }
  return script();
}

}  // namespace

const Traits& traits_of(syntax::Language language) {
  static const auto all = [] {
    std::vector<Traits> rows;
    for (const auto each : syntax::languages) rows.push_back(make(each));
    return rows;
  }();
  return all[static_cast<std::size_t>(language)];
}

}  // namespace detectors::facts
