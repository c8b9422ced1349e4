#include "runner/cli/seed.hpp"

#include <fmt/format.h>

#include <charconv>

#include "runner/cli/wish.hpp"

namespace runner::cli {

session::Checked<std::optional<std::uint64_t>> read_seed(const Arguments& arguments) {
  const auto text = arguments.value("--seed");
  if (!text) return std::nullopt;
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seed);
  if (error == std::errc() && end == text->data() + text->size()) return seed;
  return session::faulty({"--seed",
                          {},
                          fmt::format("\"{}\" is not a seed", *text),
                          "use a whole number from 0 to 18446744073709551615"});
}

// The exercise that was named, or one that fits what was wished for.
session::Checked<std::string> chosen_exercise(const Arguments& arguments, const Context& context,
                                              std::uint64_t seed, const std::string& who) {
  const auto wish = read_wish(arguments);
  if (!wish) return tl::make_unexpected(wish.error());
  const bool wished = wish->level || wish->language || wish->minutes;
  if (const auto named = arguments.value("EXERCISE")) {
    if (!wished) return *named;
    return session::faulty({who,
                            {},
                            "is given an exercise and what to pick one by",
                            "name the exercise, or leave it out and say --level, --minutes or --language"});
  }
  if (wished) return session::pick(context.house, *wish, seed);
  return session::faulty({who,
                          {},
                          "does not say which exercise",
                          "name one of `seedfault list`, or say --level, --minutes or --language"});
}

}  // namespace runner::cli
