// A text with its facts, in any language.
#pragma once

#include <memory>

#include "data.hpp"
#include "detectors/facts/facts.hpp"
#include "detectors/rules.hpp"
#include "detectors/subjects.hpp"

struct FactsOf {
  detectors::source::SourceFile file;
  detectors::facts::Facts facts;
};

inline std::unique_ptr<FactsOf> facts_of(const std::string& path, const std::string& code) {
  using namespace detectors;
  auto result = std::make_unique<FactsOf>();
  result->file = source::SourceFile(path, code);
  const auto language = *syntax::language_by_path(path);
  std::string note;
  const auto& set = *real_catalog().rules;
  const auto* lowering = set.lowerings.of(language, note);
  REQUIRE(lowering != nullptr);
  result->facts =
      facts::gather(result->file, *syntax::parse(code, language).tree, *lowering, set.of(language));
  return result;
}

using Finder = void (*)(const detectors::facts::Facts&, std::vector<detectors::Candidate>&);

// The candidates' names, or what is written there, each with its line.
inline std::string found_by(Finder find, const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  std::vector<detectors::Candidate> found;
  find(seen->facts, found);
  std::string result;
  for (const auto& each : found)
    result += fmt::format("{}{}:{}", result.empty() ? "" : "; ",
                          each.name.empty() ? detectors::shown(seen->facts, each.node) : each.name,
                          seen->facts.line(each.node));
  return result;
}

struct FinderRow {
  std::string path, code, found;
};

inline void check_found(Finder find, const std::vector<FinderRow>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.code);
    CHECK(found_by(find, row.path, row.code) == row.found);
  }
}

struct HoldsRow {
  std::string body;  // of an async function of TypeScript
  bool holds;
};

// Whether it holds of the last call of `method`.
inline void check_calls(bool (*holds)(const detectors::facts::Facts&, detectors::facts::NodeId),
                        const std::string& method, const std::vector<HoldsRow>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.body);
    const auto seen = facts_of("a.ts", "async function f(id, ids) {\n" + row.body + "}\n");
    bool found = false;
    for (const auto& call : seen->facts.calls)
      if (call.method == method) found = holds(seen->facts, call.node);
    CHECK(found == row.holds);
  }
}
