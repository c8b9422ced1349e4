#include "runner/report/rule_book.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::report {
namespace {

// {callee} stands for a name of the code at hand.
std::string plain_message(const std::string& message) {
  std::string result;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const auto end = message[i] == '{' ? message.find('}', i) : std::string::npos;
    if (end == std::string::npos) {
      result += message[i];
      continue;
    }
    result += "…";
    i = end;
  }
  return result;
}

std::string code_block(const std::string& language, const std::string& code) {
  const auto begin = code.find_first_not_of('\n');
  auto text = begin == std::string::npos ? std::string() : code.substr(begin);
  if (!text.ends_with('\n')) text += '\n';
  return fmt::format("```{}\n{}```\n\n", language, text);
}

std::string rule_markdown(const session::RulePage& rule) {
  auto out = fmt::format("## {}\n\n{}. {}: {}.\n\nConfidence: {}.\n\n{}\n\n**Instead.** {}\n\n", rule.id,
                         fmt::join(rule.languages, ", "), rule.severity, plain_message(rule.message),
                         confidence_words(rule), rule.why, rule.fix);
  for (const auto& example : rule.examples) {
    if (!example.before.empty())
      out += "Before the change:\n\n" + code_block(example.language, example.before);
    out += example.bad ? "Found:\n\n" : "Left alone:\n\n";
    out += code_block(example.language, example.code);
  }
  return out;
}

constexpr std::string_view made_by =
    "<!-- Made by `seedfault rules pages`; edit the rule, not this page. -->\n\n";

// "high in go; in python when it stands in a handler; low elsewhere"
std::string sure_in_words(const session::RulePage& rule, const session::RulePage::Sure& sure) {
  std::string words;
  if (sure.languages.size() < rule.languages.size())
    words = fmt::format(" in {}", fmt::join(sure.languages, ", "));
  if (!sure.when.empty()) words += " when " + sure.when;
  return words;
}

}  // namespace

std::string confidence_words(const session::RulePage& rule) {
  if (rule.sure_in.empty()) return rule.sure ? "high" : "low";
  std::string words;
  for (const auto& sure : rule.sure_in) words += fmt::format("high{}; ", sure_in_words(rule, sure));
  return words + "low elsewhere";
}

std::string class_markdown(const session::ClassPage& page) {
  auto out = fmt::format("{}# {}\n\n`{}`\n\n{}\n\n{}\n\n**What to do.** {}\n\n", made_by, page.title, page.id,
                         page.what, page.why, page.fix);
  if (page.rules.empty()) out += "No rule finds this class: code alone does not tell it.\n\n";
  for (const auto& rule : page.rules) out += rule_markdown(rule);
  out.pop_back();
  return out;
}

std::string book_markdown(const std::vector<session::ClassPage>& pages) {
  auto out = std::string(made_by) + "# Rules\n\n| class | rules | languages |\n|---|---|---|\n";
  for (const auto& page : pages) {
    std::vector<std::string> languages;
    std::vector<std::string> ids;
    for (const auto& rule : page.rules) {
      ids.push_back(rule.id);
      languages.insert(languages.end(), rule.languages.begin(), rule.languages.end());
    }
    std::sort(languages.begin(), languages.end());
    languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
    out += fmt::format("| [{}]({}.md) | {} | {} |\n", page.id, page.id, fmt::join(ids, ", "),
                       fmt::join(languages, ", "));
  }
  return out;
}

}  // namespace runner::report
