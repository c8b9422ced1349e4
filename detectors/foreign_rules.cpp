#include "detectors/foreign_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "detectors/facts/words.hpp"
#include "detectors/foreign_draft.hpp"
#include "detectors/pattern.hpp"

namespace detectors {
namespace {

using foreign::Case;
using foreign::Draft;
using source::Yaml;
using syntax::Language;

std::string text_of(const Yaml& from, std::string_view key) {
  const auto* value = from.find(key);
  return value && value->is_text() ? value->text : "";
}

std::string id_of(const std::string& text) {
  std::string id;
  for (const char c : facts::lowered(text)) id += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '-';
  return id.empty() ? "imported" : id;
}

std::string_view severity_of(const std::string& theirs) {
  const auto word = facts::lowered(theirs);
  if (word == "critical") return "blocker";
  if (word == "error" || word == "high") return "major";
  return word == "info" || word == "low" || word == "hint" || word == "off" ? "nit" : "minor";
}

void add_languages(Draft& draft, const Yaml& rule, std::string_view key) {
  const auto* value = rule.find(key);
  for (const auto& name : value ? value->texts() : std::vector<std::string>{}) {
    auto word = facts::lowered(name);
    if (word == "py" || word == "python3") word = "python";
    if (word == "golang") word = "go";
    if (word == "js") word = "javascript";
    if (word == "ts") word = "typescript";
    const auto language = syntax::language_named(word);
    if (language && language != Language::sql)
      draft.languages.push_back(*language);
    else
      draft.left_out.push_back(fmt::format("line {}: the language `{}`", value->line.number, name));
  }
}

void add_conditions(Draft& draft, foreign::Conditions conditions) {
  draft.left_out.insert(draft.left_out.end(), conditions.left_out.begin(), conditions.left_out.end());
  if (!conditions.whole) return;
  auto cases = foreign::cases_of(conditions.root);
  if (!cases)
    draft.left_out.push_back(cases.error() + " has no counterpart");
  else if (std::any_of(cases->begin(), cases->end(), [](const Case& each) { return each.here.empty(); }))
    draft.left_out.emplace_back("no pattern says what is looked for");
  else
    draft.cases = std::move(*cases);
}

Draft read_semgrep(const Yaml& rule) {
  Draft draft{.id = id_of(text_of(rule, "id"))};
  draft.severity = severity_of(text_of(rule, "severity"));
  draft.message = foreign::message_of(text_of(rule, "message"));
  draft.fix = text_of(rule, "fix");
  add_languages(draft, rule, "languages");
  add_conditions(draft, foreign::semgrep_conditions(rule));
  return draft;
}

Draft read_ast_grep(const Yaml& rule) {
  Draft draft{.id = id_of(text_of(rule, "id"))};
  draft.severity = severity_of(text_of(rule, "severity"));
  draft.message = foreign::message_of(text_of(rule, "message"));
  draft.why = text_of(rule, "note");
  draft.fix = text_of(rule, "fix");
  add_languages(draft, rule, "language");
  add_conditions(draft, foreign::ast_grep_conditions(rule));
  return draft;
}

// A pattern that is no code of the language would make the whole file of rules unreadable.
void check_patterns(Draft& draft) {
  std::vector<std::string> refused;
  for (const auto& each : draft.cases)
    for (const auto* list :
         {&each.here, &each.not_here, &each.inside, &each.not_inside, &each.holds, &each.not_holds})
      for (const auto& code : *list)
        for (const auto language : draft.languages)
          if (const auto pattern = compile_pattern(code, language); !pattern)
            refused.push_back(fmt::format("`{}` {} ({})", code, pattern.error(), syntax::name_of(language)));
  if (!refused.empty() || draft.languages.empty()) draft.cases.clear();
  draft.left_out.insert(draft.left_out.end(), refused.begin(), refused.end());
}

void add_tests(std::vector<Draft>& drafts, const Yaml& test) {
  const auto id = id_of(text_of(test, "id"));
  for (auto& draft : drafts) {
    if (draft.id != id) continue;
    if (const auto* invalid = test.find("invalid")) draft.bad = invalid->texts();
    if (const auto* valid = test.find("valid")) draft.good = valid->texts();
  }
}

std::vector<ForeignRule> finished(Draft draft) {
  check_patterns(draft);
  std::vector<ForeignRule> rules;
  for (auto& text : foreign::written(draft))
    rules.push_back(
        {rules.empty() ? draft.id : fmt::format("{}-{}", draft.id, rules.size() + 1), std::move(text), {}});
  if (rules.empty()) rules.push_back({draft.id, "", {}});
  rules.front().left_out = std::move(draft.left_out);
  return rules;
}

}  // namespace

source::Checked<std::vector<ForeignRule>> foreign_rules(const std::string& path, const std::string& text) {
  const auto documents = source::read_yaml(path, text);
  if (!documents) return tl::make_unexpected(documents.error());
  std::vector<Draft> drafts;
  for (const auto& document : *documents)
    if (const auto* rules = document.find("rules"); rules && rules->is_list())
      for (const auto& [none, rule] : rules->entries) drafts.push_back(read_semgrep(rule));
    else if (document.find("rule") && document.find("language"))
      drafts.push_back(read_ast_grep(document));
  for (const auto& document : *documents)
    if (document.find("invalid") || document.find("valid")) add_tests(drafts, document);
  if (drafts.empty())
    return source::faulty(
        {path,
         {},
         "holds no rule of semgrep or ast-grep",
         "give a file with `rules:` (semgrep), or with `language:` and `rule:` (ast-grep)"});
  std::vector<ForeignRule> result;
  for (auto& draft : drafts)
    for (auto& rule : finished(std::move(draft))) result.push_back(std::move(rule));
  return result;
}

}  // namespace detectors
