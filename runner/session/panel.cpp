#include "runner/session/panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/session/pack_pairs.hpp"
#include "runner/session/pack_store.hpp"

namespace runner::session {
namespace {

std::optional<Level> decided_by(const Pack& pack, const PackReview& review, std::size_t defect,
                                PanelDefect& into) {
  for (const auto& rater : pack.raters) {
    const auto sheet = pack.sheets.find(rater.name);
    if (rater.role != PackRole::adjudicator || sheet == pack.sheets.end()) continue;
    const auto rating = sheet->second.find(review.code);
    if (rating == sheet->second.end() || defect >= rating->second.defects.size()) continue;
    const auto& said = rating->second.defects[defect];
    if (!said.level) continue;
    into.decided_by = rater.name;
    into.why = said.why;
    return said.level;
  }
  return std::nullopt;
}

std::optional<PanelWord> word_of(const Pack& pack) {
  PanelWord word{.panel = pack.id,
                 .made_by = pack.made_by,
                 .made_at = pack.made_at,
                 .revealed_at = pack.revealed_at,
                 .program_rates = pack.program_rates,
                 .defects = {}};
  const auto& review = pack.reviews.front();
  for (std::size_t i = 0; i < review.defects.size(); ++i) {
    word.defects.push_back({.panel = panel_defect(pack, review, i)});
    if (!word.defects.back().panel.result) return std::nullopt;
  }
  return word;
}

// What a reader must know of the claims, of which a panel says nothing.
void add_notes(Scored& scored, const PanelWord& word) {
  std::vector<std::string> unclaimed;
  for (const auto& defect : scored.assessment.defects)
    for (const auto& rated : word.defects)
      if (rated.panel.id == defect.defect && !defect.claim && defect.level > Level::missed)
        unclaimed.push_back(defect.defect);
  if (!unclaimed.empty())
    scored.notes.push_back(fmt::format(
        "Panel {} credits {}, for which the matching found no claim: precision does not know of it. "
        "`seedfault review {} --pair CLAIM:DEFECT` says which claim it is.",
        word.panel, fmt::join(unclaimed, ", "), scored.attempt.id));
}

void count_again(Scored& scored) {
  scored.card = review::score(scored.assessment, scored.key, scored.review.verdict, scored.policy);
}

}  // namespace

PanelDefect panel_defect(const Pack& pack, const PackReview& review, std::size_t defect) {
  PanelDefect result{.id = review.defects[defect], .said = {}, .result = {}, .decided_by = {}, .why = {}};
  for (const auto& name : raters_who_submitted(pack))
    if (const auto level = pack.sheets.at(name).at(review.code).defects[defect].level)
      result.said.emplace_back(name, *level);
  if (pack.program_rates) result.said.emplace_back("seedfault", review.program[defect]);
  const bool same = std::ranges::all_of(
      result.said, [&](const auto& each) { return each.second == result.said.front().second; });
  if (same && !result.said.empty()) {
    result.result = result.said.front().second;
    result.decided_by = "all";
  } else {
    result.result = decided_by(pack, review, defect, result);
  }
  return result;
}

Checked<std::optional<PanelWord>> panel_word(Store& store, std::string_view attempt) {
  const auto packs = panels_of(store, attempt);
  if (!packs) return tl::make_unexpected(packs.error());
  std::optional<PanelWord> newest;
  for (const auto& pack : *packs)
    if (auto word = pack.revealed_at.empty() ? std::nullopt : word_of(pack)) newest = std::move(word);
  return newest;
}

Scored with_panel(Scored scored, PanelWord word) {
  for (auto& result : scored.assessment.defects) {
    const auto rated =
        std::ranges::find(word.defects, result.defect, [](const PanelLevel& each) { return each.panel.id; });
    if (rated == word.defects.end() || !rated->panel.result) continue;
    rated->matched = result.level;
    rated->ambiguous = result.ambiguous;
    result.level = *rated->panel.result;
    result.ambiguous = false;
    result.settled = true;
  }
  add_notes(scored, word);
  scored.panel = std::move(word);
  count_again(scored);
  return scored;
}

Scored without_panel(Scored scored) {
  if (!scored.panel) return scored;
  for (auto& result : scored.assessment.defects)
    for (const auto& rated : scored.panel->defects)
      if (rated.panel.id == result.defect) {
        result.level = rated.matched;
        result.ambiguous = rated.ambiguous;
        result.settled = false;
      }
  scored.panel.reset();
  count_again(scored);
  return scored;
}

}  // namespace runner::session
