#include "detectors/load_match.hpp"

#include <fmt/format.h>

#include <tuple>

#include "detectors/contexts.hpp"
#include "detectors/read.hpp"
#include "detectors/syntax/expression.hpp"

namespace detectors {
namespace {

using source::Manifest;

constexpr std::array<std::string_view, 21> subjects{
    "call",         "lazy-load",       "row-update",     "insert-after-check", "except",
    "retry-loop",   "log-value",       "error-response", "sql-text",           "spawn",
    "shared-write", "second-write",    "field-write",    "unguarded-write",    "await-gap",
    "module-state", "contract-change", "stale-write",    "migration-step",     "pattern",
    "query"};
constexpr std::array<std::string_view, 5> guard_scopes{"function", "loop", "behind", "retry", "file"};
constexpr std::array<std::string_view, 6> bodies{"empty",         "silent",       "logs",
                                                 "returns-empty", "returns-none", "dropped"};

struct MatchReader {
  RuleSet& set;
  Manifest& match;
  const std::vector<syntax::Language>& languages;

  // A word without a dot or '*' is a label, and must be one that some row gives.
  CallSet calls(const std::string& key) {
    CallSet result;
    for (const auto& word : match.texts(key)) {
      if (word.find_first_of(".*()") != std::string::npos) {
        result.names.push_back(word);
      } else if (const auto bit = set.labels->find(word)) {
        result.labels.set(*bit);
      } else {
        match.fault(key, fmt::format("no table row gives the label '{}'", word),
                    "use a label of detectors/tables, or a dotted name such as \"module.function\"");
      }
    }
    return result;
  }

  template <class Known>
  std::vector<std::string> words_among(const std::string& key, const Known& known) {
    auto words = match.texts(key);
    for (const auto& word : words)
      if (std::find(known.begin(), known.end(), word) == known.end())
        match.fault(key, fmt::format("'{}' is not known", word),
                    fmt::format("use one of: {}", fmt::join(known, ", ")));
    return words;
  }

  void read_arguments(Relations& to) {
    to.argument_absent = match.texts("argument_absent");
    to.argument_words = match.texts("argument_words");
    if (auto table = match.table("argument_is"))
      for (const auto& name : table->keys()) to.argument_is[name] = table->texts(name);
    if (auto table = match.table("argument_is_any"))
      for (const auto& name : table->keys()) to.argument_is_any[name] = table->texts(name);
    if (auto table = match.table("argument_known"))
      for (const auto& name : table->keys()) to.argument_known[name] = table->texts(name);
    to.argument_from = calls("argument_from");
    to.argument_not_from = calls("argument_not_from");
    to.loop_variant = match.boolean("loop_variant").value_or(false);
    to.unless_iterable = match.texts("unless_iterable");
  }

  template <class Use>
  void each_pattern(const std::string& key, Use use) {
    for (const auto& code : match.texts(key))
      for (const auto language : languages) {
        auto pattern = compile_pattern(code, language);
        if (pattern)
          use(language, std::move(*pattern));
        else
          match.fault(key, fmt::format("`{}` {}", code, pattern.error()), "write it as code of the language");
      }
  }

  void read_pattern_relations(Relations& to) {
    using Place = PatternRelation::Place;
    for (const auto& [key, place, wanted] :
         {std::tuple{"also_patterns", Place::here, true}, std::tuple{"unless_patterns", Place::here, false},
          std::tuple{"inside_patterns", Place::around, true},
          std::tuple{"not_inside_patterns", Place::around, false},
          std::tuple{"holds_patterns", Place::within, true},
          std::tuple{"not_holds_patterns", Place::within, false},
          std::tuple{"beside_patterns", Place::beside, true},
          std::tuple{"not_beside_patterns", Place::beside, false}})
      each_pattern(key, [&, where = place, is = wanted](auto language, Pattern pattern) {
        to.pattern_relations[language].push_back({where, is, std::move(pattern)});
      });
    auto table = match.table("matches");
    if (!table) return;
    for (const auto& name : table->keys()) {
      const auto text = table->required_text(name);
      auto expression = syntax::compile_expression(text);
      if (auto literals = syntax::literals_of(text); !literals.texts.empty())
        to.matched_literals.push_back(std::move(literals));
      if (expression)
        to.matches.emplace(name, std::move(*expression));
      else
        table->fault(name, "is no regular expression", "write one of ECMAScript, without back-references");
    }
  }

