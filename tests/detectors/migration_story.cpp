#include "detectors/migration_story.hpp"

#include <doctest/doctest.h>

TEST_CASE("a migration knows what it made itself") {
  const auto story = detectors::migration_story(detectors::sql_statements(
      "CREATE TABLE a_new (id int); ALTER TABLE a_new RENAME TO a;"
      "ALTER TABLE b ADD COLUMN IF NOT EXISTS c int, RENAME COLUMN d TO e; ALTER TABLE b CHANGE f g int"));
  CHECK(story.creations == 1);
  CHECK(story.makes("a_new"));
  CHECK(story.makes("a"));
  CHECK_FALSE(story.makes("b"));
  for (const auto* made : {"c", "e", "g"}) CHECK(story.makes("b", made));
  for (const auto* old : {"d", "f"}) CHECK_FALSE(story.makes("b", old));
}

TEST_CASE("tables that only grow, by their names") {
  for (const auto* table :
       {"state_history", "accesshistory", "mail_log", "logs", "login_events", "audit_trail"})
    CHECK(detectors::only_grows(table));
  for (const auto* table : {"blog", "catalog", "dialogs", "historians", "prevents", "vans"})
    CHECK_FALSE(detectors::only_grows(table));
}

TEST_CASE("tools that open a transaction for each file") {
  CHECK(detectors::runs_in_transaction("-- +goose Up\nSELECT 1;"));
  CHECK(detectors::runs_in_transaction("-- migrate:up\nSELECT 1;"));
  CHECK_FALSE(detectors::runs_in_transaction("-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;"));
  CHECK_FALSE(detectors::runs_in_transaction("-- migrate:up transaction:false\nSELECT 1;"));
  CHECK_FALSE(detectors::runs_in_transaction("SELECT 1;"));
}
