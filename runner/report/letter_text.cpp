#include "runner/report/letter_sections.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"

namespace runner::report {
namespace {

constexpr Indent block{.first = 2, .rest = 2};
constexpr Indent inner{.first = 4, .rest = 4};
constexpr int longest_quote = 400;  // columns

std::string item_text(const LetterItem& item, const Style& style) {
  std::string out;
  const std::string mark = item.mark.empty() ? "" : " [" + item.mark + "]";
  if (!item.title.empty()) out += paragraph(ink(style, Ink::bold, one_line(item.title)) + mark, block, style);
  if (!item.quote.empty())
    out += paragraph('"' + shortened(one_line(item.quote), longest_quote) + '"', block, style);
  const std::string where = one_line(item.where) + (item.title.empty() ? mark : "");
  if (!item.where.empty()) out += paragraph(ink(style, Ink::dim, where), inner, style);
  for (const auto& text : item.texts) out += paragraph(one_line(text), inner, style);
  return out;
}

std::string section_text(const LetterSection& section, const Style& style) {
  std::string out = heading(section.heading, style);
  if (!section.lead.empty())
    out += paragraph(section.lead, block, style) + (section.items.empty() ? "" : "\n");
  const char* gap = "";
  for (const auto& item : section.items) {
    out += gap + item_text(item, style);
    gap = "\n";
  }
  return out;
}

}  // namespace

std::string letter_text(const Letter& letter, const Style& style) {
  std::string out = paragraph(ink(style, Ink::bold, one_line(letter.title)), {}, style);
  for (const auto& text : letter.opening) out += '\n' + paragraph(text, {}, style);
  for (const auto& section : letter_sections(letter)) out += section_text(section, style);
  for (const auto& text : letter.closing) out += '\n' + paragraph(text, {}, style);
  return out + '\n' + paragraph(one_line("Attempt " + letter.attempt + '.'), {}, style);
}

}  // namespace runner::report
