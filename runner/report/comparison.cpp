#include "runner/report/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "runner/report/lookup.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

bool is_found(const std::optional<review::Level>& level) {
  return level && *level >= review::Level::identified;
}

// Which columns the sentences "by all" and "by nobody" are about.
std::vector<std::size_t> judged_columns(const std::vector<session::Scored>& scores) {
  std::vector<std::size_t> people;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    all.push_back(i);
    if (!is_baseline(scores[i].attempt)) people.push_back(i);
  }
  return people.size() >= 2 ? people : all;
}

void add(std::vector<Finding>& findings, std::string who, std::vector<std::string> titles) {
  if (!titles.empty()) findings.push_back({.who = std::move(who), .titles = std::move(titles)});
}

std::string with_interval(double share, review::Interval interval) {
  return fmt::format("{} ({})", percent(share), percent(interval));
}

std::string known_as(const session::Attempt& attempt) {
  if (const auto mark = attempt.id.find_first_of("@/"); mark != std::string::npos)
    return attempt.id.substr(mark + 1);
  return attempt.candidate.empty() ? attempt.id : attempt.candidate;
}

std::string letter_for(std::size_t index) {
  std::string name(1, static_cast<char>('A' + index % 26));
  return index < 26 ? name : letter_for(index / 26 - 1) + name;
}

}  // namespace

bool is_baseline(const session::Attempt& attempt) { return attempt.id.find('@') != std::string::npos; }

std::vector<ComparedDefect> compared_defects(const std::vector<session::Scored>& scores) {
  std::vector<ComparedDefect> all;
  for (std::size_t column = 0; column < scores.size(); ++column)
    for (std::size_t d = 0; d < scores[column].key.defects.size(); ++d) {
      const auto& defect = scores[column].key.defects[d];
      auto found = std::find_if(all.begin(), all.end(),
                                [&](const auto& other) { return other.defect->id == defect.id; });
      if (found == all.end()) {
        all.push_back({.defect = &defect, .levels = {}});
        found = std::prev(all.end());
      }
      found->levels.resize(scores.size());
      found->levels[column] = result_of(scores[column], d).level;
    }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::tie(a.defect->severity, a.defect->weight) > std::tie(b.defect->severity, b.defect->weight);
  });
  return all;
}

std::vector<std::string> names_of(const std::vector<session::Scored>& scores) {
  std::vector<std::string> names;
  for (const auto& scored : scores) names.push_back(known_as(scored.attempt));
  const auto alone = [&](const auto& name) { return std::count(names.begin(), names.end(), name) == 1; };
  std::vector<std::string> heads;
  for (std::size_t i = 0; i < scores.size(); ++i)
    heads.push_back(one_line(alone(names[i]) ? names[i] : scores[i].attempt.id));
  return heads;
}

std::vector<std::string> letters_for(std::size_t count) {
  std::vector<std::string> letters;
  for (std::size_t i = 0; i < count; ++i) letters.push_back(letter_for(i));
  return letters;
}

std::string described(const session::Scored& scored, std::string_view head) {
  if (is_baseline(scored.attempt)) return "baseline: a tool, not a person";
  if (scored.attempt.id.find('/') != std::string::npos) return "sample review";
  const auto who =
      scored.attempt.candidate.empty() ? std::string("no code name") : one_line(scored.attempt.candidate);
  if (who == head) return std::string(word(scored.review.verdict));
  return fmt::format("{}, {}", who, word(scored.review.verdict));
}

std::vector<Finding> findings(const std::vector<session::Scored>& scores,
                              const std::vector<std::string>& heads) {
  const auto columns = judged_columns(scores);
  std::vector<std::string> by_all;
  std::vector<std::string> by_nobody;
  std::vector<std::vector<std::string>> by_one(scores.size());
  for (const auto& each : compared_defects(scores)) {
    const auto planted = [&](std::size_t column) { return each.levels[column].has_value(); };
    if (!std::all_of(columns.begin(), columns.end(), planted)) continue;
    std::vector<std::size_t> finders;
    for (const auto column : columns)
      if (is_found(each.levels[column])) finders.push_back(column);
    if (finders.size() == columns.size()) by_all.push_back(each.defect->title);
    if (finders.empty()) by_nobody.push_back(each.defect->title);
    if (finders.size() == 1) by_one[finders.front()].push_back(each.defect->title);
  }
  std::vector<Finding> found;
  const std::string_view aside = columns.size() < scores.size() ? " (baselines left aside)" : "";
  add(found, fmt::format("Found by everybody{}", aside), std::move(by_all));
  for (std::size_t column = 0; column < scores.size(); ++column)
    add(found, fmt::format("Found by {} alone{}", heads[column], aside), std::move(by_one[column]));
  add(found, fmt::format("Found by nobody{}", aside), std::move(by_nobody));
  return found;
}

std::vector<std::string> cautions(const std::vector<session::Scored>& scores) {
  std::vector<std::string> notes;
  const auto& first = scores.front().attempt;
  const auto differs = [&](auto member) {
    return std::any_of(scores.begin(), scores.end(),
                       [&](const auto& scored) { return scored.attempt.*member != first.*member; });
  };
  if (differs(&session::Attempt::planted))
    notes.emplace_back(
        "Not the same defects were planted for all of them: read the figures with the defects below, not "
        "against each other.");
  if (differs(&session::Attempt::exercise_digest))
    notes.emplace_back("Not all of them are of the same version of the exercise.");
  for (const auto& scored : scores)
    if (scored.attempt.state == session::AttemptState::open)
      notes.push_back(
          fmt::format("{} is still open: its drafts are scored as they stand.", scored.attempt.id));
  return notes;
}

std::vector<ComparedFigure> figures(const std::vector<session::Scored>& scores) {
  std::vector<ComparedFigure> rows{{"coverage", {}}, {"precision", {}}, {"score", {}},
                                   {"band", {}},     {"found", {}},     {"false alarms", {}}};
  for (const auto& scored : scores) {
    const auto& card = scored.card;
    rows[0].values.push_back(with_interval(card.coverage, card.coverage_interval));
    rows[1].values.push_back(card.precision && card.precision_interval
                                 ? with_interval(*card.precision, *card.precision_interval)
                                 : "n too small");
    rows[2].values.push_back(points(card.score));
    rows[3].values.emplace_back(is_baseline(scored.attempt) ? "" : word(card.band));
    rows[4].values.push_back(fmt::format("{} of {}", card.counts.hits, card.counts.defects));
    rows[5].values.push_back(fmt::format("{}", card.counts.noise + card.counts.decoy_claims));
  }
  return rows;
}

}  // namespace runner::report
