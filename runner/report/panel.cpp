#include "runner/report/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "runner/report/json_values.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using session::PanelDefect;
using session::PanelLevel;

// "ana, ben and seedfault"
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

const PanelLevel* rated(const session::Scored& scored, std::string_view defect) {
  if (!scored.panel) return nullptr;
  const auto found = std::ranges::find(
      scored.panel->defects, defect, [](const PanelLevel& each) { return std::string_view(each.panel.id); });
  return found == scored.panel->defects.end() ? nullptr : &*found;
}

Json json(const PanelLevel& each) {
  Json out = report::json(each.panel);
  out["without_panel"] = to_string(each.matched);
  out["without_panel_ambiguous"] = each.ambiguous;
  return out;
}

bool by_all(const PanelLevel& each) { return each.panel.decided_by == "all"; }

}  // namespace

std::vector<std::string> raters_in(const session::PanelWord& word) {
  std::vector<std::string> names;
  for (const auto& each : word.defects)
    for (const auto& [name, level] : each.panel.said)
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  return names;
}

std::string panel_decision(const PanelDefect& defect) {
  if (defect.decided_by == "all") return "all agree";
  return fmt::format("{} decided {}{}", defect.decided_by, to_string(*defect.result),
                     defect.why.empty() ? "" : fmt::format(": \"{}\"", defect.why));
}

std::string panel_note(const session::Scored& scored) {
  if (!scored.panel) return {};
  const auto& defects = scored.panel->defects;
  const auto agreed = std::ranges::count_if(defects, by_all);
  std::string note = fmt::format("A panel's word stands in this score: {}, rated by {}{}. ",
                                 scored.panel->panel, listed(raters_in(*scored.panel)),
                                 scored.panel->program_rates ? "" : ", without the program");
  std::vector<std::string> who;
  for (const auto& each : defects)
    if (!by_all(each) && std::ranges::find(who, each.panel.decided_by) == who.end())
      who.push_back(each.panel.decided_by);
  note += fmt::format("They agree on {} of {}", agreed, counted(defects.size(), "defect"));
  return note + (who.empty() ? "." : fmt::format("; {} decided the others.", listed(who)));
}

std::string panel_sentence(const session::Scored& scored, std::string_view defect) {
  const auto* each = rated(scored, defect);
  if (each == nullptr) return {};
  std::vector<std::string> said;
  for (const auto& [name, level] : each->panel.said)
    said.push_back(fmt::format("{} by {}", to_string(level), name));
  return fmt::format("{}; {}. Without the panel it would be {}.", listed(said), panel_decision(each->panel),
                     to_string(each->matched));
}

Json json(const PanelDefect& defect) {
  Json said = Json::array();
  for (const auto& [name, level] : defect.said)
    said.push_back(Json{{"rater", name}, {"level", to_string(level)}});
  return Json{{"id", defect.id},
              {"ratings", std::move(said)},
              {"result", defect.result ? Json(to_string(*defect.result)) : Json(nullptr)},
              {"decided_by", defect.decided_by.empty() ? Json(nullptr) : Json(defect.decided_by)},
              {"why", defect.why}};
}

Json panel_of(const session::Scored& scored, std::string_view defect) {
  const auto* each = rated(scored, defect);
  return each == nullptr ? Json(nullptr) : json(*each);
}

Json json(const session::PanelWord& word) {
  Json defects = Json::array();
  for (const auto& each : word.defects) defects.push_back(json(each));
  return Json{{"panel", word.panel},
              {"made_by", word.made_by},
              {"made_at", word.made_at},
              {"revealed_at", word.revealed_at},
              {"program_rates", word.program_rates},
              {"defects", std::move(defects)}};
}

}  // namespace runner::report
