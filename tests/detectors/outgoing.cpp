// What around a call that goes out makes it harmless that it has no deadline.
#include "detectors/outgoing.hpp"

#include "read.hpp"

namespace {

// Of the call of fetch or axios.
std::string harmless_for(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  const auto& facts = seen->facts;
  std::string result = detectors::lies_aside(facts) ? "aside" : "";
  for (const auto& call : facts.calls) {
    if (call.name != "fetch" && call.name != "axios") continue;
    if (detectors::moves_a_file(facts, call.node)) result.append(result.empty() ? "" : " ").append("bulk");
    if (detectors::has_limit_elsewhere(facts, call.node))
      result.append(result.empty() ? "" : " ").append("limit");
  }
  return result;
}

}  // namespace

TEST_CASE("what makes a call without a deadline harmless") {
  struct Row {
    std::string path, code, found;
  };
  for (const auto& row : {
           Row{"rates.ts", "async function f() {\n  return fetch(url);\n}\n", ""},
           Row{"sandbox/rates.ts", "async function f() {\n  return fetch(url);\n}\n", "aside"},
           Row{"rates.ts", "import chalk from 'chalk';\nconst f = () => fetch(url);\n", "aside"},
           Row{"rates.ts", "const downloadRates = async () => fetch(url);\n", "bulk"},
           Row{"rates.ts", "const f = async (file) => fetch(url, { method: 'PUT', body: file });\n", "bulk"},
           Row{"rates.ts", "const f = async (rate) => fetch(url, { method: 'PUT', body: rate });\n", ""},
           Row{"rates.ts", "const f = async (out) => (await fetch(url)).body.pipe(out);\n", "bulk"},
           Row{"rates.ts", "const f = (late) => Promise.race([fetch(url), late]);\n", "limit"},
           Row{"rates.ts", "const f = (request) => fetch(request);\n", "limit"},
           Row{"rates.ts", "const f = () => {\n  const options = { url };\n  return axios(options);\n};\n",
               ""},
           Row{"rates.ts", "axios.defaults.timeout = 500;\nconst f = () => fetch(url);\n", "limit"},
       }) {
    CAPTURE(row.path);
    CAPTURE(row.code);
    CHECK(harmless_for(row.path, row.code) == row.found);
  }
}
