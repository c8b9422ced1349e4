#include <fmt/format.h>

#include "runner/report/html.hpp"
#include "runner/report/letter_sections.hpp"
#include "runner/report/page.hpp"

namespace runner::report {
namespace {

std::string paragraphs(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += fmt::format("<p>{}</p>\n", escaped(text));
  return out;
}

std::string item_html(const LetterItem& item) {
  const std::string mark = item.mark.empty() ? "" : ' ' + chip(item.tone, item.mark);
  std::string out = "<li class=\"card\">\n";
  if (!item.title.empty())
    out += fmt::format("<div class=\"title\"><h3>{}</h3>{}</div>\n", escaped(item.title), mark);
  if (!item.quote.empty())
    out += fmt::format("<blockquote class=\"said\"><p>{}</p></blockquote>\n", escaped(item.quote));
  if (!item.where.empty())
    out += fmt::format("<p class=\"where\"><span class=\"path\">{}</span>{}</p>\n", escaped(item.where),
                       item.title.empty() ? mark : "");
  return out + paragraphs(item.texts) + "</li>\n";
}

std::string section_html(const LetterSection& section) {
  std::string out = fmt::format("<section>\n<h2>{}</h2>\n", escaped(section.heading));
  if (!section.lead.empty()) out += fmt::format("<p>{}</p>\n", escaped(section.lead));
  if (section.items.empty()) return out + "</section>\n";
  out += "<ul class=\"cards\">\n";
  for (const auto& item : section.items) out += item_html(item);
  return out + "</ul>\n</section>\n";
}

}  // namespace

std::string letter_html(const Letter& letter) {
  std::string body =
      fmt::format("<header class=\"top\"><div class=\"wrap letter\">\n<h1>{}</h1>\n{}</div></header>\n",
                  escaped(letter.title), paragraphs(letter.opening));
  body += "<div class=\"wrap letter\">\n<main id=\"main\" tabindex=\"-1\">\n";
  for (const auto& section : letter_sections(letter)) body += section_html(section);
  body += "<section>\n" + paragraphs(letter.closing) + "</section>\n</main>\n</div>\n";
  body += fmt::format("<footer><div class=\"wrap letter\"><p>Attempt {}.</p></div></footer>\n",
                      escaped(letter.attempt));
  return page(letter.title, "Skip to what you found", body);
}

}  // namespace runner::report
