// detectors/rules/<class>/<rule>.toml.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "detectors/contexts.hpp"
#include "detectors/read.hpp"
#include "detectors/rules.hpp"
#include "detectors/syntax/expression.hpp"

namespace detectors {
namespace {

using source::Manifest;

constexpr std::array<std::string_view, 17> subjects{
    "call",         "lazy-load",    "row-update",     "insert-after-check", "except",
    "retry-loop",   "log-value",    "error-response", "sql-text",           "spawn",
    "shared-write", "second-write", "module-state",   "contract-change",    "migration-step",
    "pattern",      "query"};
constexpr std::array<std::string_view, 5> guard_scopes{"function", "loop", "behind", "retry", "file"};
constexpr std::array<std::string_view, 4> severities{"nit", "minor", "major", "blocker"};
constexpr std::array<std::string_view, 6> bodies{"empty",         "silent",       "logs",
                                                 "returns-empty", "returns-none", "dropped"};

struct Loader {
  RuleSet& set;
  Manifest& file;
  Manifest& match;
  Rule rule;
  std::filesystem::path folder;

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

  template <std::size_t N>
  std::size_t choice(Manifest& from, const std::string& key, const std::array<std::string_view, N>& allowed) {
    const auto value = from.required_choice(key, allowed);
    const auto found = std::find(allowed.begin(), allowed.end(), value);
    return found == allowed.end() ? 0 : static_cast<std::size_t>(found - allowed.begin());
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
    to.argument_from = calls("argument_from");
    to.argument_not_from = calls("argument_not_from");
    to.loop_variant = match.boolean("loop_variant").value_or(false);
    to.unless_iterable = match.texts("unless_iterable");
  }

  template <class Use>
  void each_pattern(const std::string& key, Use use) {
    for (const auto& code : match.texts(key))
      for (const auto language : rule.languages) {
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
          std::tuple{"not_holds_patterns", Place::within, false}})
      each_pattern(key, [&, where = place, is = wanted](auto language, Pattern pattern) {
        to.pattern_relations[language].push_back({where, is, std::move(pattern)});
      });
    auto table = match.table("matches");
    if (!table) return;
    for (const auto& name : table->keys()) {
      auto expression = syntax::compile_expression(table->required_text(name));
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
    read_pattern_relations(to);
    if (to.subject == Subject::pattern && !match.has("patterns"))
      match.fault("patterns", "'patterns' is missing", "add patterns = [\"…\"]");
  }

  void read_query(Relations& to) {
    const auto name = match.text("query");
    if (!name && to.subject == Subject::query)
      match.fault("query", "'query' is missing", "name the .scm file");
    if (!name) return;
    for (const auto language : rule.languages) {
      const auto file_name = query_for(*name, language);
      const DataFile query{folder / file_name, (folder / file_name).generic_string()};
      const auto text = read_text(query);
      if (!text)
        return match.fault("query", fmt::format("'{}' cannot be read", *name), "put it beside the rule");
      auto compiled = syntax::Query::compile(*text, language);
      if (compiled)
        to.queries.emplace(language, std::make_shared<const syntax::Query>(std::move(*compiled)));
      else
        match.fault(
            "query",
            fmt::format("{}:{}: {}", file_name, compiled.error().line.number, compiled.error().problem),
            "mend the query");
    }
  }

  // "x.scm" is "x.script.scm" for JavaScript and TypeScript where there is one.
  [[nodiscard]] std::string query_for(const std::string& name, syntax::Language language) const {
    const auto stem = std::filesystem::path(name).stem().string();
    auto own = fmt::format("{}.{}.scm", stem, syntax::family_of(language));
    return std::filesystem::exists(folder / own) ? own : name;
  }

