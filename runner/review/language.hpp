// What the matcher knows of reviewers' English: named sets of synonyms, negators, praise, hedges. Data
// (runner/review/english.toml), read once and passed in.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "detectors/source/fault.hpp"

namespace runner::review {

struct LanguageData;
using Language = std::shared_ptr<const LanguageData>;

// `path` is for messages only; `text` is the TOML.
[[nodiscard]] detectors::source::Checked<Language> read_language(std::string path, std::string_view text);

}  // namespace runner::review
