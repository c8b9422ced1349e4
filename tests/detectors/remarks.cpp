#include "detectors/remarks.hpp"

#include "read.hpp"

TEST_CASE("a comment at a place gives the reason for it") {
  struct Row {
    std::string code;
    bool explained;
  };
  for (const auto& row : {
           Row{"send();\n", false},
           Row{"// we do not wait for the mail\nsend();\n", true},
           Row{"// step one\n// we do not wait for the mail\n// step two\nsend();\n", true},
           Row{"send();  // meant: never waits for the mail\n", true},
           Row{"// the pipeline runs them later: no need to wait\nfor (const each of all) {\n  "
               "send(each);\n}\n",
               true},
           Row{"// send the mail to everybody\nsend();\n", false},
           Row{"// eslint-disable-next-line no-floating-promises\nsend();\n", false},
           Row{"// TODO: do not forget to wait\nsend();\n", false},
           Row{"// we do not wait for the mail\nother();\nsend();\n", false},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of("a.ts", row.code);
    bool explained = false;
    for (const auto& call : seen->facts.calls)
      if (call.name == "send") explained = detectors::is_explained(seen->facts, call.node);
    CHECK(explained == row.explained);
  }
}

TEST_CASE("a comment in a handler gives its reason") {
  struct Row {
    std::string comment;
    bool explained;
  };
  for (const auto& row :
       {Row{"", false}, Row{"// ignore", false}, Row{"// the row may be gone already", true},
        Row{"// eslint-disable-line no-empty", false}}) {
    CAPTURE(row.comment);
    const auto seen = facts_of("a.ts", "try {\n  send();\n} catch (error) {\n  " + row.comment + "\n}\n");
    REQUIRE(seen->facts.failures.size() == 1);
    CHECK(detectors::is_explained(seen->facts, seen->facts.failures.front().node) == row.explained);
  }
}
