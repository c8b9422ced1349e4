#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "detectors/foreign_draft.hpp"
#include "detectors/foreign_samples.hpp"

namespace detectors::foreign {
namespace {

using syntax::Language;

// Alternatives that differ only in their one pattern are one rule of ours.
struct Group {
  Case rest;  // its `here` is what must hold as well
  std::vector<std::string> patterns;
};

std::vector<Group> grouped(const std::vector<Case>& cases) {
  std::vector<Group> groups;
  for (auto each : cases) {
    const auto pattern = each.here.front();
    each.here.erase(each.here.begin());
    const auto known = std::find_if(groups.begin(), groups.end(), [&](auto& g) { return g.rest == each; });
    if (known == groups.end())
      groups.push_back({std::move(each), {pattern}});
    else
      known->patterns.push_back(pattern);
  }
  return groups;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else if (c == '\t')
      result += "\\t";
    else if (static_cast<unsigned char>(c) >= 0x20)
      result += c;
  }
  return result + "\"";
}

std::string listed(const std::vector<std::string>& texts) {
  std::string result;
  for (const auto& each : texts) result += (result.empty() ? "" : ", ") + quoted(each);
  return "[" + result + "]";
}

std::string code_block(const std::string& code) {
  std::string escaped;
  for (const char c : code) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c;
  }
  return "\"\"\"\n" + escaped + (code.ends_with('\n') ? "" : "\n") + "\"\"\"";
}

void add_match(std::string& out, const Group& group) {
  out += "\n[match]\nsubject = \"pattern\"\npatterns = " + listed(group.patterns) + "\n";
  const auto add = [&](std::string_view key, const std::vector<std::string>& texts) {
    if (!texts.empty()) out += fmt::format("{} = {}\n", key, listed(texts));
  };
  add("also_patterns", group.rest.here);
  add("unless_patterns", group.rest.not_here);
  add("inside_patterns", group.rest.inside);
  add("not_inside_patterns", group.rest.not_inside);
  add("holds_patterns", group.rest.holds);
  add("not_holds_patterns", group.rest.not_holds);
  if (group.rest.matches.empty()) return;
  out += "\n[match.matches]\n";
  for (const auto& [name, expression] : group.rest.matches)
    out += fmt::format("{} = {}\n", name, quoted(expression));
}

void add_examples(std::string& out, const Draft& draft, const Group& group) {
  auto sample = group.rest;
  sample.here = {group.patterns.front()};
  for (const auto language : draft.languages) {
    if (language == Language::tsx && draft.languages.size() > 1) continue;  // TypeScript's will do
    const auto example = [&](std::string_view kind, const std::string& code) {
      out += fmt::format("\n[[examples]]\nlanguage = \"{}\"\n{} = {}\n", syntax::name_of(language), kind,
                         code_block(code));
    };
    for (const auto& code : draft.bad) example("bad", code);
    for (const auto& code : draft.good) example("good", code);
    if (draft.bad.empty()) example("bad", foreign::bad_sample(sample, language));
    if (draft.good.empty()) example("good", foreign::good_sample(language));
  }
}

std::string file_of(const Draft& draft, const Group& group) {
  std::vector<std::string> languages;
  for (const auto language : draft.languages) languages.emplace_back(syntax::name_of(language));
  const auto or_else = [](const std::string& text, std::string_view other) {
    return quoted(text.empty() ? std::string(other) : message_of(text));
  };
  auto out = fmt::format(
      "languages = {}\nseverity = {}\nmessage = {}\nwhy = {}\nfix = {}\n", listed(languages),
      quoted(draft.severity), or_else(draft.message, "`{subject}`"),
      or_else(draft.why, "The imported rule does not say; write here what it costs in production."),
      or_else(draft.fix, "The imported rule does not say; write here what to do instead."));
  add_match(out, group);
  add_examples(out, draft, group);
  return out;
}

}  // namespace

std::string message_of(const std::string& theirs) {
  std::string result;
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    auto end = i + 1;
    while (theirs[i] == '$' && end < theirs.size() &&
           (std::isupper(static_cast<unsigned char>(theirs[end])) != 0 || theirs[end] == '_'))
      ++end;
    if (end == i + 1) {
      result += theirs[i] == '\n' ? ' ' : theirs[i];
      continue;
    }
    result += "{" + theirs.substr(i + 1, end - i - 1) + "}";
    i = end - 1;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::vector<std::string> written(const Draft& draft) {
  std::vector<std::string> files;
  for (const auto& group : grouped(draft.cases)) files.push_back(file_of(draft, group));
  return files;
}

}  // namespace detectors::foreign
