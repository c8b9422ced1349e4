#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "runner/report/html.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/page.hpp"
#include "runner/report/sentences.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

constexpr int cell_width = 26;   // units of the drawing; its height is 24
constexpr int cell_height = 22;  // a fifth of it for each level above "missed"

using ThemeOf = const std::string& (*)(const review::Defect&);

// The levels of the theme's defects, the deepest first.
std::vector<review::Level> levels_of(const session::Scored& scored, ThemeOf theme, const std::string& id) {
  std::vector<review::Level> levels;
  for (std::size_t i = 0; i < scored.key.defects.size(); ++i)
    if (theme(scored.key.defects[i]) == id) levels.push_back(result_of(scored, i).level);
  std::sort(levels.rbegin(), levels.rend());
  return levels;
}

// A box filled from below as far as the review got: what the colour says, the height says too.
std::string box(review::Level level, int index) {
  const int x = index * (cell_width + 5) + 1;
  const int filled = (cell_height - 4) * static_cast<int>(level) / 4;
  return fmt::format(
      "<rect class=\"off\" x=\"{}\" y=\"1\" width=\"{}\" height=\"{}\" rx=\"3\"/><rect class=\"on {}\" "
      "x=\"{}\" "
      "y=\"{}\" width=\"{}\" height=\"{}\" rx=\"1.5\"/>",
      x, cell_width, cell_height, tone(level), x + 2, 1 + cell_height - 2 - filled, cell_width - 4, filled);
}

std::string boxes(const std::vector<review::Level>& levels) {
  std::string drawn;
  std::string spoken;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    drawn += box(levels[i], static_cast<int>(i));
    spoken += fmt::format("{}{}", i == 0 ? "" : ", ", review::to_string(levels[i]));
  }
  const int width = static_cast<int>(levels.size()) * (cell_width + 5);
  return fmt::format(
      "<svg class=\"levels\" viewBox=\"0 0 {0} 24\" width=\"{0}\" height=\"24\" role=\"img\" "
      "aria-label=\"{1}\">{2}</svg>",
      width, spoken, drawn);
}

std::string coverage_bar(double coverage) {
  return fmt::format(
      "<svg class=\"share\" viewBox=\"0 0 100 8\" width=\"100\" height=\"8\" aria-hidden=\"true\"><rect "
      "class=\"track\" width=\"100\" height=\"8\" rx=\"4\"/><rect class=\"on\" width=\"{}\" height=\"8\" "
      "rx=\"4\"/></svg>",
      std::lround(coverage * 100));
}

std::string chart_row(const session::Scored& scored, ThemeOf theme, const review::SubScore& score) {
  const std::string coverage = score.coverage ? coverage_bar(*score.coverage) + percent(*score.coverage)
                                              : "<span class=\"muted\">too few to rate</span>";
  return fmt::format("<tr><th scope=\"row\">{}{}</th><td class=\"found\">{} of {}</td><td>{}</td></tr>\n",
                     escaped(theme_title(score.id)), boxes(levels_of(scored, theme, score.id)), score.found,
                     score.planted, coverage);
}

std::string chart(const session::Scored& scored, std::string_view name, ThemeOf theme,
                  const std::vector<review::SubScore>& scores) {
  std::string out = fmt::format(
      "<table class=\"chart\"><caption>By {}</caption><thead><tr><th scope=\"col\">{}</th><th "
      "scope=\"col\">Found</th><th "
      "scope=\"col\">Coverage</th></tr></thead><tbody>\n",
      name, name == "skill" ? "Skill" : "Pattern");
  for (const auto& score : scores) out += chart_row(scored, theme, score);
  return out + "</tbody></table>\n";
}

std::string legend() {
  std::string out = "<p class=\"legend\">A box is a planted defect, filled as far as the review got: ";
  const char* gap = "";
  for (const auto level : {review::Level::missed, review::Level::located, review::Level::identified,
                           review::Level::explained, review::Level::fixed}) {
    out += fmt::format(
        "{}<span class=\"nowrap\"><svg class=\"levels\" viewBox=\"0 0 31 24\" width=\"31\" height=\"24\" "
        "aria-hidden=\"true\">{}</svg>{}</span>",
        gap, box(level, 0), review::to_string(level));
    gap = " ";
  }
  return out + "</p>\n";
}

}  // namespace

std::string page_coverage(const session::Scored& scored) {
  const auto pattern = [](const review::Defect& defect) -> const std::string& { return defect.pattern; };
  const auto skill = [](const review::Defect& defect) -> const std::string& { return defect.skill; };
  return fmt::format(
      "<section id=\"coverage\" aria-labelledby=\"coverage-title\">\n<h2 id=\"coverage-title\">Coverage by "
      "pattern and skill</h2>\n{}<div class=\"charts\">\n{}{}</div>\n<p "
      "class=\"small\">{}<br>{}</p>\n</section>\n",
      legend(), chart(scored, "outage pattern", pattern, scored.card.by_pattern),
      chart(scored, "skill", skill, scored.card.by_skill), escaped(f_note(scored)),
      escaped(detection_note(scored.card)));
}

}  // namespace runner::report
