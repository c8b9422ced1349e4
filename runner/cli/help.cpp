#include "runner/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::cli {
namespace {

// Words of the text in lines of at most `width` columns, each begun with `indent` spaces.
std::string wrapped(std::string_view text, int width, std::size_t indent) {
  std::string lines, line(indent, ' ');
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with("\n\n")) {
      lines += line + "\n\n";
      line.assign(indent, ' ');
      at += 2;
      continue;
    }
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    const auto word = text.substr(at, end - at);
    if (line.size() > indent && line.size() + 1 + word.size() > static_cast<std::size_t>(width)) {
      lines += line + "\n";
      line.assign(indent, ' ');
    }
    if (line.size() > indent) line += ' ';
    line += word;
    at = end < text.size() && text[end] == ' ' ? end + 1 : end;
    if (text.substr(at).starts_with('\n') && !text.substr(at).starts_with("\n\n")) ++at;
  }
  return lines + line + "\n";
}

constexpr std::size_t column = 24;  // where the explanations stand

std::string entry(const std::string& head, std::string_view help, int width) {
  auto text = wrapped(help, width, column);
  if (head.size() + 4 > column) return fmt::format("  {}\n{}", head, text);
  return fmt::format("  {:<{}}{}", head, column - 2, text.substr(column));
}

std::string usage(const Command& command, int width) {
  const auto start = fmt::format("usage: seedfault {}", command.name);
  std::string text = start;
  std::size_t used = start.size();
  for (const auto& word : usage_words(command)) {
    if (used + 1 + word.size() > static_cast<std::size_t>(width)) {
      text += '\n';
      text.append(11, ' ');
      used = 11;
    }
    text += ' ';
    text += word;
    used += 1 + word.size();
  }
  return text + "\n";
}

}  // namespace

std::string option_head(const Option& option) {
  std::string head(option.name);
  if (const auto comma = head.find(','); comma != std::string::npos) head.insert(comma + 1, " ");
  const auto value =
      option.choices.empty() ? std::string(option.value) : fmt::format("{}", fmt::join(option.choices, "|"));
  if (!head.starts_with('-')) return head;
  return value.empty() ? head : head + " " + value;
}

std::vector<std::string> usage_words(const Command& command) {
  std::vector<std::string> words;
  for (const auto& option : command.options) {
    auto word = std::string(option.name.substr(0, option.name.find(',')));
    if (option.name.starts_with('-') && !option.value.empty()) word += " " + std::string(option.value);
    if (!option.name.starts_with('-') && !option.choices.empty())
      word = fmt::format("{}", fmt::join(option.choices, "|"));
    if (option.count == Option::Count::optional || option.count == Option::Count::any)
      word = "[" + word + "]";
    if (option.count == Option::Count::any || option.count == Option::Count::rest) word += "…";
    if (option.count == Option::Count::rest) word = "-- " + word;
    words.push_back(std::move(word));
  }
  return words;
}

std::string command_help(const Command& command, int width) {
  auto text = usage(command, width) + "\n" + wrapped(fmt::format("{}.", command.summary), width, 0) + "\n" +
              wrapped(command.description, width, 0);
  text += "\nOptions\n";
  for (const auto& option : command.options) text += entry(option_head(option), option.help, width);
  text += entry("-h, --help", "this text", width);
  if (!command.examples.empty()) text += "\nExamples\n";
  for (const auto example : command.examples) text += fmt::format("  {}\n", example);
  return text;
}

std::string overview_help(int width) {
  auto text =
      std::string("usage: seedfault COMMAND [OPTION]…\n\n") +
      wrapped(
          "Measures how well an engineer sees backend failure modes coming: plants real defects in a "
          "realistic pull request, "
          "collects the review, and says what was found, how well it was understood and how much was noise.",
          width, 0);
  text += "\nCommands\n";
  for (const auto& command : commands()) text += entry(std::string(command.name), command.summary, width);
  text += "\nOptions\n" +
          entry("-h, --help", "this text; `seedfault COMMAND --help` tells of a command", width) +
          entry("--version", "the program's version", width);
  text += "\nExit status\n";
  for (const auto& status : statuses) text += entry(fmt::format("{}", status.code), status.meaning, width);
  return text +
         "\nFirst steps: `seedfault demo` shows the whole journey, `seedfault doctor` what this host can "
         "do.\n";
}

}  // namespace runner::cli
