#include "runner/cli/parse.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>

#include "detectors/source/nearest.hpp"
#include "runner/cli/help.hpp"

namespace runner::cli {
namespace {

using session::Checked;
using session::faulty;

// "-m,--message" -> "--message": the name by which commands ask for it.
std::string long_name(std::string_view name) { return std::string(name.substr(name.rfind(',') + 1)); }

std::string_view last_word(std::string_view name) { return name.substr(name.rfind(' ') + 1); }
std::string_view first_words(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? std::string_view{} : name.substr(0, space);
}

// A command's parser and the places that CLI11 writes to.
struct Bound {
  const Command* command = nullptr;
  CLI::App* app = nullptr;
  std::deque<std::string> texts;
  std::deque<std::vector<std::string>> lists;
  std::vector<std::pair<std::string, CLI::Option*>> options;
};

void bind(Bound& bound, const Option& option) {
  const std::string name(option.name);
  CLI::Option* made = nullptr;
  if (name.starts_with('-') && option.value.empty())
    made = bound.app->add_flag(name);
  else if (option.count == Option::Count::any || option.count == Option::Count::rest)
    made = bound.app->add_option(name, bound.lists.emplace_back());
  else
    made = bound.app->add_option(name, bound.texts.emplace_back());
  // One value each time it is given: it must not swallow the words, or the "--", that follow.
  if (name.starts_with('-') && option.count == Option::Count::any)
    made->expected(1)->take_all()->allow_extra_args(false);
  if (option.count == Option::Count::required || option.count == Option::Count::rest) made->required();
  if (!option.choices.empty())
    made->check(CLI::IsMember(std::vector<std::string>(option.choices.begin(), option.choices.end())));
  bound.options.emplace_back(long_name(option.name), made);
}

void build(CLI::App& root, std::deque<Bound>& all) {
  for (const auto& command : commands()) {
    auto& bound = all.emplace_back();
    bound.command = &command;
    CLI::App* parent = &root;
    for (const auto& other : all)
      if (!first_words(command.name).empty() && other.command->name == first_words(command.name))
        parent = other.app;
    bound.app = parent->add_subcommand(std::string(last_word(command.name)));
    for (const auto& option : command.options) bind(bound, option);
  }
}

Parsed parsed_from(const Bound& bound) {
  std::map<std::string, std::vector<std::string>, std::less<>> given;
  for (const auto& [name, option] : bound.options)
    if (option->count() > 0) given[name] = option->results();
  return {.command = bound.command, .arguments = Arguments(std::move(given)), .text = {}};
}

// The deepest command that was named.
const Bound* chosen(const std::deque<Bound>& all) {
  const Bound* found = nullptr;
  for (const auto& bound : all)
    if (bound.app->parsed()) found = &bound;
  return found;
}

std::string misspelt(const CLI::ExtrasError& error, const std::deque<Bound>& all, const Bound* command) {
  std::vector<std::string> known;
  for (const auto& bound : all)
    if (!command && first_words(bound.command->name).empty()) known.emplace_back(bound.command->name);
  if (command)
    for (const auto& [name, option] : command->options) known.push_back(name);
  const std::string text = error.what();
  const auto word = text.substr(text.rfind(' ') + 1);
  return detectors::source::did_you_mean(word, known).value_or("");
}

session::Fault usage_fault(const CLI::ParseError& error, const std::deque<Bound>& all) {
  const auto* command = chosen(all);
  const auto help = command ? fmt::format("`seedfault {} --help` shows what it takes", command->command->name)
                            : std::string("`seedfault --help` lists the commands");
  auto hint = std::string();
  if (const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error))
    hint = misspelt(*extras, all, command);
  return {command ? fmt::format("seedfault {}", command->command->name) : "seedfault",
          {},
          error.what(),
          hint.empty() ? help : hint + " " + help};
}

}  // namespace

Checked<Parsed> parse(int argc, const char* const* argv, int width) {
  CLI::App root("", "seedfault");
  root.set_version_flag("--version", fmt::format("seedfault {}", session::tool_version()));
  root.require_subcommand(0, 1);
  std::deque<Bound> all;
  build(root, all);
  try {
    root.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto* command = chosen(all);
    return Parsed{.command = nullptr,
                  .arguments = Arguments({}),
                  .text = command ? command_help(*command->command, width) : overview_help(width)};
  } catch (const CLI::CallForVersion& version) {
    return Parsed{.command = nullptr, .arguments = Arguments({}), .text = std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return faulty(usage_fault(error, all));
  }
  const auto* command = chosen(all);
  if (command) return parsed_from(*command);
  return Parsed{.command = nullptr, .arguments = Arguments({}), .text = overview_help(width)};
}

}  // namespace runner::cli
