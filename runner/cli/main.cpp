#include "runner/cli/main.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "runner/cli/command.hpp"
#include "runner/cli/parse.hpp"
#include "runner/cli/terminal.hpp"
#include "runner/report/faults.hpp"

namespace runner::cli {
namespace {

Result answer(const Parsed& parsed) {
  if (parsed.command == nullptr) return print(parsed.text);
  auto house = session::find_house(environment_variable);
  if (!house) return tl::make_unexpected(house.error());
  std::error_code ignored;
  const Context context{.house = *std::move(house),
                        .out = style_of(STDOUT_FILENO),
                        .err = style_of(STDERR_FILENO),
                        .progress = progress_on(STDERR_FILENO),
                        .here = std::filesystem::current_path(ignored)};
  auto result = parsed.command->run(parsed.arguments, context);
  clear_progress();
  return result;
}

// On standard error in either form: on the other a document may stand already.
int say(const session::Faults& faults, bool as_json) {
  fmt::print(stderr, "{}",
             as_json ? report::faults_json(faults) : report::faults_text(faults, style_of(STDERR_FILENO)));
  return input_error;
}

// Of words that could not be understood.
bool asks_for_json(int argc, const char* const* argv) {
  return std::find(argv, argv + argc, std::string_view("--json")) != argv + argc;
}

}  // namespace

Result print(std::string_view text) {
  errno = 0;
  const bool whole =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (whole || errno == EPIPE) return done;
  return session::faulty({"standard output",
                          {},
                          fmt::format("cannot write: {}", std::strerror(errno)),
                          "free some space, or send the output elsewhere"});
}

int run(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const auto parsed = parse(argc, argv, style_of(STDOUT_FILENO).width);
    if (!parsed) return say(parsed.error(), asks_for_json(argc, argv));
    const auto status = answer(*parsed);
    return status ? *status : say(status.error(), parsed->arguments.has("--json"));
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "error: out of memory\nhelp: close other programs and run the command again\n");
  } catch (const std::exception& error) {
    fmt::print(
        stderr,
        "error: {}\nhelp: this is a fault of seedfault: please report it with the command that you ran\n",
        error.what());
  }
  return internal_error;
}

}  // namespace runner::cli
