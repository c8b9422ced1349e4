#include "detectors/held.hpp"

#include "detectors/relations.hpp"
#include "read.hpp"

namespace {

// Of the calls of `outer`: what they hold that reaches the network.
std::string held(const std::string& path, const std::string& code, std::string_view outer) {
  const auto seen = facts_of(path, code);
  detectors::Relations rule;
  rule.holds.labels.set(*seen->facts.tables->label("outbound"));
  std::string result;
  for (const auto& call : seen->facts.calls) {
    if (call.method != outer && call.name != outer) continue;
    detectors::Candidate candidate{.node = call.node, .call = &call};
    if (detectors::held_fits(seen->facts, rule, candidate)) result += candidate.fields.at("held") + ";";
  }
  return result;
}

}  // namespace

TEST_CASE("what is done inside of a call, or by what it hands on") {
  struct Row {
    std::string path, code, outer, held;
  };
  for (const auto& row : {
           Row{"a.py", "import requests\nrun(requests.post(u))\n", "run", "requests.post;"},
           Row{"a.py", "import requests\nrun(1)\nrequests.post(u)\n", "run", ""},
           Row{"a.py", "import requests\ndef g():\n    requests.post(u)\nrun(g)\n", "run", "requests.post;"},
           Row{"a.py", "import requests\ndef g():\n    pass\nrun(g)\nrequests.post(u)\n", "run", ""},
           Row{"a.ts", "run(() => fetch(u));\n", "run", "fetch;"},
           Row{"a.ts", "const all = xs.map((x) => fetch(x));\nPromise.all(all);\n", "all", "fetch;"},
           Row{"a.ts", "Promise.all([fetch(a), fetch(b)]);\n", "all", ""},  // as many as are written there
           Row{"a.py",
               "import asyncio, httpx\nasync def f(c: httpx.AsyncClient):\n    await "
               "asyncio.gather(*[c.get(i) for i in x])\n",
               "gather", "c.get;"},
           Row{"a.py",
               "import asyncio, httpx\nasync def f(c: httpx.AsyncClient):\n    await "
               "asyncio.gather(c.get(1), c.get(2))\n",
               "gather", ""},
       }) {
    CAPTURE(row.code);
    CHECK(held(row.path, row.code, row.outer) == row.held);
  }
}
