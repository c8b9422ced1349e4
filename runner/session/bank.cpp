#include "runner/session/bank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace runner::session {
namespace {

using detectors::source::Theme;

void add_once(std::vector<std::string>& sorted, const std::string& value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

std::string_view theme_of(const detectors::DefectClass& defect_class, std::string_view kind) {
  if (kind == "pattern") return defect_class.pattern;
  return kind == "skill" ? defect_class.skill : defect_class.instinct;
}

ThemeCoverage covered(std::string_view kind, const Theme& theme, const std::vector<exercise::Exercise>& bank,
                      const detectors::Catalog& catalog) {
  ThemeCoverage row{
      .kind = kind, .id = theme.id, .title = theme.title, .exercises = {}, .languages = {}, .levels = {}};
  for (const auto& exercise : bank)
    for (const auto& defect : exercise.defects) {
      const auto* defect_class = detectors::find_class(catalog, defect.class_id);
      if (!defect_class || theme_of(*defect_class, kind) != theme.id) continue;
      ++row.defects;
      add_once(row.exercises, exercise.id);
      add_once(row.languages, exercise.language);
      add_once(row.levels, exercise.level);
    }
  return row;
}

std::string described(const Wish& wish) {
  std::string text;
  if (wish.level) text += " level " + *wish.level;
  if (wish.language) text += (text.empty() ? " " : ", ") + *wish.language;
  if (wish.minutes) text += fmt::format("{} at most {} minutes", text.empty() ? "" : ",", *wish.minutes);
  return text;
}

std::string what_there_is(const std::vector<exercise::Exercise>& bank) {
  std::set<std::string> kinds;
  for (const auto& exercise : bank)
    kinds.insert(fmt::format("{} {} of {} minutes", exercise.language, exercise.level, exercise.minutes));
  return fmt::format("there is: {}", fmt::join(kinds, "; "));
}

}  // namespace

std::vector<exercise::Exercise> fitting(std::vector<exercise::Exercise> bank, const Wish& wish) {
  std::erase_if(bank, [&](const exercise::Exercise& exercise) {
    return (wish.level && exercise.level != *wish.level) ||
           (wish.language && exercise.language != *wish.language) ||
           (wish.minutes && exercise.minutes > *wish.minutes);
  });
  return bank;
}

Checked<std::string> pick(const House& house, const Wish& wish, std::uint64_t seed) {
  const auto bank = load_bank(house);
  if (bank.exercises.empty() && !bank.faults.empty()) return tl::make_unexpected(bank.faults);
  const auto fit = fitting(bank.exercises, wish);
  if (!fit.empty()) return fit[seed % fit.size()].id;
  return faulty({bank_of(house).string(),
                 {},
                 "holds no exercise for" + described(wish),
                 what_there_is(bank.exercises)});
}

std::vector<ThemeCoverage> coverage_of(const std::vector<exercise::Exercise>& bank,
                                       const detectors::Catalog& catalog) {
  std::vector<ThemeCoverage> rows;
  const auto add = [&](std::string_view kind, const auto& themes) {
    for (const auto& theme : themes) rows.push_back(covered(kind, theme, bank, catalog));
  };
  add("pattern", detectors::source::outage_patterns);
  add("skill", detectors::source::skills);
  add("instinct", detectors::source::instincts);
  return rows;
}

}  // namespace runner::session
