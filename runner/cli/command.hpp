// A command as a row of a table. The parser, the manual pages and the completion are all made from these
// rows, so that they cannot disagree.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/check.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::cli {

// Exit statuses; docs and manual pages quote this table.
struct Status {
  int code;
  std::string_view meaning;
};
inline constexpr int done = 0;
inline constexpr int findings_told = 1;
inline constexpr int input_error = 2;
inline constexpr int internal_error = 70;
inline constexpr Status statuses[] = {
    {done, "done"},
    {findings_told, "`detect` found something"},
    {input_error,
     "something given is wrong, missing or cannot be used: the message names the place, the problem and the "
     "remedy; "
     "nothing was changed"},
    {internal_error, "a fault of seedfault itself"},
};

// An option "--seed N", a flag "--json", a short form "-m,--message TEXT", or a positional "EXERCISE" (no
// dash). A positional counted as "rest" is everything after "--", at least one word.
struct Option {
  std::string_view name;
  std::string_view value;  // what its value is called; "" for a flag; ignored for a positional
  std::string_view help;
  enum class Count { optional, required, any, rest } count = Count::optional;
  std::vector<std::string_view> choices = {};
};

// What was given, by the option's long name.
class Arguments {
 public:
  explicit Arguments(std::map<std::string, std::vector<std::string>, std::less<>> given)
      : given_(std::move(given)) {}
  [[nodiscard]] bool has(std::string_view name) const { return given_.contains(name); }
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view name) const { return value(name).value_or(""); }
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

struct Context {
  session::House house;
  report::Style out;           // of standard output
  report::Style err;           // of standard error
  session::Progress progress;  // shows a line on a terminal, nothing elsewhere
  std::filesystem::path here;  // the working folder
};

using Result = session::Checked<int>;  // the exit status, or what was wrong with the input

struct Command {
  std::string_view name;         // "score"; "comments edit" for a command below another
  std::string_view summary;      // one line, no full stop
  std::string_view description;  // Markdown-free paragraphs, a blank line between
  std::vector<Option> options;
  std::vector<std::string_view> examples;
  Result (*run)(const Arguments& arguments, const Context& context);
};

// In the order in which help lists them.
[[nodiscard]] std::span<const Command> commands();

// Prints to standard output; a closed pipe is quiet, a full disk is a fault.
[[nodiscard]] Result print(std::string_view text);

// The score of an attempt, or of a sample review named as "<exercise>/<sample>".
[[nodiscard]] session::Checked<session::Scored> scored_named(const Context& context, const std::string& name);

// Where an author's exercises are: --bank, else the program's own.
[[nodiscard]] std::filesystem::path bank(const Arguments& arguments, const Context& context);
inline const Option bank_option{.name = "--bank",
                                .value = "DIR",
                                .help = "the folder that holds the exercises; the program's own without it"};
inline const Option exercise_of_author{
    .name = "EXERCISE", .value = "", .help = "an exercise of that bank", .count = Option::Count::required};

inline const Option json_option{.name = "--json", .value = "", .help = "print JSON, for programs"};
inline const Option attempt_option{
    .name = "--attempt",
    .value = "ID",
    .help = "the attempt; without it, the one whose folder you are in, or the only open one"};

}  // namespace runner::cli
