#include "runner/report/evidence_text.hpp"

#include <fmt/format.h>

#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {

std::string evidence_text(const review::Evidence& evidence, const Style& style) {
  const std::string label =
      fmt::format("    {:+.2f}  {}  ", evidence.weight, padded(word(evidence.kind), 12));
  std::string said = one_line(evidence.text);
  if (evidence.text.find(evidence.quote) == std::string::npos)
    said += fmt::format(" [\"{}\"]", one_line(evidence.quote));
  return labelled(label, said, style);
}

}  // namespace runner::report
