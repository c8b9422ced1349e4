#include "runner/report/faults.hpp"

#include <fmt/format.h>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

// "exercises/x/exercise.toml:12: ", or what of it is known.
std::string place_of(const detectors::source::Fault& fault) {
  if (fault.path.empty()) return {};
  if (fault.line.number == 0) return one_line(fault.path) + ": ";
  return fmt::format("{}:{}: ", one_line(fault.path), fault.line.number);
}

// Further lines of a text that begins behind a label.
std::string under(std::string text) {
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    text.insert(at + 1, "        ");
  return text;
}

}  // namespace

// Nothing is wrapped: a path or a command must come out of the message in one piece, and a line of code as it
// stands.
std::string faults_text(const detectors::source::Faults& faults, const Style& style) {
  std::string out;
  for (const auto& fault : faults) {
    out += fmt::format("{} {}{}\n", ink(style, Ink::red, "error:"), place_of(fault),
                       under(printable(fault.problem)));
    if (fault.remedy.empty()) continue;
    out += fmt::format("  {} {}\n", ink(style, Ink::blue, "help:"), under(printable(fault.remedy)));
  }
  return out;
}

std::string faults_json(const detectors::source::Faults& faults) {
  return written(Json{{"schema", "seedfault.faults/1"}, {"faults", json(faults)}});
}

}  // namespace runner::report
