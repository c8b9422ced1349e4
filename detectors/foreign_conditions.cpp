// semgrep's and ast-grep's notations.
#include "detectors/foreign_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace detectors::foreign {
namespace {

using source::Yaml;
using Kind = Condition::Kind;

bool name_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

std::string trimmed(std::string text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.pop_back();
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  return text;
}

// f(...) is f($$$_), $...ARGS is $$$ARGS.
std::string of_semgrep(std::string text) {
  replace_all(text, "$...", "$$$");
  replace_all(text, "...", "$$$_");
  return trimmed(std::move(text));
}

// A bare $$$ is $$$_, and $_NAME binds nothing.
std::string of_ast_grep(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] != '$') continue;
    const bool many = i >= 2 && text[i - 1] == '$' && text[i - 2] == '$';
    const auto next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (many && !name_letter(next)) result += '_';
    if (next != '_') continue;
    result += '_';
    while (i + 1 < text.size() && name_letter(text[i + 1])) ++i;
  }
  return trimmed(std::move(result));
}

struct Reader {
  Conditions result{};

  void leave_out(const Yaml& at, const std::string& what, const std::string& why = "has no counterpart") {
    result.left_out.push_back(fmt::format("line {}: `{}` {}", at.line.number, what, why));
    result.whole = false;
  }

  void add(Condition& into, Kind kind, std::vector<Condition> parts) {
    into.parts.push_back({.kind = kind, .text = {}, .name = {}, .parts = std::move(parts)});
  }

  void add_text(Condition& into, Kind kind, std::string text, std::string name = "") {
    into.parts.push_back({.kind = kind, .text = std::move(text), .name = std::move(name), .parts = {}});
  }

  // --- semgrep
  void semgrep_pattern(Condition& into, const Yaml& value, const std::string& key) {
    for (const std::string_view unknown : {"\"...\"", "'...'", "<...", "=~/"})
      if (value.text.find(unknown) != std::string::npos)
        return leave_out(value, key, fmt::format("uses {}, which has no counterpart", unknown));
    add_text(into, Kind::pattern, of_semgrep(value.text));
  }

  Condition semgrep_parts(const Yaml& list, Kind kind) {
    Condition group{.kind = kind, .text = {}, .name = {}, .parts = {}};
    for (const auto& [none, part] : list.entries)
      for (const auto& [key, value] : part.entries) semgrep_key(group, key, value);
    return group;
  }

  void semgrep_metavariable(Condition& into, const Yaml& value) {
    const auto* name = value.find("metavariable");
    const auto* expression = value.find("regex");
    if (!name || !expression || !name->text.starts_with('$')) return leave_out(value, "metavariable-regex");
    // semgrep looks from the text's beginning.
    add_text(into, Kind::metavariable, "^(?:" + expression->text + ")", name->text.substr(1));
  }

  void semgrep_wrapped(Condition& into, const Yaml& value, const std::string& key, bool inside,
                       bool negated) {
    Condition inner;
    semgrep_pattern(inner, value, key);
    if (inner.parts.empty()) return;
    if (inside)
      inner = {.kind = Kind::all,
               .text = {},
               .name = {},
               .parts = {{.kind = Kind::inside, .text = {}, .name = {}, .parts = inner.parts}}};
    if (negated)
      add(into, Kind::not_, inner.parts);
    else
      into.parts.push_back(inner.parts.front());
  }

  void semgrep_key(Condition& into, const std::string& key, const Yaml& value) {
    if (key == "pattern") return semgrep_wrapped(into, value, key, false, false);
    if (key == "pattern-not") return semgrep_wrapped(into, value, key, false, true);
    if (key == "pattern-inside") return semgrep_wrapped(into, value, key, true, false);
    if (key == "pattern-not-inside") return semgrep_wrapped(into, value, key, true, true);
    if (key == "patterns") return into.parts.push_back(semgrep_parts(value, Kind::all));
    if (key == "pattern-either") return into.parts.push_back(semgrep_parts(value, Kind::any));
    if (key == "metavariable-regex") return semgrep_metavariable(into, value);
    leave_out(value, key);
  }

  void semgrep(const Yaml& rule) {
    constexpr std::array<std::string_view, 11> said_elsewhere{
        "id",  "message",     "severity",    "languages", "metadata", "category",
        "fix", "min-version", "max-version", "options",   "license"};
    for (const auto& [key, value] : rule.entries) {
      if (key == "mode" && value.text == "search") continue;
      if (key == "paths" || key == "options" || key == "fix-regex") {
        result.left_out.push_back(
            fmt::format("line {}: `{}`: the rule holds without it", value.line.number, key));
        continue;
      }
      if (std::find(said_elsewhere.begin(), said_elsewhere.end(), key) == said_elsewhere.end())
        semgrep_key(result.root, key, value);
    }
  }

  // --- ast-grep
  Condition ast_grep_parts(const Yaml& list, Kind kind) {
    Condition group{.kind = kind, .text = {}, .name = {}, .parts = {}};
    for (const auto& [none, part] : list.entries) group.parts.push_back(ast_grep_rule(part));
    return group;
  }

  void ast_grep_placed(Condition& into, const Yaml& value, const std::string& key, Kind kind) {
    const auto* stop = value.find("stopBy");
    if (!stop || stop->text != "end")
      result.left_out.push_back(fmt::format("line {}: `{}` without `stopBy: end`: ours holds at any distance",
                                            value.line.number, key));
    add(into, kind, {ast_grep_rule(value)});
  }

  void ast_grep_key(Condition& into, const std::string& key, const Yaml& value) {
    if (key == "stopBy") return;
    if (key == "pattern" && value.is_text()) return add_text(into, Kind::pattern, of_ast_grep(value.text));
    if (key == "regex") return add_text(into, Kind::regex, value.text);
    if (key == "all") return into.parts.push_back(ast_grep_parts(value, Kind::all));
    if (key == "any") return into.parts.push_back(ast_grep_parts(value, Kind::any));
    if (key == "not") return add(into, Kind::not_, {ast_grep_rule(value)});
    if (key == "inside") return ast_grep_placed(into, value, key, Kind::inside);
    if (key == "has") return ast_grep_placed(into, value, key, Kind::has);
    leave_out(value, key, key == "pattern" ? "with a context has no counterpart" : "has no counterpart");
  }

  Condition ast_grep_rule(const Yaml& rule) {
    Condition group;
    for (const auto& [key, value] : rule.entries) ast_grep_key(group, key, value);
    return group;
  }

  void ast_grep(const Yaml& rule) {
    result.root = ast_grep_rule(*rule.find("rule"));
    if (const auto* constraints = rule.find("constraints"))
      for (const auto& [name, value] : constraints->entries)
        for (const auto& [key, inner] : value.entries) {
          if (key == "regex")
            add_text(result.root, Kind::metavariable, inner.text, name);
          else
            leave_out(inner, key);
        }
    for (const auto* key : {"utils", "transform", "rewriters", "files", "ignores"})
      if (const auto* value = rule.find(key))
        result.left_out.push_back(
            fmt::format("line {}: `{}`: the rule is taken without it", value->line.number, key));
  }
};

}  // namespace

Conditions semgrep_conditions(const Yaml& rule) {
  Reader reader;
  reader.semgrep(rule);
  return std::move(reader.result);
}

Conditions ast_grep_conditions(const Yaml& rule) {
  Reader reader;
  reader.ast_grep(rule);
  return std::move(reader.result);
}

}  // namespace detectors::foreign
