// Shared state, set from what was seen before an await.
#include "read.hpp"

TEST_CASE("what was seen before an await is written after it") {
  check_found(
      detectors::find_stale_writes,
      {
          {"a.ts",
           "let total = 0;\nexport async function add(n: number) {\n  const seen = total;\n  await "
           "save(n);\n  total = seen + n;\n}\n",
           "total:5"},
          {"a.ts",
           "let total = 0;\nexport async function add(n: number) {\n  await save(n);\n  total = total + "
           "n;\n}\n",
           ""},
          {"a.ts", "let total = 0;\nexport async function add(n: number) {\n  total += await price(n);\n}\n",
           "total:3"},
          {"a.ts",
           "let client;\nexport async function get() {\n  if (!client) {\n    client = await connect();\n  "
           "}\n  return client;\n}\n",
           "client:4"},
          {"a.ts",
           "let client;\nexport async function get() {\n  if (!client) {\n    client = connect();\n  }\n  "
           "return client;\n}\n",
           ""},
          {"a.ts",
           "export async function add(n: number) {\n  let total = 0;\n  const seen = total;\n  await "
           "save(n);\n  total = seen + n;\n}\n",
           ""},
      });
}
