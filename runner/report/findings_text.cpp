#include <fmt/format.h>

#include <algorithm>

#include "runner/report/findings.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/rule_book.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using detectors::source::Severity;

Ink ink_of(Severity severity) {
  if (severity == Severity::blocker) return Ink::red;
  return severity == Severity::major ? Ink::yellow : Ink::blue;
}

// A line of code as it stands, tabs as one space, cut where the window ends; and the caret under its column.
std::string code(std::string_view line, int column, const Style& style) {
  const auto first = std::min(line.find_first_not_of(" \t"), line.size());
  const auto text = shortened(one_line(line.substr(first)), std::max(20, std::min(columns(style), 200) - 4));
  const auto at = std::max(0, column - 1 - static_cast<int>(first));
  const auto before = line.substr(first, static_cast<std::size_t>(at));
  return fmt::format("    {}\n    {}{}\n", text,
                     std::string(static_cast<std::size_t>(display_width(one_line(before))), ' '),
                     ink(style, Ink::green, "^"));
}

std::string_view doubt(const detectors::Finding& finding) {
  return finding.confidence == detectors::Confidence::low ? " low confidence" : "";
}

std::string finding_text(const detectors::Finding& finding, std::string_view line, const Style& style) {
  auto out = fmt::format("{}:{}:{}: {} {}\n", one_line(finding.path), finding.begin.line.number,
                         finding.begin.column.number,
                         ink(style, ink_of(finding.severity), to_string(finding.severity)),
                         ink(style, Ink::dim, fmt::format("[{}]{}", finding.rule, doubt(finding))));
  out += paragraph(one_line(finding.message), {.first = 2, .rest = 2}, style);
  out += code(line, finding.begin.column.number, style);
  for (const auto& fact : finding.because)
    out += paragraph(ink(style, Ink::dim, one_line(fact)), {.first = 4, .rest = 6}, style);
  return out + '\n';
}

}  // namespace

std::string findings_text(const session::DetectReport& report, const Style& style) {
  std::string out;
  for (const auto& file : report.files) {
    for (std::size_t i = 0; i < file.findings.size(); ++i)
      out += finding_text(file.findings[i], file.lines[i], style);
    for (const auto& note : file.notes)
      out += paragraph(fmt::format("{}: {}", one_line(file.path), one_line(note)), {}, style);
  }
  const auto count = report.findings();
  auto total = fmt::format("{} in {}", count == 0 ? "nothing found" : counted(count, "finding"),
                           counted(report.scanned, "file"));
  if (report.ignored > 0) total += fmt::format(", {} marked as right in the code", report.ignored);
  if (report.unlikely > 0)
    total += fmt::format(", {} of low confidence left out (--confidence low tells them)", report.unlikely);
  if (count > 0) total += "; seedfault detect --explain RULE says why and what to do";
  return out + paragraph(total + ".", {}, style);
}

std::string rule_text(const session::RulePage& page, const Style& style) {
  auto out = paragraph(fmt::format("{}  ({}: {}; {})", ink(style, Ink::bold, page.id), page.class_id,
                                   one_line(page.class_title), page.severity),
                       {}, style);
  out += paragraph(fmt::format("Languages: {}", fmt::join(page.languages, ", ")), {}, style);
  out += paragraph(fmt::format("Confidence: {}", confidence_words(page)), {}, style);
  out += '\n' + paragraph(page.message, {}, style);
  out += '\n' + labelled("Why: ", page.why, style) + labelled("Fix: ", page.fix, style);
  for (const auto& example : page.examples) {
    out += '\n' + paragraph(fmt::format("{} ({})", example.bad ? "Found" : "Not found", example.language), {},
                            style);
    if (!example.before.empty()) out += verbatim(example.before, 4) + paragraph("becomes", {}, style);
    out += verbatim(example.code, 4);
  }
  return out;
}

}  // namespace runner::report
