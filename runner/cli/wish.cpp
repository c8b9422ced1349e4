#include "runner/cli/wish.hpp"

#include <fmt/format.h>

#include <charconv>

namespace runner::cli {

session::Checked<session::Wish> read_wish(const Arguments& arguments) {
  session::Wish wish{
      .level = arguments.value("--level"), .language = arguments.value("--language"), .minutes = {}};
  const auto text = arguments.value("--minutes");
  if (!text) return wish;
  int minutes = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), minutes);
  if (error != std::errc() || end != text->data() + text->size() || minutes < 1)
    return session::faulty(
        {"--minutes", {}, fmt::format("\"{}\" is no number of minutes", *text), "use a whole number from 1"});
  wish.minutes = minutes;
  return wish;
}

}  // namespace runner::cli
