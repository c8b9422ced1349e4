#include "detectors/last_steps.hpp"

#include "read.hpp"

namespace {

struct StepRow {
  std::string body;
  bool holds;
};

void check_steps(bool (*holds)(const detectors::facts::Facts&, detectors::facts::NodeId),
                 const std::string& method, const std::vector<StepRow>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.body);
    const auto seen = facts_of("a.ts", "async function f(id) {\n" + row.body + "}\n");
    bool found = false;
    for (const auto& call : seen->facts.calls)
      if (call.method == method) found = holds(seen->facts, call.node);
    CHECK(found == row.holds);
  }
}

}  // namespace

TEST_CASE("the last step of a function that gives nothing back") {
  check_steps(detectors::is_last_step, "save",
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
  check_steps(
      detectors::is_used_at_once, "findOne",
      {{"return table.findOne({ id }).name;\n", true},
       {"const row = table.findOne({ id });\nreturn row.name;\n", true},
       {"const name = table.findOne({ id }).name;\nconst row = table.findOne({ id });\nsend(row);\n", true},
       {"const row = await table.findOne({ id });\nreturn row.name;\n", false},
       {"return table.findOne({ id }).then(send);\n", false},
       {"return table.findOne({ id });\n", false}});
}

TEST_CASE("a call that is waited for elsewhere in its function") {
  check_steps(detectors::is_awaited_elsewhere, "update",
              {{"if (id) {\n  await this.update(1);\n} else {\n  this.update(2);\n}\n", true},
               {"this.update(1);\nthis.update(2);\n", false},
               {"const g = async () => {\n  await this.update(1);\n};\nthis.update(2);\n", false}});
}
