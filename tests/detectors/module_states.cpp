#include "read.hpp"

#include "detectors/subjects.hpp"

namespace {

// The names of the variables, with the lines where they are changed.
std::string states(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  std::vector<detectors::Candidate> found;
  detectors::find_module_states(seen->facts, found);
  std::string result;
  for (const auto& each : found)
    result += (result.empty() ? "" : " ") + each.name + ":" + std::to_string(seen->facts.line(each.node));
  return result;
}

}  // namespace

TEST_CASE("what one process keeps in a variable of its own and changes") {
  struct Row {
    std::string path, code, states;
  };
  for (const auto& row : {
           Row{"a.py", "seen = {}\ndef f(k):\n    seen[k] = 1\n", "seen:3"},
           Row{"a.py", "seen = set()\ndef f(k):\n    seen.add(k)\n", "seen:3"},
           Row{"a.py", "count = 0\ndef f():\n    global count\n    count += 1\n", "count:4"},
           Row{"a.py", "seen = {}\nseen['a'] = 1\n", ""},                       // while the file is read
           Row{"a.py", "names = {'a': 1}\ndef f(k):\n    names[k] = 1\n", ""},  // begins as a table
           Row{"a.py", "def f(k):\n    seen = {}\n    seen[k] = 1\n", ""},      // of the function
           Row{"a.py", "seen = {}\ndef f(k):\n    return seen.get(k)\n", ""},   // only read
           Row{"a.py", "seen = {}\ndef f(seen, k):\n    seen[k] = 1\n", ""},    // another of that name
           Row{"a.py",
               "from collections import defaultdict\nhits = defaultdict(int)\ndef f(k):\n    hits[k] += 1\n",
               "hits:4"},
           Row{"a.go", "package p\nvar seen = map[string]bool{}\nfunc f(k string) {\n\tseen[k] = true\n}\n",
               "seen:4"},
           Row{"a.go",
               "package p\nvar seen = make(map[string]bool)\nfunc f(k string) {\n\tseen[k] = true\n}\n",
               "seen:4"},
           Row{"a.go", "package p\nfunc f(k string) {\n\tseen := map[string]bool{}\n\tseen[k] = true\n}\n",
               ""},
           Row{"a.ts",
               "const seen = new Map<string, number>();\nexport function f(k: string) {\n  seen.set(k, "
               "1);\n}\n",
               "seen:3"},
           Row{"a.ts", "const seen = new Map();\nseen.set('a', 1);\n", ""},
           Row{"a.js", "let n = 0;\nfunction f() {\n  n += 1;\n}\n", "n:3"},
       }) {
    CAPTURE(row.code);
    CHECK(states(row.path, row.code) == row.states);
  }
}
