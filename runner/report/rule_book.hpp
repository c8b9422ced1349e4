// The rules as Markdown, one page for each class: docs/rules.
#pragma once

#include <string>
#include <vector>

#include "runner/session/detect_values.hpp"

namespace runner::report {

[[nodiscard]] std::string class_markdown(const session::ClassPage& page);
// Where its findings are of high confidence: "high in go; in python when it stands in a handler; low
// elsewhere".
[[nodiscard]] std::string confidence_words(const session::RulePage& rule);
// The list of all classes, with a link to the page of each.
[[nodiscard]] std::string book_markdown(const std::vector<session::ClassPage>& pages);

}  // namespace runner::report
