#include "detectors/last_steps.hpp"

#include "read.hpp"

TEST_CASE("the last step of a function that gives nothing back") {
  check_calls(detectors::is_last_step, "save",
              {{"open(id);\nsave(id);\n", true},
               {"if (id) {\n  save(id);\n}\n", true},
               {"try {\n  save(id);\n} catch (error) {\n  log(error);\n} finally {\n  stop();\n}\n", true},
               {"if (!id) return;\nsave(id);\n  // that is all\n", true},
               {"save(id);\nopen(id);\n", false},
               {"if (id) {\n  save(id);\n}\nopen(id);\n", false},
               {"if (!id) return 1;\nsave(id);\n", false},
               {"for (const each of id) save(each);\n", false}});
}

TEST_CASE("what a call gives is used at once") {
  check_calls(
      detectors::is_used_at_once, "findOne",
      {{"return table.findOne({ id }).name;\n", true},
       {"const row = table.findOne({ id });\nreturn row.name;\n", true},
       {"const name = table.findOne({ id }).name;\nconst row = table.findOne({ id });\nsend(row);\n", true},
       {"const row = await table.findOne({ id });\nreturn row.name;\n", false},
       {"return table.findOne({ id }).then(send);\n", false},
       {"return table.findOne({ id });\n", false}});
}

TEST_CASE("a call that is waited for elsewhere in its function") {
  check_calls(detectors::is_awaited_elsewhere, "update",
              {{"if (id) {\n  await this.update(1);\n} else {\n  this.update(2);\n}\n", true},
               {"this.update(1);\nthis.update(2);\n", false},
               {"const g = async () => {\n  await this.update(1);\n};\nthis.update(2);\n", false}});
}
