// A text with its facts, in any language.
#pragma once

#include <memory>

#include "data.hpp"
#include "detectors/facts/facts.hpp"
#include "detectors/rules.hpp"

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
