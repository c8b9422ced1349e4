#include "runner/report/doctor_text.hpp"

#include <algorithm>

#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

using State = session::DoctorLine::State;

std::string_view name_of(State state) {
  switch (state) {
    case State::good:
      return "good";
    case State::limited:
      return "limited";
    case State::missing:
      return "missing";
  }
  return {};
}

Ink ink_of(State state) {
  switch (state) {
    case State::good:
      return Ink::green;
    case State::limited:
      return Ink::yellow;
    case State::missing:
      return Ink::red;
  }
  return Ink::bold;
}

}  // namespace

std::string doctor_text(const session::Doctor& doctor, const Style& style) {
  int widest = 0;
  for (const auto& line : doctor.lines) widest = std::max(widest, display_width(one_line(line.subject)));
  std::string out;
  for (const auto& line : doctor.lines) {
    const std::string state = padded(ink(style, ink_of(line.state), name_of(line.state)), 7);
    const std::string label = state + "  " + padded(one_line(line.subject), widest) + "  ";
    out += labelled(label, one_line(line.finding), style);
    if (!line.cure.empty())
      out += labelled(padded("", 9) + ink(style, Ink::blue, "help:") + ' ', one_line(line.cure), style);
  }
  return out;
}

std::string doctor_json(const session::Doctor& doctor) {
  Json lines = Json::array();
  for (const auto& line : doctor.lines)
    lines.push_back(Json{{"subject", line.subject},
                         {"state", name_of(line.state)},
                         {"finding", line.finding},
                         {"cure", line.cure}});
  return written(Json{{"schema", "seedfault.doctor/1"}, {"lines", std::move(lines)}});
}

}  // namespace runner::report
