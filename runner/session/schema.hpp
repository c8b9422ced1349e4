// The store's schema as numbered steps. A step is never edited once it has been released: add the next one to
// the last of its sources, schema_later.cpp. Plain SQL that PostgreSQL takes as well: no AUTOINCREMENT, no
// WITHOUT ROWID, integers and texts only.
#pragma once

#include <span>
#include <string_view>

namespace runner::session {

[[nodiscard]] std::span<const std::string_view> first_schema_steps();  // attempts, comments, scores, people
[[nodiscard]] std::span<const std::string_view> later_schema_steps();  // packs, outcomes, pair sessions

}  // namespace runner::session
