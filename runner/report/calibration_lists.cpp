// Packs, panels, the ladder and the log, as text and JSON.
#include <fmt/format.h>

#include "runner/report/calibration.hpp"
#include "runner/report/calibration_words.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/printable.hpp"
#include "runner/report/terminal.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

std::string names_of(const session::Pack& pack) {
  std::vector<std::string> names;
  for (const auto& rater : pack.raters)
    names.push_back(rater.role == session::PackRole::adjudicator ? rater.name + " (adjudicator)"
                                                                 : rater.name);
  return one_line(fmt::format("{}", fmt::join(names, ", ")));
}

// How many of the review's levels the viewer has set.
std::size_t rated(const session::Pack& pack, const std::string& viewer, const session::PackReview& review) {
  const auto sheet = pack.sheets.find(viewer);
  if (sheet == pack.sheets.end()) return 0;
  const auto rating = sheet->second.find(review.code);
  if (rating == sheet->second.end()) return 0;
  std::size_t count = 0;
  for (const auto& each : rating->second.defects) count += each.level ? 1U : 0U;
  return count;
}

Json pack_value(const session::Pack& pack) {
  Json raters = Json::array();
  for (const auto& rater : pack.raters)
    raters.push_back(Json{{"name", rater.name},
                          {"role", rater.role == session::PackRole::adjudicator ? "adjudicator" : "rater"},
                          {"submitted", !rater.submitted_at.empty()},
                          {"excused", rater.excused.empty() ? Json(nullptr) : Json(rater.excused)}});
  return Json{{"id", pack.id},
              {"kind", to_string(pack.kind)},
              {"made_at", pack.made_at},
              {"revealed_at", pack.revealed_at.empty() ? Json(nullptr) : Json(pack.revealed_at)},
              {"reviews", pack.reviews.size()},
              {"raters", std::move(raters)}};
}

}  // namespace

std::string packs_text(const std::vector<session::Pack>& packs, const Style& style) {
  if (packs.empty()) return "No packs yet: `seedfault calibrate new` makes one.\n";
  Table cells{.heads = {"Pack", "Kind", "Reviews", "State", "Raters"}, .rows = {}};
  for (const auto& pack : packs)
    cells.rows.push_back({one_line(pack.id), std::string(to_string(pack.kind)),
                          fmt::format("{}", pack.reviews.size()), state_of(pack), names_of(pack)});
  return table(cells, style);
}

std::string packs_json(const std::vector<session::Pack>& packs) {
  Json out = Json::array();
  for (const auto& pack : packs) out.push_back(pack_value(pack));
  return written(Json{{"schema", "seedfault.packs/1"}, {"packs", std::move(out)}});
}

std::string pack_text(const session::Pack& pack, const std::string& viewer, const Style& style) {
  std::string out = fmt::format("{} {}: {}\n", to_string(pack.kind), ink(style, Ink::bold, one_line(pack.id)),
                                state_of(pack));
  Table cells{.heads = {"Review", "Defects", "Rated", "Exercise"}, .rows = {}};
  for (const auto& review : pack.reviews)
    cells.rows.push_back({review.code, fmt::format("{}", review.defects.size()),
                          viewer.empty() ? "-" : fmt::format("{}", rated(pack, viewer, review)),
                          one_line(review.title)});
  return out + table(cells, style);
}

std::string pack_json(const session::Pack& pack, const std::string& viewer) {
  Json out{{"schema", "seedfault.pack/1"}};
  out.update(pack_value(pack));
  out["reviews"] = Json::array();
  for (const auto& review : pack.reviews) {
    Json defects = Json::array();
    const auto sheet = pack.sheets.find(viewer);
    const session::ReviewRating* own = nullptr;
    if (sheet != pack.sheets.end())
      if (const auto found = sheet->second.find(review.code); found != sheet->second.end())
        own = &found->second;
    for (std::size_t i = 0; i < review.defects.size(); ++i) {
      const bool said = own != nullptr && i < own->defects.size() && own->defects[i].level.has_value();
      defects.push_back(Json{{"id", review.defects[i]},
                             {"level", said ? Json(to_string(*own->defects[i].level)) : Json(nullptr)},
                             {"why", own != nullptr && i < own->defects.size() ? own->defects[i].why : ""}});
    }
    out["reviews"].push_back(Json{
        {"code", review.code},
        {"exercise", review.title},
        {"defects", std::move(defects)},
        {"verdict", own != nullptr && own->verdict ? Json(review::to_string(*own->verdict)) : Json(nullptr)},
        {"why", own != nullptr ? own->why : ""}});
  }
  return written(out);
}

