#include "runner/report/html.hpp"

#include <fmt/format.h>

#include "runner/report/lookup.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/words.hpp"

namespace runner::report {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string defect_anchor(std::size_t defect) { return fmt::format("defect-{}", defect + 1); }
std::string comment_anchor(std::size_t comment) { return fmt::format("comment-{}", comment + 1); }
std::string file_anchor(std::size_t file) { return fmt::format("file-{}", file + 1); }
std::string place_anchor(std::size_t defect, std::size_t place) {
  return fmt::format("defect-{}-place-{}", defect + 1, place + 1);
}

std::string link(std::string_view anchor, std::string_view html) {
  return fmt::format("<a href=\"#{}\">{}</a>", anchor, html);
}

std::string source_link(const session::Scored& scored, std::size_t claim) {
  return link(comment_anchor(scored.assessment.claims[claim].claim.comment),
              escaped(source(comment_of(scored, claim))));
}

std::string words_of(const review::Claim& claim) {
  return claim.text.empty() ? "<em>A suggestion without words.</em>" : escaped(claim.text);
}

std::string chip(std::string_view tone, std::string_view text) {
  return fmt::format("<span class=\"chip {}\">{}</span>", tone, escaped(text));
}

std::string_view tone(review::Level level) {
  switch (level) {
    case review::Level::missed:
      return "bad";
    case review::Level::located:
      return "warn";
    case review::Level::identified:
      return "info";
    case review::Level::explained:
    case review::Level::fixed:
      return "good";
  }
  return "plain";
}

std::string_view tone(review::Fate fate) {
  switch (fate) {
    case review::Fate::credited:
    case review::Fate::valid_extra:
      return "good";
    case review::Fate::decoy_hit:
      return "bad";
    case review::Fate::noise:
      return "warn";
    case review::Fate::unjudged:
      return "info";
    case review::Fate::duplicate:
    case review::Fate::neutral:
      return "plain";
  }
  return "plain";
}

std::string_view tone(review::Band band) {
  switch (band) {
    case review::Band::strong:
    case review::Band::meets:
      return "good";
    case review::Band::mixed:
      return "warn";
    case review::Band::below:
      return "bad";
    case review::Band::more_review:
      return "info";
  }
  return "plain";
}

std::string scrolled(std::string_view name, const std::string& table) {
  return fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                     escaped(name), table);
}

std::string meter(review::Level level) {
  std::string cells;
  for (int cell = 0; cell < 4; ++cell)
    cells += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"0\" width=\"12\" height=\"8\" rx=\"2\"/>",
                         cell < static_cast<int>(level) ? "on" : "off", cell * 15);
  return fmt::format(
      "<span class=\"meter {}\"><svg viewBox=\"0 0 57 8\" width=\"57\" height=\"8\" "
      "aria-hidden=\"true\">{}</svg> {}</span>",
      tone(level), cells, review::to_string(level));
}

}  // namespace runner::report
