#include "runner/session/pick.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "runner/session/showing.hpp"
#include "runner/session/store.hpp"

namespace runner::session {
namespace {

struct Uses {
  std::map<std::string, int> count;  // invitations by exercise
  std::set<std::string> had;         // by this candidate
};

Checked<Uses> uses_of(const House& house, const std::string& name) {
  auto store = Store::open(house);
  if (!store) return tl::make_unexpected(std::move(store.error()));
  const auto all = store->invitations();
  if (!all) return tl::make_unexpected(all.error());
  Uses uses;
  for (const auto& each : *all) {
    if (each.exercise.empty()) continue;
    ++uses.count[each.exercise];
    if (!name.empty() && each.name == name) uses.had.insert(each.exercise);
  }
  return uses;
}

}  // namespace

Checked<std::string> pick_exercise(const House& house, const PickRequest& request) {
  const auto uses = uses_of(house, request.name);
  if (!uses) return tl::make_unexpected(uses.error());
  std::optional<std::string> best;
  int least = 0;
  for (const auto& id : exercise_ids(house)) {  // sorted
    const auto exercise = introduction(house, id);
    const bool fits = exercise && (request.language.empty() || exercise->language == request.language) &&
                      (request.level.empty() || exercise->level == request.level) && !uses->had.contains(id);
    if (!fits) continue;
    const auto found = uses->count.find(id);
    const int count = found == uses->count.end() ? 0 : found->second;
    if (!best || count < least) best = id, least = count;
  }
  if (best) return *std::move(best);
  const auto choices = pick_choices(house);
  return faulty({"exercise",
                 {},
                 "none fits that this candidate has not had",
                 fmt::format("languages: {}; levels: {}", fmt::join(choices.languages, ", "),
                             fmt::join(choices.levels, ", "))});
}

PickChoices pick_choices(const House& house) {
  std::set<std::string> languages, levels;
  for (const auto& id : exercise_ids(house))
    if (const auto exercise = introduction(house, id))
      languages.insert(exercise->language), levels.insert(exercise->level);
  return {.languages = {languages.begin(), languages.end()}, .levels = {levels.begin(), levels.end()}};
}

}  // namespace runner::session
