// The languages that we can parse, and which one a path names.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace detectors::syntax {

enum class Language { python, go, javascript, typescript, tsx, java, sql };

inline constexpr std::array<Language, 7> languages{Language::python,     Language::go,  Language::javascript,
                                                   Language::typescript, Language::tsx, Language::java,
                                                   Language::sql};

[[nodiscard]] std::string_view name_of(Language language);
[[nodiscard]] std::optional<Language> language_named(std::string_view name);
// By the path's extension, case ignored.
[[nodiscard]] std::optional<Language> language_by_path(std::string_view path);

}  // namespace detectors::syntax
