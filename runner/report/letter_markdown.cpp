#include <fmt/format.h>

#include "runner/report/letter_sections.hpp"
#include "runner/report/markdown.hpp"

namespace runner::report {
namespace {

constexpr std::size_t longest_quote = 600;  // bytes

std::string item_markdown(const LetterItem& item) {
  const std::string mark = item.mark.empty() ? "" : fmt::format(" ({})", plain(item.mark));
  std::string out = "- ";
  if (!item.title.empty()) out += fmt::format("**{}**{}", plain(item.title), mark);
  if (!item.title.empty() && !item.where.empty()) out += ", ";
  if (!item.where.empty()) out += code(item.where) + (item.title.empty() ? mark : "");
  out += '\n';
  if (!item.quote.empty()) out += fmt::format("  > {}\n\n", plain(cut(item.quote, longest_quote)));
  for (const auto& text : item.texts) out += fmt::format("  {}\n\n", plain(text));
  return out;
}

}  // namespace

std::string letter_markdown(const Letter& letter) {
  std::string out = fmt::format("# {}\n", plain(letter.title));
  for (const auto& text : letter.opening) out += fmt::format("\n{}\n", plain(text));
  for (const auto& section : letter_sections(letter)) {
    out += fmt::format("\n## {}\n\n", plain(section.heading));
    if (!section.lead.empty()) out += plain(section.lead) + "\n\n";
    for (const auto& item : section.items) out += item_markdown(item);
    while (out.ends_with("\n\n")) out.pop_back();
  }
  for (const auto& text : letter.closing) out += fmt::format("\n{}\n", plain(text));
  return out + fmt::format("\n<sub>Attempt {}.</sub>\n", plain(letter.attempt));
}

}  // namespace runner::report
