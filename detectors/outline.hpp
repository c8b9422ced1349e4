// The scopes of a file: what encloses what. And whether a file parses at all.
#pragma once

#include <optional>
#include <string_view>

#include "detectors/source/file.hpp"
#include "detectors/source/scope.hpp"

namespace detectors {

// Element 0 is the file itself, always there: a text in no known language has that scope alone.
[[nodiscard]] source::Outline outline(const source::SourceFile& file);

// The first place that does not parse; none when all of it does, or when the language is not known.
[[nodiscard]] std::optional<source::Position> syntax_error(const source::SourceFile& file);

// "python", "go", "javascript", "typescript", "tsx", "java", "sql"; "" when the path names no known language.
[[nodiscard]] std::string_view language_of(std::string_view path);

}  // namespace detectors
