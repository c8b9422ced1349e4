// Shell completion, made from the table of commands.
#include <fmt/format.h>

#include "runner/cli/rows.hpp"

namespace runner::cli {
namespace {

std::string_view long_name(std::string_view name) { return name.substr(name.rfind(',') + 1); }

std::vector<std::string_view> long_options(const Command& command) {
  std::vector<std::string_view> names{"--help"};
  for (const auto& option : command.options)
    if (option.name.starts_with('-')) names.push_back(long_name(option.name));
  return names;
}

std::vector<std::string_view> top_level() {
  std::vector<std::string_view> names;
  for (const auto& command : commands())
    if (command.name.find(' ') == std::string_view::npos) names.push_back(command.name);
  return names;
}

std::string bash() {
  std::string cases;
  for (const auto& command : commands()) {
    if (command.name.find(' ') != std::string_view::npos) continue;
    cases += fmt::format("    {}) words=\"{}\" ;;\n", command.name, fmt::join(long_options(command), " "));
  }
  return fmt::format(
      "# bash completion for seedfault: eval \"$(seedfault completion bash)\"\n"
      "_seedfault() {{\n"
      "  local current=${{COMP_WORDS[COMP_CWORD]}} words=\"\"\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then words=\"{}\"; else\n"
      "  case ${{COMP_WORDS[1]}} in\n{}  esac; fi\n"
      "  case ${{COMP_WORDS[COMP_CWORD-1]}} in\n"
      "    show|start|check|--exercise) words=\"$words $(seedfault list --json 2>/dev/null | sed -n "
      "'s/.*\"id\": *\"\\([^\"]*\\)\".*/\\1/p')\" ;;\n"
      "    score|explain|verify|--attempt) words=\"$words $(seedfault attempts --json 2>/dev/null | sed -n "
      "'s/.*\"id\": *\"\\([^\"]*\\)\".*/\\1/p')\" ;;\n"
      "  esac\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "}}\n"
      "complete -o default -F _seedfault seedfault\n",
      fmt::join(top_level(), " "), cases);
}

std::string fish() {
  std::string text = "# fish completion for seedfault: seedfault completion fish | source\n";
  for (const auto& command : commands()) {
    if (command.name.find(' ') != std::string_view::npos) continue;
    text += fmt::format("complete -c seedfault -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name,
                        command.summary);
    for (const auto& option : command.options)
      if (option.name.starts_with('-'))
        text += fmt::format("complete -c seedfault -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n",
                            command.name, long_name(option.name).substr(2), option.value.empty() ? "" : " -r",
                            option.help);
  }
  return text;
}

std::string zsh() {
  std::string text =
      "#compdef seedfault\n# zsh completion for seedfault: source <(seedfault completion zsh)\n_seedfault() "
      "{\n  local -a names\n  names=(\n";
  for (const auto& command : commands())
    if (command.name.find(' ') == std::string_view::npos)
      text += fmt::format("    '{}:{}'\n", command.name, command.summary);
  text += "  )\n  if (( CURRENT == 2 )); then _describe command names; return; fi\n  case $words[2] in\n";
  for (const auto& command : commands())
    if (command.name.find(' ') == std::string_view::npos)
      text += fmt::format("    {}) compadd -- {} ; _files ;;\n", command.name,
                          fmt::join(long_options(command), " "));
  return text + "  esac\n}\n(( $+functions[compdef] )) && compdef _seedfault seedfault\n";
}

Result run_completion(const Arguments& arguments, const Context&) {
  const auto shell = arguments.text("SHELL");
  return print(shell == "bash" ? bash() : shell == "zsh" ? zsh() : fish());
}

}  // namespace

Command completion_command() {
  return {.name = "completion",
          .summary = "Completion for a shell",
          .description = "Prints a script for the shell to read: commands, options, exercises, attempts.",
          .options = {{.name = "SHELL",
                       .value = "",
                       .help = "which shell",
                       .count = Option::Count::required,
                       .choices = {"bash", "zsh", "fish"}}},
          .examples = {"eval \"$(seedfault completion bash)\""},
          .run = run_completion};
}

}  // namespace runner::cli
