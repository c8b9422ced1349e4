// Conventional Comments: "issue (blocking): text", whatever stands around it in Markdown.
#pragma once

#include <string>

namespace runner::review {

struct Label {
  std::string name;  // lower case; "nit" is "nitpick"; "" when there is none
  bool blocking = false;
};

// Takes the label off the front of the text.
[[nodiscard]] Label take_label(std::string& text);

}  // namespace runner::review