std::string panel_text(const session::Pack& pack, const session::PanelResult& result, const Style& style) {
  std::string out = fmt::format("panel {}: {} of {}\n", ink(style, Ink::bold, one_line(pack.id)),
                                one_line(pack.reviews.front().source), one_line(pack.reviews.front().title));
  Table cells{.heads = {"Defect"}, .rows = {}};
  for (const auto& [name, level] : result.defects.front().said) cells.heads.push_back(one_line(name));
  cells.heads.insert(cells.heads.end(), {"Result", "Decided by"});
  for (const auto& defect : result.defects) {
    std::vector<std::string> row{defect.id};
    for (const auto& [name, level] : defect.said) row.emplace_back(to_string(level));
    row.emplace_back(defect.result ? to_string(*defect.result) : "open");
    row.push_back(defect.result ? one_line(defect.decided_by + (defect.why.empty() ? "" : ": " + defect.why))
                                : "the adjudicator is to decide");
    cells.rows.push_back(std::move(row));
  }
  out += table(cells, style);
  out += fmt::format("\nCoverage by the program's levels {}, ", percent(result.coverage_by_program));
  out += result.coverage ? fmt::format("by the result {}.\n", percent(*result.coverage))
                         : fmt::format("by the result: {} open.\n", counted(result.open, "disagreement"));
  return out;
}

std::string panel_json(const session::Pack& pack, const session::PanelResult& result) {
  Json defects = Json::array();
  for (const auto& defect : result.defects) defects.push_back(json(defect));
  return written(Json{{"schema", "seedfault.panel/1"},
                      {"panel", pack.id},
                      {"attempt", pack.reviews.front().source},
                      {"program_rates", pack.program_rates},
                      {"defects", std::move(defects)},
                      {"open", result.open},
                      {"coverage_by_program", rounded(result.coverage_by_program)},
                      {"coverage", json(result.coverage)}});
}

std::string ladder_text(const std::vector<session::Interviewer>& people, const measure::LadderPolicy& policy,
                        const Style& style) {
  if (people.empty()) return "Nobody has rated yet: `seedfault calibrate new` makes a pack.\n";
  Table cells{.heads = {"Name", "Rung", "Since", "Ratings", "Kappa", "Bias", "Next"}, .rows = {}};
  for (const auto& person : people) {
    const auto& found = person.standing.measured;
    cells.rows.push_back({one_line(person.name), std::string(to_string(person.rung)),
                          person.since.empty() ? "-" : person.since.substr(0, 10),
                          fmt::format("{}", found.ratings), figure(found.weighted_kappa), figure(found.bias),
                          next_step(person, policy)});
  }
  return table(cells, style);
}

std::string ladder_json(const std::vector<session::Interviewer>& people,
                        const measure::LadderPolicy& policy) {
  Json out = Json::array();
  for (const auto& person : people) {
    const auto& found = person.standing.measured;
    const auto* bar = bar_of(policy, person.rung);
    out.push_back(
        Json{{"name", person.name},
             {"rung", to_string(person.rung)},
             {"since", person.since.empty() ? Json(nullptr) : Json(person.since)},
             {"certified_until", person.certified_to.empty() ? Json(nullptr) : Json(person.certified_to)},
             {"packs", person.packs},
             {"ratings", found.ratings},
             {"weighted_kappa", json(found.weighted_kappa)},
             {"bias", json(found.bias)},
             {"failed_anchors", person.failed_anchors},
             {"next", bar != nullptr ? Json(to_string(next_rung(person.rung))) : Json(nullptr)},
             {"missing", bar == nullptr ? Json::array() : Json(still_needed(person, *bar))}});
  }
  return written(Json{{"schema", "seedfault.ladder/1"}, {"people", std::move(out)}});
}

std::string log_text(const session::CalibrationLog& log, const Style& style) {
  std::string out;
  for (const auto& entry : log.entries)
    out += labelled(fmt::format("{:4} {} ", entry.number, entry.at),
                    one_line(fmt::format("{}: {} {}{}{}", entry.by, entry.what, entry.subject,
                                         entry.detail.empty() ? "" : ": ", entry.detail)),
                    style);
  if (log.broken > 0)
    return out +
           fmt::format("Entry {} does not fit the one before it: the log was changed by hand.\n", log.broken);
  return out + fmt::format("{}, each fits the one before it.\n", counted(log.entries.size(), "step"));
}

std::string log_json(const session::CalibrationLog& log) {
  Json entries = Json::array();
  for (const auto& entry : log.entries)
    entries.push_back(Json{{"number", entry.number},
                           {"at", entry.at},
                           {"by", entry.by},
                           {"what", entry.what},
                           {"subject", entry.subject},
                           {"detail", entry.detail},
                           {"digest", entry.digest}});
  return written(Json{{"schema", "seedfault.calibration-log/1"},
                      {"entries", std::move(entries)},
                      {"broken_at", log.broken > 0 ? Json(log.broken) : Json(nullptr)}});
}

}  // namespace runner::report
