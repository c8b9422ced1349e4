#include "runner/comments/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runner/comments/comments.hpp"

namespace runner::comments {
namespace {

constexpr std::array<std::string_view, 3> examples{
    "what is wrong, what happens then, and how you would mend it", "an entry may cover several lines",
    "or speak of the file as a whole"};

}  // namespace

bool is_example(std::string_view entry_text) {
  return std::find(examples.begin(), examples.end(), entry_text) != examples.end();
}

std::string review_file_template(std::string_view exercise_title, std::string_view example_path) {
  return fmt::format(R"(# {0}{1}

<!--
One entry for each comment, below "Comments" at the end of this file. An entry begins with its place:

    {2}:24: {3}
    {2}:24-26: [major] {4}
    {2}: {5}

and goes on until the next entry begins. How bad it is may stand in brackets: blocker, major, minor, nit.
Code goes between ``` fences; a ```suggestion is put in the place of the entry's lines.
What you write under "Summary" is your word on the change as a whole. Under "Verdict" stands one of: approve, request changes,
comment. Nothing between these marks is read.
-->

## Summary

## Verdict

## Comments

)",
                     template_title, exercise_title, example_path, examples[0], examples[1], examples[2]);
}

}  // namespace runner::comments
