// Fields of an object that its methods change.
#include "read.hpp"

TEST_CASE("what every request shares and a method changes") {
  check_found(
      detectors::find_field_writes,
      {
          {"a.go", "package p\ntype Server struct{ n int }\nfunc (s *Server) f() {\n\ts.n = 1\n\ts.n++\n}\n",
           "n:4; n:5"},
          {"a.go",
           "package p\ntype Server struct{ m map[string]int }\nfunc (s *Server) f(k string) {\n\ts.m[k] = 1\n"
           "\tdelete(s.m, k)\n}\n",
           "m:4; m:5"},
          {"a.go", "package p\ntype Order struct{ n int }\nfunc (s *Order) f() {\n\ts.n = 1\n}\n",
           ""},  // one each
          {"a.go", "package p\ntype Server struct{ n int }\nfunc (s *Server) f(o *Server) {\n\to.n = 1\n}\n",
           ""},
          {"a.go", "package p\ntype Server struct{ n int }\nfunc (s *Server) f() {\n\tn := 1\n\tn = 2\n}\n",
           ""},
          {"a.go",
           "package p\nimport \"sync\"\ntype Server struct{ n int; once sync.Once }\nfunc (s *Server) f() {\n"
           "\ts.once.Do(func() { s.n = 1 })\n}\n",
           ""},
          {"A.java", "class AService {\n  int n;\n  void f() { n = 1; this.n += 2; }\n}\n", "n:3; n:3"},
          {"A.java", "class Order {\n  int n;\n  void f() { n = 1; }\n}\n", ""},  // one each
          {"A.java", "class AService {\n  int n;\n  void f(int n) { n = 1; }\n}\n", ""},
          {"A.java", "class AService {\n  int n;\n  void f() { int n = 1; n = 2; }\n}\n", ""},
          {"A.java",
           "class AService {\n  Map<String, Integer> m = new HashMap<>();\n  void f() { m.put(a, b); }\n}\n",
           "m:3"},
          {"A.java",
           "class AService {\n  Map<String, Integer> m = new HashMap<>();\n  int f() { return m.get(a); "
           "}\n}\n",
           ""},
      });
}

TEST_CASE("a collection that bears threads is told apart") {
  for (const auto& [made, kind] : {std::pair{"new HashMap<>()", "plain"},
                                   {"new ConcurrentHashMap<>()", "guarded"},
                                   {"Collections.synchronizedMap(new HashMap<>())", "guarded"},
                                   {"new Registry()", "guarded"}}) {
    CAPTURE(made);
    const auto seen = facts_of(
        "A.java", fmt::format("class AService {{\n  Map m = {};\n  void f() {{ m.put(a, b); }}\n}}\n", made));
    std::vector<detectors::Candidate> found;
    detectors::find_field_writes(seen->facts, found);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fields.at("kind") == kind);
  }
}
