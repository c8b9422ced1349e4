// Which rules can have something to say of a text, by its words alone: a file in which no rule's words stand
// need not be parsed. It may name a rule too many, never one too few.
#pragma once

#include <string_view>
#include <vector>

#include "detectors/facts/clues.hpp"
#include "detectors/rules.hpp"
#include "detectors/scan.hpp"

namespace detectors {

// What a rule needs to find in a text: all of these.
struct Needs {
  const Rule* rule = nullptr;
  struct Calls {
    facts::Labels labels;            // a call with one of these,
    std::vector<facts::Word> names;  // or one whose name ends with one of these
  };
  std::vector<Calls> calls;
  using AnyOf = std::vector<facts::Word>;
  std::vector<AnyOf> words;              // one word of each
  std::vector<std::vector<AnyOf>> ways;  // and all that one of these ways asks for; empty: nothing
  std::vector<AnyOf> stems;              // one stem of each, in some name
  bool not_in_tests = false;
};

class Prefilter {
 public:
  // `set` must outlive it.
  Prefilter(const RuleSet& set, syntax::Language language);
  // In the order of the set. `compares` when there is a text from before a change.
  [[nodiscard]] std::vector<const Rule*> rules_for(std::string_view path, std::string_view text,
                                                   bool compares) const;

 private:
  void drop_without_stems(std::string_view text, std::vector<const Needs*>& needs) const;

  syntax::Language language_;
  facts::Lexicon lexicon_;
  facts::Lexicon stems_;
  facts::Clues clues_;
  std::vector<Needs> needs_;
};

// What a scan would find without the filter: what the filter is held against.
[[nodiscard]] Scan scan_unfiltered(const source::SourceFile& file, const Catalog& catalog);

}  // namespace detectors
