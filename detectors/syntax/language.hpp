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
// Languages that share what is written for them: "script" for JavaScript, TypeScript and TSX; else its own
// name.
[[nodiscard]] std::string_view family_of(Language language);
// JavaScript, TypeScript and TSX.
[[nodiscard]] bool is_script(Language language);
// By the path's extension, case ignored.
[[nodiscard]] std::optional<Language> language_by_path(std::string_view path);

}  // namespace detectors::syntax