  void read_match() {
    auto& to = rule.match;
    to.subject = static_cast<Subject>(choice(match, "subject", subjects));
    to.call = calls("call");
    to.through_helpers = match.boolean("through_helpers").value_or(false);
    to.inside = words_among("inside", context_names);
    to.not_inside = words_among("not_inside", context_names);
    read_arguments(to);
    to.without_guard = calls("without_guard");
    if (match.has("guard_scope"))
      to.guard_scope = static_cast<GuardScope>(choice(match, "guard_scope", guard_scopes));
    to.guard_words = match.texts("guard_words");
    to.guard_words_in = calls("guard_words_in");
    to.holds = calls("holds");
    to.before = calls("before");
    to.after = calls("after");
    to.beside = calls("beside");
    to.body = words_among("body", bodies);
    to.unless_types = match.texts("unless_types");
    to.on_every_exit = match.texts("on_every_exit");
    to.unbounded = match.boolean("unbounded").value_or(false);
    to.words = match.texts("words");
    to.unless_words = match.texts("unless_words");
    to.words_of = match.text("words_of").value_or("");
    to.value_is = calls("value_is");
    to.unless_function = match.texts("unless_function");
    to.call_not = calls("call_not");
    to.unless_argument_of = match.texts("unless_argument_of");
    to.file_words = match.texts("file_words");
    to.changes_value = match.boolean("changes_value").value_or(false);
    to.once_per_function = match.boolean("once_per_function").value_or(false);
    read_patterns(to);
    read_query(to);
  }

  void read_languages() {
    for (const auto& name : file.texts("languages")) {
      if (const auto language = syntax::language_named(name))
        rule.languages.push_back(*language);
      else
        file.fault("languages", fmt::format("'{}' is no language", name),
                   "use python, go, javascript, typescript, tsx, java, sql");
    }
    if (rule.languages.empty()) file.fault("languages", "no languages", "add languages = [\"python\"]");
  }

  void read_examples() {
    for (auto& table : file.tables("examples")) {
      const auto language = syntax::language_named(table.required_text("language"));
      if (!language ||
          std::find(rule.languages.begin(), rule.languages.end(), *language) == rule.languages.end()) {
        table.fault("language", "the example's language is none of the rule's", "name one of `languages`");
        continue;
      }
      const auto before = table.text("before");
      for (const auto kind : {"bad", "good"})
        if (auto code = table.text(kind))
          rule.examples.push_back(
              {*language, table.line(kind), std::move(*code), kind == std::string_view("bad"), before});
    }
    for (const auto language : rule.languages)
      for (const bool bad : {true, false})
        if (std::none_of(rule.examples.begin(), rule.examples.end(), [&](auto& e) {
              return syntax::family_of(e.language) == syntax::family_of(language) && e.bad == bad;
            }))
          file.fault("examples",
                     fmt::format("no {} example in {}", bad ? "bad" : "good", syntax::name_of(language)),
                     "add [[examples]] with language, bad and good");
  }

  void read_rule() {
    rule.class_id = folder.filename().string();
    read_languages();
    rule.severity = static_cast<source::Severity>(choice(file, "severity", severities));
    rule.message = file.required_text("message");
    rule.why = file.required_text("why");
    rule.fix = file.required_text("fix");
    read_match();
    read_examples();
  }
};

}  // namespace

void load_rules(const std::filesystem::path& folder, RuleSet& set, source::Faults& faults) {
  const auto add = [&](const source::Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); };
  const auto files = files_with_ending(folder, ".toml");
  if (!files) return add(files.error());
  for (const auto& file : *files) {
    auto manifest = read_manifest(file);
    if (!manifest) {
      add(manifest.error());
      continue;
    }
    auto match = manifest->table("match");
    if (!match) {
      add({{file.shown, {}, "the table [match] is missing", "add [match] with a subject"}});
      continue;
    }
    Loader loader{set,
                  *manifest,
                  *match,
                  {.id = file.path.stem().string(), .file = file.shown},
                  file.path.parent_path()};
    loader.read_rule();
    add(manifest->finish());
    set.rules.push_back(std::move(loader.rule));
  }
  std::stable_sort(set.rules.begin(), set.rules.end(), [](auto& a, auto& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < set.rules.size(); ++i)
    if (set.rules[i].id == set.rules[i - 1].id)
      add({{set.rules[i].file,
            {},
            fmt::format("there is a rule '{}' already", set.rules[i].id),
            "rename the file"}});
}

}  // namespace detectors
