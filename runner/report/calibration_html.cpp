#include <fmt/format.h>

#include <algorithm>

#include "runner/report/calibration.hpp"
#include "runner/report/calibration_charts.hpp"
#include "runner/report/calibration_words.hpp"
#include "runner/report/html.hpp"
#include "runner/report/page.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using session::CalibrationReport;

std::string table_head(std::string_view caption, std::string_view first,
                       const std::vector<std::string>& heads) {
  std::string out =
      fmt::format("<table class=\"chart compared\"><caption>{}</caption><thead><tr><th scope=\"col\">{}</th>",
                  escaped(caption), escaped(first));
  for (const auto& head : heads) out += fmt::format("<th scope=\"col\">{}</th>", escaped(head));
  return out + "</tr></thead><tbody>\n";
}

std::string row(std::string_view head, const std::vector<std::string>& cells) {
  std::string out = fmt::format("<tr><th scope=\"row\">{}</th>", escaped(head));
  for (const auto& cell : cells) out += fmt::format("<td>{}</td>", cell);
  return out + "</tr>\n";
}

std::vector<std::string> names_of(const CalibrationReport& report) {
  std::vector<std::string> names;
  for (const auto& rater : report.raters) names.push_back(rater.name);
  return names;
}

std::string compared(std::string_view with, const CalibrationReport& report,
                     measure::Comparison session::RaterReport::* which) {
  if (std::ranges::none_of(report.raters, [&](const auto& rater) { return (rater.*which).items > 0; }))
    return "";
  std::string out = table_head(fmt::format("Against {}", with), "Statistic", names_of(report));
  std::vector<std::string> counts;
  for (const auto& rater : report.raters) counts.push_back(fmt::format("{}", (rater.*which).items));
  out += row("Ratings", counts);
  for (const auto& statistic : statistics()) {
    std::vector<std::string> cells;
    for (const auto& rater : report.raters) cells.push_back(figure((rater.*which).*statistic.estimate));
    out += row(statistic.name, cells);
  }
  return scrolled(fmt::format("Figures against {}", with), out + "</tbody></table>\n");
}

std::string together(const CalibrationReport& report) {
  const auto& people = report.people;
  std::string out = table_head("All raters together", "Statistic", {"Value"});
  out += row("Krippendorff's alpha, nominal", {figure(people.nominal)});
  out += row("Krippendorff's alpha, ordinal", {figure(people.ordinal)});
  out += row("Krippendorff's alpha, interval", {figure(people.interval)});
  out += row("ICC(2,1), one rater", {figure(people.icc_one)});
  out += row("ICC(2,k), their mean", {figure(people.icc_mean)});
  return scrolled("Figures of all raters together", out + "</tbody></table>\n");
}

std::string said(std::string_view who, const std::optional<review::Level>& level, const std::string& why) {
  if (!level) return "";
  return fmt::format("<dt>{}</dt><dd>{}{}</dd>", escaped(who), meter(*level),
                     why.empty() ? "" : " " + escaped(why));
}

std::string disagreements(const CalibrationReport& report) {
  std::vector<std::string> cards;
  for (const auto& item : report.items) {
    if (item.spread <= 0) break;
    std::string out =
        fmt::format("<li class=\"card\"><div class=\"title\"><h3>{}: {}</h3>{}</div><dl class=\"pairs\">",
                    escaped(item.review), escaped(item.defect),
                    chip("plain", fmt::format("variance {}", number(item.spread))));
    for (std::size_t i = 0; i < report.raters.size(); ++i)
      out += said(report.raters[i].name, item.levels[i], item.whys[i]);
    cards.push_back(out + said("seedfault", item.program, "") + said("known", item.gold, "") +
                    "</dl></li>\n");
  }
  if (cards.empty()) return "<p>All raters gave every defect the same level.</p>\n";
  const auto most = cards.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(cards.size(), 10));
  std::string out = fmt::format("<ol class=\"cards\">\n{}</ol>\n", fmt::join(cards.begin(), most, ""));
  if (most == cards.end()) return out;
  return out + fmt::format(
                   "<details><summary>{} more, with less between them</summary>\n<ol class=\"cards\" "
                   "start=\"11\">\n{}</ol>\n</details>\n",
                   cards.end() - most, fmt::join(most, cards.end(), ""));
}

