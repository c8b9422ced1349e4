#include "runner/cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace runner::cli {
namespace {

bool progress_shown = false;  // whether clear_progress has something to wipe

int width_of(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  int width = 0;
  if (const auto columns = environment_variable("COLUMNS"))
    std::from_chars(columns->data(), columns->data() + columns->size(), width);
  return width > 0 ? width : 80;
}

bool wants_colour(int descriptor) {
  if (const auto no_colour = environment_variable("NO_COLOR"); no_colour && !no_colour->empty()) return false;
  return ::isatty(descriptor) == 1 && environment_variable("TERM").value_or("dumb") != "dumb";
}

}  // namespace

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread is started
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

report::Style style_of(int descriptor) {
  return {.colour = wants_colour(descriptor) ? report::Colour::yes : report::Colour::no,
          .width = std::clamp(width_of(descriptor), 40, 120)};
}

session::Progress progress_on(int descriptor) {
  if (::isatty(descriptor) != 1) return [](const std::string&) {};
  return [width = width_of(descriptor)](const std::string& doing) {
    fmt::print(stderr, "\r\033[2K{}", doing.substr(0, static_cast<std::size_t>(std::max(width - 1, 1))));
    std::fflush(stderr);
    progress_shown = true;
  };
}

void clear_progress() {
  if (progress_shown) fmt::print(stderr, "\r\033[2K");
  progress_shown = false;
}

}  // namespace runner::cli
