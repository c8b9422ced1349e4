#include "detectors/syntax/language.hpp"

#include <cctype>
#include <string>

#include "detectors/syntax/grammar.hpp"

extern "C" {
const TSLanguage* tree_sitter_python(void);
const TSLanguage* tree_sitter_go(void);
const TSLanguage* tree_sitter_javascript(void);
const TSLanguage* tree_sitter_typescript(void);
const TSLanguage* tree_sitter_tsx(void);
const TSLanguage* tree_sitter_java(void);
const TSLanguage* tree_sitter_sql(void);
}

namespace detectors::syntax {
namespace {

struct Row {
  Language language;
  std::string_view name;
  const TSLanguage* (*grammar)();
};
constexpr std::array<Row, 7> rows{{
    {Language::python, "python", tree_sitter_python},
    {Language::go, "go", tree_sitter_go},
    {Language::javascript, "javascript", tree_sitter_javascript},
    {Language::typescript, "typescript", tree_sitter_typescript},
    {Language::tsx, "tsx", tree_sitter_tsx},
    {Language::java, "java", tree_sitter_java},
    {Language::sql, "sql", tree_sitter_sql},
}};

struct Extension {
  std::string_view ending;
  Language language;
};
constexpr std::array<Extension, 14> extensions{{
    {"py", Language::python},
    {"pyi", Language::python},
    {"pyw", Language::python},
    {"go", Language::go},
    {"js", Language::javascript},
    {"jsx", Language::javascript},
    {"mjs", Language::javascript},
    {"cjs", Language::javascript},
    {"ts", Language::typescript},
    {"mts", Language::typescript},
    {"cts", Language::typescript},
    {"tsx", Language::tsx},
    {"java", Language::java},
    {"sql", Language::sql},
}};

const Row& row_of(Language language) { return rows[static_cast<std::size_t>(language)]; }

}  // namespace

std::string_view name_of(Language language) { return row_of(language).name; }

bool is_script(Language language) {
  return language == Language::javascript || language == Language::typescript || language == Language::tsx;
}

std::string_view family_of(Language language) { return is_script(language) ? "script" : name_of(language); }

const TSLanguage* grammar(Language language) { return row_of(language).grammar(); }

std::optional<Language> language_named(std::string_view name) {
  for (const auto& row : rows)
    if (row.name == name) return row.language;
  return std::nullopt;
}

std::optional<Language> language_by_path(std::string_view path) {
  const auto slash = path.rfind('/');
  const auto file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const auto dot = file.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  std::string ending(file.substr(dot + 1));
  for (auto& letter : ending) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  for (const auto& extension : extensions)
    if (extension.ending == ending) return extension.language;
  return std::nullopt;
}

}  // namespace detectors::syntax
