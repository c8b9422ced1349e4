// Which way a step of a migration goes, and whether the migration itself says that what the step takes away
// is no loss.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// In upgrade() or up(), in a function that these call, or, where a migration is a list, at the top of it.
[[nodiscard]] bool goes_up(const facts::Facts& facts, facts::NodeId id);
// In downgrade() or down(), or in a function that nothing else calls.
[[nodiscard]] bool goes_down(const facts::Facts& facts, facts::NodeId id);
// The column or table that the call takes away or renames is made by the same migration, before or after it;
// or its name is not known, as a helper's.
[[nodiscard]] bool made_by_same_migration(const facts::Facts& facts, facts::NodeId call);
// The path says that what goes is in use no more: the second half of expand and contract.
[[nodiscard]] bool contracts(const facts::Facts& facts);
// The file tells its tool to open no transaction for it, or leaves the one that is open.
[[nodiscard]] bool opens_no_transaction(const facts::Facts& facts);
// An SQL file of Flyway, golang-migrate, goose, dbmate or Prisma: it is run when a release goes out.
[[nodiscard]] bool is_run_by_tool(const facts::Facts& facts);
// The path, or the way that tables are altered, says SQLite: one process has it for itself.
[[nodiscard]] bool is_embedded(const facts::Facts& facts);

}  // namespace detectors
