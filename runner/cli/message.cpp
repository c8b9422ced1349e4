#include "runner/cli/message.hpp"

#include <cstdio>

namespace runner::cli {

session::Checked<std::optional<std::string>> read_message(const Arguments& arguments) {
  auto given = arguments.value("--message");
  if (!given || *given != "-") return given;
  constexpr std::size_t longest = std::size_t{1} << 20U;
  std::string text;
  char block[4096];
  while (const auto got = std::fread(block, 1, sizeof block, stdin)) {
    text.append(block, got);
    if (text.size() > longest)
      return session::faulty(
          {"standard input", {}, "the comment is longer than 1 MiB", "cut it down: people have to read it"});
  }
  return text;
}

}  // namespace runner::cli