std::string verdicts(const CalibrationReport& report) {
  auto heads = names_of(report);
  heads.insert(heads.end(), {"seedfault", "Source"});
  std::string out = table_head("Verdicts", "Review", heads);
  for (const auto& review : report.pack.reviews) {
    std::vector<std::string> cells;
    for (const auto& rater : report.raters) {
      const auto& rating = report.pack.sheets.at(rater.name).at(review.code);
      cells.emplace_back(rating.verdict ? chip(tone(*rating.verdict), review::to_string(*rating.verdict))
                                        : "-");
    }
    cells.push_back(chip(tone(review.program_band), review::to_string(review.program_band)));
    cells.push_back(fmt::format("<span class=\"path\">{}</span>", escaped(review.source)));
    out += row(review.code, cells);
  }
  out = scrolled("Verdicts", out + "</tbody></table>\n");
  for (const auto& review : report.pack.reviews) {
    out += fmt::format("<h3>{}</h3>\n<dl class=\"pairs\">", escaped(review.code));
    for (const auto& rater : report.raters)
      out += fmt::format("<dt>{}</dt><dd>{}</dd>", escaped(rater.name),
                         escaped(report.pack.sheets.at(rater.name).at(review.code).why));
    out += "</dl>\n";
  }
  return out;
}

std::string confusions(const CalibrationReport& report) {
  std::vector<std::string> heads;
  for (int level = 0; level < measure::levels; ++level)
    heads.emplace_back(to_string(static_cast<review::Level>(level)));
  std::string out;
  for (const auto& rater : report.raters) {
    if (rater.panel.table.empty()) continue;
    std::string table =
        table_head(fmt::format("{} (rows) against the panel (columns)", rater.name), "Level", heads);
    for (std::size_t level = 0; level < heads.size(); ++level) {
      std::vector<std::string> cells;
      for (const int count : rater.panel.table[level])
        cells.push_back(count > 0 ? fmt::format("{}", count) : "<span class=\"muted\">0</span>");
      table += row(heads[level], cells);
    }
    out += scrolled(fmt::format("Levels of {} against the panel", rater.name), table + "</tbody></table>\n");
    out += fmt::format("<p class=\"legend\">Prevalence: {}</p>\n", prevalence(rater.panel.plain));
  }
  return out;
}

std::string anchors(const CalibrationReport& report) {
  std::string out;
  for (const auto& anchor : report.anchors)
    out += row(anchor.rater, {escaped(anchor.review), escaped(anchor.earlier), number(anchor.distance),
                              chip(anchor.failed ? "bad" : "good", anchor.failed ? "too far" : "kept")});
  if (out.empty()) return "";
  return scrolled("Anchors", table_head("Anchors: the same review, rated again", "Rater",
                                        {"Now", "Then", "Levels apart", "Result"}) +
                                 out + "</tbody></table>\n");
}

std::string section(std::string_view title, const std::string& body) {
  return body.empty() ? "" : fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", title, body);
}

}  // namespace

std::string calibration_html(const CalibrationReport& report) {
  std::string body = fmt::format(
      "<header class=\"top\"><div class=\"wrap\">\n<p class=\"over\">seedfault calibration</p>\n<h1>{}</h1>\n"
      "<p class=\"facts\">{}, {}, {}.</p>\n",
      escaped(report.pack.id), counted(report.pack.reviews.size(), "review"),
      counted(report.raters.size(), "rater"), escaped(state_of(report.pack)));
  for (const auto& note : cautions(report))
    body += fmt::format("<p class=\"callout\"><strong>Note.</strong> {}</p>\n", escaped(note));
  body += "</div></header>\n<div class=\"wrap\">\n<main id=\"main\" tabindex=\"-1\">\n";
  body += section("Bias", bias_chart(report));
  body += section("Bias from pack to pack", drift_chart(report) + anchors(report));
  body += section("Most disagreement first", disagreements(report));
  body += section("Who gave what",
                  "<p class=\"legend\">0 missed, 1 located, 2 identified, 3 explained, 4 "
                  "fixed; an empty box: not rated.</p>\n" +
                      heat_map(report));
  body += section("Agreement",
                  compared("the panel (the middle of the others)", report, &session::RaterReport::panel) +
                      compared("the known levels", report, &session::RaterReport::gold) +
                      compared("the program", report, &session::RaterReport::program) + together(report));
  body += section("Verdicts and reasons", verdicts(report));
  body += section("Confusion of levels", confusions(report));
  body += "</main>\n</div>\n";
  return page("Calibration " + report.pack.id + ": seedfault", "Skip to the figures", body);
}

}  // namespace runner::report
