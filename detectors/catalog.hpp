// What the detectors know: the defect classes (detectors/classes/<class>.toml) and the rules that find them
// (detectors/rules/<class>/<rule>.toml), read from the data directory.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/fault.hpp"
#include "detectors/source/taxonomy.hpp"

namespace detectors {

struct DefectClass {
  std::string id;  // the file's name without ".toml"
  std::string title;
  std::string pattern;   // an id of source::outage_patterns
  std::string skill;     // an id of source::skills
  std::string instinct;  // an id of source::instincts, or ""
  std::string what;      // one or two sentences each
  std::string why;
  std::string fix;
  source::Words words;
};

[[nodiscard]] source::Checked<std::vector<DefectClass>> load_classes(const std::filesystem::path& folder);

struct RuleSet;  // compiled rules; rules.hpp is for those who write or test them

struct Catalog {
  std::vector<DefectClass> classes;  // sorted by id
  std::shared_ptr<const RuleSet> rules;
};

// `data` is the folder that holds detectors/. Every fault of every file is reported at once.
[[nodiscard]] source::Checked<Catalog> load_catalog(const std::filesystem::path& data);
// With rules/ and tables/ of a team's own folder added; either may be missing.
[[nodiscard]] source::Checked<Catalog> load_catalog(const std::filesystem::path& data,
                                                    const std::filesystem::path& own);

// nullptr when there is no such class.
[[nodiscard]] const DefectClass* find_class(const Catalog& catalog, std::string_view id);

}  // namespace detectors
