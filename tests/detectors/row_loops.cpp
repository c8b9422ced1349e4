#include "detectors/row_loops.hpp"

#include "read.hpp"

TEST_CASE("loops that go over rows") {
  check_calls(
      detectors::goes_over_rows, "look",
      {{"for (const row of await sheds.find({})) look(row);\n", true},
       {"const rows = await db.collection('sheds').find({}).toArray();\nrows.map((row) => look(row));\n",
        true},
       {"const shed = await sheds.findOne({});\nfor (const tool of shed.tools) look(tool);\n", false},
       {"for (const id of ids) look(id);\n", false},
       {"const known = ids.find((id) => id > 1);\nfor (const id of known) look(id);\n", false},
       {"look(await sheds.find({}));\n", false}});
}

TEST_CASE("what is gathered over rows") {
  check_calls(
      detectors::goes_over_rows, "all",
      {{"const rows = await sheds.findMany();\nawait Promise.all(rows.map((row) => look(row)));\n", true},
       {"await Promise.all(ids.map((id) => look(id)));\n", false}});
}

TEST_CASE("calls on another object each round") {
  check_calls(detectors::is_called_on_another_each_round, "findOne",
              {{"for (const id of ids) store.collection(id).findOne({});\n", true},
               {"for (const id of ids) store.sheds.findOne({ id });\n", false},
               {"store.findOne({});\n", false}});
}
