#include <fmt/format.h>

#include "runner/report/compare.hpp"
#include "runner/report/comparison.hpp"
#include "runner/report/markdown.hpp"

namespace runner::report {
namespace {

std::string head(std::string_view first, const std::vector<session::Scored>& scores) {
  std::string names = fmt::format("| {} |", first);
  std::string rule = "|---|";
  for (const auto& name : names_of(scores)) {
    names += fmt::format(" {} |", plain(name));
    rule += "---|";
  }
  return names + '\n' + rule + '\n';
}

std::string row(const ComparedDefect& each) {
  std::string out = fmt::format("| {} ({}) |", plain(each.defect->title),
                                detectors::source::to_string(each.defect->severity));
  for (const auto& level : each.levels)
    out += fmt::format(" {} |", !level ? "not planted"
                                : *level == review::Level::missed
                                    ? "missed"
                                    : fmt::format("**{}**", review::to_string(*level)));
  return out + '\n';
}

}  // namespace

std::string compare_markdown(const std::vector<session::Scored>& scores) {
  std::string out = fmt::format("## seedfault comparison: {}\n\n", plain(scores.front().exercise_title));
  auto heads = names_of(scores);
  for (std::size_t i = 0; i < scores.size(); ++i)
    out += fmt::format("- **{}** {}: {}\n", plain(heads[i]), code(scores[i].attempt.id),
                       plain(described(scores[i], heads[i])));
  out += '\n' + head(" ", scores);
  for (const auto& figure : figures(scores)) {
    out += fmt::format("| {} |", figure.name);
    for (const auto& value : figure.values) out += fmt::format(" {} |", plain(value));
    out += '\n';
  }
  out += "\n### Defect by defect, the most severe first\n\n" + head("defect", scores);
  for (const auto& each : compared_defects(scores)) out += row(each);
  for (auto& each : heads) each = plain(each);
  for (const auto& finding : findings(scores, heads)) {
    out += fmt::format("\n**{}**\n\n", finding.who);
    for (const auto& title : finding.titles) out += fmt::format("- {}\n", plain(title));
  }
  for (const auto& note : cautions(scores)) out += fmt::format("\n> Note: {}\n", plain(note));
  return out;
}

}  // namespace runner::report