  void read_patterns(Relations& to) {
    each_pattern("patterns", [&](auto language, Pattern pattern) {
      to.patterns[language].push_back(std::move(pattern));
    });
    if (to.subject == Subject::pattern && !match.has("patterns"))
      match.fault("patterns", "'patterns' is missing", "add patterns = [\"…\"]");
  }

  void read_relations(Relations& to) {
    to.call = calls("call");
    to.through_helpers = match.boolean("through_helpers").value_or(false);
    to.inside = words_among("inside", context_names);
    to.not_inside = words_among("not_inside", context_names);
    to.unless_declared = match.texts("unless_declared");
    to.used_inside = words_among("used_inside", context_names);
    to.unless_used_inside = words_among("unless_used_inside", context_names);
    read_arguments(to);
    to.without_guard = calls("without_guard");
    if (match.has("guard_scope"))
      to.guard_scope = static_cast<GuardScope>(chosen(match, "guard_scope", guard_scopes));
    to.guard_words = match.texts("guard_words");
    to.guard_words_in = calls("guard_words_in");
    to.holds = calls("holds");
    to.before = calls("before");
    to.after = calls("after");
    to.beside = calls("beside");
    to.body = words_among("body", bodies);
    to.unless_types = match.texts("unless_types");
    to.on_every_exit = match.texts("on_every_exit");
    to.on_every_return = match.texts("on_every_return");
    to.unbounded = match.boolean("unbounded").value_or(false);
    to.words = match.texts("words");
    to.unless_words = match.texts("unless_words");
    to.words_of = match.text("words_of").value_or("");
    to.value_is = calls("value_is");
    to.unless_function = match.texts("unless_function");
    to.call_not = calls("call_not");
    to.unless_argument_of = match.texts("unless_argument_of");
    to.file_words = match.texts("file_words");
    if (auto table = match.table("unless_file_words"))
      for (const auto& word : table->keys()) to.unless_file_words[word] = table->texts(word);
    to.changes_value = match.boolean("changes_value").value_or(false);
    read_pattern_relations(to);
  }

  void read_subject(Relations& to) {
    to.subject = static_cast<Subject>(chosen(match, "subject", subjects));
    to.once_per_function = match.boolean("once_per_function").value_or(false);
    read_patterns(to);
  }
};

// "x.scm" is "x.script.scm" for JavaScript and TypeScript where there is one.
std::string query_for(const std::filesystem::path& folder, const std::string& name,
                      syntax::Language language) {
  const auto stem = std::filesystem::path(name).stem().string();
  auto own = fmt::format("{}.{}.scm", stem, syntax::family_of(language));
  return std::filesystem::exists(folder / own) ? own : name;
}

void read_query(Manifest& match, const std::filesystem::path& folder, Rule& rule) {
  const auto name = match.text("query");
  if (!name && rule.match.subject == Subject::query)
    match.fault("query", "'query' is missing", "name the .scm file");
  if (!name) return;
  for (const auto language : rule.languages) {
    const auto file_name = query_for(folder, *name, language);
    const DataFile query{folder / file_name, (folder / file_name).generic_string()};
    const auto text = read_text(query);
    if (!text)
      return match.fault("query", fmt::format("'{}' cannot be read", *name), "put it beside the rule");
    auto compiled = syntax::Query::compile(*text, language);
    if (compiled)
      rule.match.queries.emplace(language, std::make_shared<const syntax::Query>(std::move(*compiled)));
    else
      match.fault("query",
                  fmt::format("{}:{}: {}", file_name, compiled.error().line.number, compiled.error().problem),
                  "mend the query");
  }
}

}  // namespace

void read_match(RuleSet& set, Manifest& match, const std::filesystem::path& folder, Rule& rule) {
  MatchReader reader{set, match, rule.languages};
  reader.read_subject(rule.match);
  reader.read_relations(rule.match);
  read_query(match, folder, rule);
}

void read_relations(RuleSet& set, Manifest& from, const std::vector<syntax::Language>& languages,
                    Relations& to) {
  MatchReader{set, from, languages}.read_relations(to);
}

}  // namespace detectors
