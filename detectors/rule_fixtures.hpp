// Marked code that proves a rule beyond its examples. `ruleid: <rule>` stands on the line above an expected
// finding, `ok: <rule>` above a tempting clean line; the findings of the class must be exactly the expected
// ones, and in a folder that is named as no class those of all rules. `todoruleid` and `todook` mark known
// gaps, and are told when they no longer hold. `high: <rule>` and `low: <rule>` are `ruleid` with the
// confidence of the finding.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "detectors/catalog.hpp"
#include "detectors/source/file.hpp"

namespace detectors {

struct FixtureMarks {
  using Mark = std::pair<int, std::string>;  // the line that it speaks of, and the rule
  std::set<Mark> ruleid, ok, todoruleid, todook, high, low;
};

[[nodiscard]] FixtureMarks marks_of(const source::SourceFile& file);

// What does not hold, with the place of each. The file's path ends in "<class>/<name>.<ending>". `before` is
// the text that a change made into this one, from "<class>/<name>.before.<ending>".
[[nodiscard]] source::Faults check_fixture(const source::SourceFile& file, const Catalog& catalog,
                                           const std::string* before = nullptr);
// "<name>.before.<ending>": the other side of a fixture, none of its own.
[[nodiscard]] bool is_fixtures_before(const std::filesystem::path& path);
// Where the other side of a fixture is kept.
[[nodiscard]] std::filesystem::path fixtures_before(const std::filesystem::path& path);

}  // namespace detectors
