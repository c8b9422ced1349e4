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
