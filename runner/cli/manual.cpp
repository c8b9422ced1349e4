// Manual pages, made from the table of commands.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "runner/cli/help.hpp"
#include "runner/cli/rows.hpp"
#include "runner/session/files.hpp"

namespace runner::cli {
namespace {

// Text for roff: a leading dot or quote would be a request, a backslash an escape, a dash a hyphen.
std::string roff(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\')
      escaped += "\\e";
    else if (c == '-')
      escaped += "\\-";
    else
      escaped += c;
  }
  for (std::size_t at = escaped.find("\n\n"); at != std::string::npos; at = escaped.find("\n\n", at + 1))
    escaped.replace(at, 2, "\n.PP\n");
  if (escaped.starts_with('.') || escaped.starts_with('\'')) escaped.insert(0, "\\&");
  return escaped;
}

std::string page_name(const Command& command) {
  auto name = fmt::format("seedfault-{}", command.name);
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string head(std::string_view page, std::string_view summary) {
  return fmt::format(".TH {} 1 \"\" \"seedfault {}\"\n.SH NAME\n{} \\- {}\n", upper(std::string(page)),
                     session::tool_version(), roff(page), roff(summary));
}

std::string exit_section() {
  std::string text = ".SH EXIT STATUS\n";
  for (const auto& status : statuses)
    text += fmt::format(".TP\n.B {}\n{}\n", status.code, roff(status.meaning));
  return text;
}

std::string synopsis(const Command& command) {
  auto text = fmt::format(".SH SYNOPSIS\n.B seedfault {}\n", roff(command.name));
  for (const auto& word : usage_words(command)) text += roff(word) + "\n";
  return text;
}

std::string page(const Command& command) {
  auto text = head(page_name(command), command.summary) + synopsis(command);
  text += fmt::format(".SH DESCRIPTION\n{}\n.SH OPTIONS\n", roff(command.description));
  for (const auto& option : command.options)
    text += fmt::format(".TP\n.B {}\n{}\n", roff(option_head(option)), roff(option.help));
  if (!command.examples.empty()) text += ".SH EXAMPLES\n";
  for (const auto example : command.examples) text += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(example));
  return text + exit_section() + ".SH SEE ALSO\n.BR seedfault (1)\n";
}

std::string overview() {
  auto text = head("seedfault", "measures how well an engineer sees backend failure modes coming");
  text += ".SH SYNOPSIS\n.B seedfault\n.I command\n[options]\n.SH COMMANDS\n";
  for (const auto& command : commands())
    text += fmt::format(".TP\n.B {}\n{}\n", roff(command.name), roff(command.summary));
  text += ".SH ENVIRONMENT\n";
  for (const auto& [name, meaning] :
       {std::pair{"SEEDFAULT_DATA", "the folder that holds exercises, detectors and profiles"},
        std::pair{"SEEDFAULT_BANK", "a folder of exercises to use in place of those"},
        std::pair{"XDG_DATA_HOME", "attempts are kept in seedfault/attempts.sqlite below it"},
        std::pair{"NO_COLOR", "when set and not empty: no colour"}})
    text += fmt::format(".TP\n.B {}\n{}\n", name, roff(meaning));
  return text + exit_section();
}

Result run_manual(const Arguments& arguments, const Context&) {
  const std::filesystem::path folder = arguments.text("--into");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return session::faulty(
        {folder.string(), {}, "cannot make the folder: " + error.message(), session::remedy_for(error)});
  if (auto written = session::write_file(folder / "seedfault.1", overview()); !written)
    return tl::make_unexpected(written.error());
  for (const auto& command : commands())
    if (auto written = session::write_file(folder / (page_name(command) + ".1"), page(command)); !written)
      return tl::make_unexpected(written.error());
  return done;
}

}  // namespace

Command manual_command() {
  return {.name = "manual",
          .summary = "Write the manual pages into a folder",
          .description =
              "One page for seedfault and one for each command, in the format of man(1). `./setup install` "
              "does it for you.",
          .options = {{.name = "--into",
                       .value = "DIR",
                       .help = "the folder, made if need be",
                       .count = Option::Count::required}},
          .examples = {"seedfault manual --into ./man1"},
          .run = run_manual};
}

}  // namespace runner::cli
