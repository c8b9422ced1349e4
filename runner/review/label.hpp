// Conventional Comments: "issue (blocking): text", whatever stands around it in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace runner::review {

struct Label {
  std::string name;  // lower case; "nit" is "nitpick"; "" when there is none
  bool blocking = false;
};

// Labels of remarks that claim no defect: praise, nitpick, thought, note, typo, polish, quibble, chore.
[[nodiscard]] bool is_aside(std::string_view label);

// Takes the label off the front of the text.
[[nodiscard]] Label take_label(std::string& text);

}  // namespace runner::review
