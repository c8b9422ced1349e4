// What the matcher knows of reviewers' English: named sets of synonyms, negators, praise, hedges. Data
// (runner/review/english/*.toml: synonyms.toml, polarity.toml, …), read once and passed in.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "detectors/source/fault.hpp"

namespace runner::review {

struct LanguageData;
using Language = std::shared_ptr<const LanguageData>;

struct LanguageFile {
  std::string path;  // for messages; its last part without ".toml" tells what the file holds
  std::string text;
};

[[nodiscard]] detectors::source::Checked<Language> read_language(const std::vector<LanguageFile>& files);

}  // namespace runner::review
