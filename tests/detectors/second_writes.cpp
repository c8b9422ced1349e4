// A write that follows another, each committed by itself.
#include "read.hpp"

TEST_CASE("two writes without a transaction") {
  const std::string head = "package p\nimport \"database/sql\"\nfunc f(db *sql.DB) {\n";
  check_found(
      detectors::find_second_writes,
      {
          {"a.go", head + "\tdb.Exec(\"INSERT INTO a VALUES (1)\")\n\tdb.Exec(\"UPDATE b SET c = 1\")\n}\n",
           "db.Exec:5"},
          {"a.go", head + "\tdb.Exec(\"INSERT INTO a VALUES (1)\")\n\tdb.Query(\"SELECT 1\")\n}\n", ""},
          {"a.go", head + "\tdb.Exec(\"UPDATE b SET c = 1\")\n}\n", ""},
      });
}
