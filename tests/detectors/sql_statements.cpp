#include "detectors/sql_statements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using Texts = std::vector<std::string>;

Texts statements(const std::string& sql) {
  Texts texts;
  for (const auto& each : detectors::sql_statements(sql)) texts.push_back(each.text);
  return texts;
}

}  // namespace

TEST_CASE("statements end at semicolons outside of quotes and comments, and at a line that says so") {
  struct Row {
    std::string sql;
    Texts statements;
  };
  for (const auto& row : {
           Row{"SELECT 1; SELECT 2", {"select 1", "select 2"}},
           Row{"SELECT ';' ; SELECT 2", {"select ' ", "select 2"}},
           Row{"SELECT E'\\'' ; SELECT 2", {"select e' ", "select 2"}},
           Row{"# it's a note\nSELECT 1", {"select 1"}},
           Row{"\\p it's said\nSELECT 1", {"select 1"}},
           Row{"SELECT 1\nGO\nSELECT 2\n/\nSELECT 3", {"select 1 ", "select 2 ", "select 3"}},
           Row{"SELECT a\n/ b", {"select a / b"}},
       }) {
    CAPTURE(row.sql);
    CHECK(statements(row.sql) == row.statements);
  }
}

TEST_CASE("names come without quotes, without schema where that is asked") {
  CHECK(detectors::name_after("alter table if exists `a` drop b", "alter table ") == "a");
  CHECK(detectors::name_after("create index x on [dbo].[a] (b)", " on ") == "dbo.a");
  CHECK(detectors::name_after("drop table a", "truncate ").empty());
  CHECK(detectors::table_name("dbo.a") == "a");
  CHECK(detectors::table_name("a") == "a");
}

TEST_CASE("the actions of ALTER TABLE come one by one") {
  CHECK(detectors::alter_actions("alter table only a add column b numeric(8,2), drop column c") ==
        Texts{"add column b numeric(8,2)", "drop column c"});
  CHECK(detectors::alter_actions("create table a (b int)").empty());
}

TEST_CASE("references without an index") {
  const auto unindexed = [](std::string_view sql) {
    const auto all = detectors::sql_statements(sql);
    std::string result;
    for (const auto& each : detectors::unindexed_references(all.at(0), detectors::indexes_of(all)))
      result += each + " ";
    return result;
  };
  CHECK(unindexed("create table a (id int primary key, b_id int references b (id))") == "a.b_id ");
  CHECK(unindexed("create table a (id int, b_id int references b (id)); create index i on a (b_id)").empty());
  CHECK(unindexed("create table a (id int, b_id int references b (id)); create index i on a (id, b_id)") ==
        "a.b_id ");
  CHECK(unindexed("create table a (b_id int references b (id), primary key (b_id))").empty());
  CHECK(unindexed("create table a (id int)").empty());
}
