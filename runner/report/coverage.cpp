#include "runner/report/coverage.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "runner/report/terminal.hpp"

namespace runner::report {

std::string coverage_text(const std::vector<session::ThemeCoverage>& rows, const Style& style) {
  std::string out;
  std::string_view kind;
  Table shown;
  const auto flush = [&] {
    if (!shown.rows.empty()) out += table(shown, style) + "\n";
    shown.rows.clear();
  };
  for (const auto& row : rows) {
    if (row.kind != kind) {
      flush();
      kind = row.kind;
      shown.heads = {kind == "pattern" ? "PATTERN"
                     : kind == "skill" ? "SKILL"
                                       : "INSTINCT",
                     "DEFECTS", "EXERCISES", "LEVELS", "LANGUAGES"};
    }
    shown.rows.push_back({std::string(row.id),
                          row.defects == 0 ? ink(style, Ink::red, "none") : fmt::format("{}", row.defects),
                          fmt::format("{}", row.exercises.size()),
                          fmt::format("{}", fmt::join(row.levels, " ")),
                          fmt::format("{}", fmt::join(row.languages, ", "))});
  }
  flush();
  out.pop_back();
  return out;
}

std::string coverage_json(const std::vector<session::ThemeCoverage>& rows) {
  auto themes = nlohmann::ordered_json::array();
  for (const auto& row : rows)
    themes.push_back({{"kind", row.kind},
                      {"id", row.id},
                      {"title", row.title},
                      {"defects", row.defects},
                      {"exercises", row.exercises},
                      {"languages", row.languages},
                      {"levels", row.levels}});
  return nlohmann::ordered_json{{"schema", "seedfault.coverage/1"}, {"themes", std::move(themes)}}.dump(2) +
         "\n";
}

}  // namespace runner::report
